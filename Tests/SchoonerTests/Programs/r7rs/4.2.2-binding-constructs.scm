;; R7RS 4.2.2: binding constructs
(import (scheme base) (scheme write))
(include "checking.scm")

;; let: the inits are evaluated in the current environment, the variables are bound to fresh locations.
(check (let ((x 2) (y 3)) (* x y)) => 6)
(check (let ((x 2) (y 3)) (let ((x 7) (z (+ x y))) (* z x))) => 35)
(check (let () 5) => 5)
(check (let ((x 1) (y 2)) (let ((x y) (y x)) (list x y))) => '(2 1))
;; The body may begin with definitions, and its last expression gives the values.
(check (let ((x 1)) (define y 2) (+ x y)) => 3)
(check (let ((x 1)) (set! x 5) (+ x 1)) => 6)
(check-values (let ((x 1)) (values x x)) => 1 1)
;; A variable may have the name of a keyword.
(check (let ((if list)) (if 1 2 3)) => '(1 2 3))
(check (let ((quote -)) '5) => -5)

;; let*: the bindings are performed sequentially from left to right.
(check (let ((x 2) (y 3)) (let* ((x 7) (z (+ x y))) (* z x))) => 70)
(check (let* () 1) => 1)
(check (let* ((x 1) (x (+ x 1)) (x (* x 10))) x) => 20)
(check (let* ((x 1)) (define y x) y) => 1)
;; Each binding is a new location.
(check (let* ((x 1) (f (lambda () x)) (x 2)) (list (f) x)) => '(1 2))

;; letrec: each binding has the entire letrec as its region, so procedures may be mutually recursive.
(check (letrec ((even? (lambda (n) (if (zero? n) #t (odd? (- n 1)))))
                (odd? (lambda (n) (if (zero? n) #f (even? (- n 1))))))
         (even? 88))
       => #t)
(check (letrec ((f (lambda (n) (if (= n 0) 1 (* n (f (- n 1))))))) (f 10)) => 3628800)
(check (letrec () 1) => 1)
(check (letrec ((a 1) (b (lambda () a))) (set! a 5) (b)) => 5)

;; letrec*: like letrec, but evaluated and assigned sequentially from left to right.
(check (letrec* ((p (lambda (x) (+ 1 (q (- x 1)))))
                 (q (lambda (y) (if (zero? y) 0 (+ 1 (p (- y 1))))))
                 (x (p 5))
                 (y x))
         y)
       => 5)
(check (letrec* ((a 1) (b (+ a 1)) (c (+ b 1))) (list a b c)) => '(1 2 3))
(check (letrec* ((trace '()) (a (begin (set! trace (cons 'a trace)) 1)) (b (begin (set! trace (cons 'b trace)) 2))) trace)
       => '(b a))
(check (letrec* () 1) => 1)
;; It must be possible to evaluate each init without assigning or referring to the value of a later variable.
(check-error (letrec* ((a b) (b 1)) a))
(check-error (letrec ((a (+ b 1)) (b 1)) a))

;; let-values: the formals are bound to the values of each init.
(check (let-values (((root rem) (exact-integer-sqrt 32))) (* root rem)) => 35)
(check (let-values (((a b) (values 1 2)) ((c) (values 3))) (list a b c)) => '(1 2 3))
(check (let-values (((a . rest) (values 1 2 3)) (all (values 4 5))) (list a rest all)) => '(1 (2 3) (4 5)))
(check (let-values ((() (values)) ((x) 1)) x) => 1)
(check (let-values () 'empty) => 'empty)
;; The inits are evaluated in the outer environment.
(check (let ((a 'a) (b 'b) (x 'x) (y 'y))
         (let-values (((a b) (values x y)) ((x y) (values a b))) (list a b x y)))
       => '(x y a b))
(check (let-values (((a) 1)) (define b 2) (+ a b)) => 3)
;; The number of values must match the formals.
(check-error (let-values (((a b) (values 1))) a))
(check-error (let-values (((a b) (values 1 2 3))) a))

;; let*-values: sequentially from left to right.
(check (let ((a 'a) (b 'b) (x 'x) (y 'y))
         (let*-values (((a b) (values x y)) ((x y) (values a b))) (list a b x y)))
       => '(x y x y))
(check (let*-values (((a b) (values 1 2)) ((c) (+ a b))) (list a b c)) => '(1 2 3))
(check (let*-values (((a . b) (values 1 2 3)) (c (apply values b))) (list a b c)) => '(1 (2 3) (2 3)))
(check (let*-values () 1) => 1)
(check (let*-values (((a) 1) ((a) (+ a 1))) a) => 2)

;; The variables bound by one construct must be distinct; each closure sees its own location.
(check (map (lambda (f) (f)) (let loop ((i 0) (acc '())) (if (= i 3) acc (loop (+ i 1) (cons (lambda () i) acc)))))
       => '(2 1 0))

(report-checks)
