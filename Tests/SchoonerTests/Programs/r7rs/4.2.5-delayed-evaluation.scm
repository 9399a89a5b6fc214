;; R7RS 4.2.5: delayed evaluation
(import (scheme base) (scheme lazy) (scheme write))
(include "checking.scm")

;; delay gives a promise, which force later evaluates and gives the value of.
(check (promise? (delay 1)) => #t)
(check (force (delay (+ 1 2))) => 3)
(check (let ((p (delay (+ 1 2)))) (list (force p) (force p))) => '(3 3))
(define integers (letrec ((next (lambda (n) (delay (cons n (next (+ n 1))))))) (next 0)))
(define (head stream) (car (force stream)))
(define (tail stream) (cdr (force stream)))
(check (head (tail (tail integers))) => 2)

;; The expression is evaluated at most once: the value is remembered.
(define count 0)
(define p (delay (begin (set! count (+ count 1)) (if (> count x) count (force p)))))
(define x 5)
(check (promise? p) => #t)
(check (force p) => 6)
(check (promise? p) => #t)
(check (begin (set! x 10) (force p)) => 6)
(check (let* ((n 0) (q (delay (begin (set! n (+ n 1)) n)))) (force q) (force q) (force q) n) => 1)

;; It is not evaluated before it is forced.
(check (let* ((n 0) (q (delay (set! n 1)))) n) => 0)
(check (promise? (delay (car '()))) => #t)

;; delay-force is like delay, but its expression gives a promise, and chains of it run in constant space.
(define (stream-filter p? s)
  (delay-force
   (if (null? (force s))
       (delay '())
       (let ((h (car (force s))) (t (cdr (force s))))
         (if (p? h) (delay (cons h (stream-filter p? t))) (stream-filter p? t))))))
(check (head (tail (tail (stream-filter odd? integers)))) => 5)
(define (loop n) (if (= n 0) (delay 'end) (delay-force (loop (- n 1)))))
(check (force (loop 20000)) => 'end)
(check (force (delay-force (delay 7))) => 7)
(check (promise? (delay-force (delay 1))) => #t)
(define (stream-ref-loop s n) (delay-force (if (= n 0) (delay (head s)) (stream-ref-loop (tail s) (- n 1)))))
(check (force (stream-ref-loop integers 1000)) => 1000)

;; Re-entrancy: the promise's first computed value stays.
(check (let* ((r (delay (begin (display "") 1)))) (force r)) => 1)
(define f
  (let ((first? #t))
    (delay (if first? (begin (set! first? #f) (force f)) 'second))))
(check (force f) => 'second)
(define q
  (let ((count 5))
    (define (get-count) count)
    (define p (delay (if (<= count 0) count (begin (set! count (- count 1)) (force p) (set! count (+ count 2)) count))))
    (list get-count p)))
(define get-count (car q))
(check (get-count) => 5)
(check (force (cadr q)) => 0)
(check (get-count) => 10)

;; An error in the expression leaves the promise unforced.
(define tries 0)
(define failing (delay (begin (set! tries (+ tries 1)) (if (< tries 2) (error "first try") tries))))
(check-error (force failing))
(check (force failing) => 2)
(check (force failing) => 2)

;; promise? gives #t for promises only.
(check (promise? 1) => #f)
(check (promise? (lambda () 1)) => #f)
(check (promise? '(1)) => #f)

;; make-promise gives a promise which gives the object when forced; a promise it returns as it is.
(check (promise? (make-promise 1)) => #t)
(check (force (make-promise 1)) => 1)
(check (let ((p (delay 1))) (eq? (make-promise p) p)) => #t)
(check (force (make-promise (make-promise 2))) => 2)
(check (force (make-promise '(a b))) => '(a b))


(report-checks)
