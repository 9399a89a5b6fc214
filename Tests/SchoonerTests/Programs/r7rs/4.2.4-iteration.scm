;; R7RS 4.2.4: iteration
(import (scheme base) (scheme write))
(include "checking.scm")

;; do: variables are initialised at the start and updated on each iteration; the result is that of the exit expressions.
(check (do ((vec (make-vector 5)) (i 0 (+ i 1))) ((= i 5) vec) (vector-set! vec i i)) => #(0 1 2 3 4))
(check (let ((x '(1 3 5 7 9))) (do ((x x (cdr x)) (sum 0 (+ sum (car x)))) ((null? x) sum))) => 25)
;; A step may be omitted, which leaves the variable.
(check (do ((i 0 (+ i 1)) (fixed 'same)) ((= i 3) (list i fixed))) => '(3 same))
;; The steps are evaluated with the old values, and bound to fresh locations.
(check (do ((a 1 b) (b 2 a) (n 0 (+ n 1))) ((= n 3) (list a b))) => '(2 1))
(check (map (lambda (f) (f)) (do ((i 0 (+ i 1)) (fs '() (cons (lambda () i) fs))) ((= i 3) fs))) => '(2 1 0))
;; The test is evaluated first: when true at once, no command is evaluated.
(check (let ((n 0)) (do ((i 0 (+ i 1))) (#t n) (set! n (+ n 1)))) => 0)
;; The exit expressions are evaluated in order, the values of the last are returned.
(check (do ((i 0 (+ i 1))) ((= i 2) 1 2 i)) => 2)
(check-values (do ((i 0 (+ i 1))) ((= i 2) (values i 'a))) => 2 'a)
(check (let ((n 0)) (do ((i 0 (+ i 1))) ((= i 3)) (set! n (+ n i))) n) => 3)
(check (do () (#t 'none)) => 'none)
;; A command may assign the variable.
(check (do ((i 0 (+ i 1)) (n 0 (+ n 1))) ((>= i 10) n) (set! i (+ i 4))) => 2)

;; Named let: the name is bound within the body to a procedure whose parameters are the variables.
(check (let loop ((numbers '(3 -2 1 6 -5)) (nonneg '()) (neg '()))
         (cond ((null? numbers) (list nonneg neg))
               ((>= (car numbers) 0) (loop (cdr numbers) (cons (car numbers) nonneg) neg))
               ((< (car numbers) 0) (loop (cdr numbers) nonneg (cons (car numbers) neg)))))
       => '((6 1 3) (-5 -2)))
(check (let loop () 'done) => 'done)
(check (let loop ((i 0)) (if (< i 10) (loop (+ i 1)) i)) => 10)
;; The body may be repeated from anywhere, not only from a tail position.
(check (let fib ((n 10)) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))) => 55)
;; The inits do not see the name.
(check (let ((f (lambda () 'outer))) (let f ((x (f))) x)) => 'outer)
;; The procedure is first class.
(check (let loop ((i 0)) (if (= i 0) (map loop '(1 2 3)) (* i i))) => '(1 4 9))
(check (let loop ((x 1)) (define y (+ x 1)) (if (> y 5) y (loop y))) => 6)

(report-checks)
