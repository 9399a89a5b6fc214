;; R7RS 5.3: variable definitions
(import (scheme base) (scheme write))
(include "checking.scm")

;; (define variable expression)
(define x 5)
(check x => 5)
(define add3 (lambda (x) (+ x 3)))
(check (add3 3) => 6)
(define first car)
(check (first '(1 2)) => 1)

;; (define (variable formals) body) is (define variable (lambda (formals) body)).
(define (square-sum a b) (define s (+ a b)) (* s s))
(check (square-sum 1 2) => 9)
(define (optional a . rest) (list a rest))
(check (optional 1) => '(1 ()))
(check (optional 1 2 3) => '(1 (2 3)))
(define (all . args) args)
(check (all 1 2) => '(1 2))
(check (all) => '())

;; 5.3.1 At top level, a definition of a bound variable is like an assignment.
(define y 1)
(define (get-y) y)
(define y 2)
(check (get-y) => 2)
;; ... and a procedure may refer to a variable defined later.
(define (uses-later) later)
(define later 'now)
(check (uses-later) => 'now)

;; 5.3.2 Internal definitions: local to the body, and equivalent to letrec*.
(check (let ((x 5)) (define foo (lambda (y) (bar x y))) (define bar (lambda (a b) (+ (* a b) a))) (foo (+ x 3))) => 45)
(check (let () (define a 1) (define b (+ a 1)) (list a b)) => '(1 2))
(check (let () (define (even? n) (or (= n 0) (odd? (- n 1)))) (define (odd? n) (and (> n 0) (even? (- n 1)))) (even? 10)) => #t)
(check (let ((a 'outer)) (define (f) a) (define a 'inner) (f)) => 'inner)
(check ((lambda () (define z 3) z)) => 3)
(check (let* ((q 1)) (define r 2) (+ q r)) => 3)
(check x => 5)
(check (let () (define x 1) (set! x (+ x 1)) x) => 2)
(check (let () (begin (define p 1) (define q 2)) (define r 3) (list p q r)) => '(1 2 3))
(check (parameterize () (define n 1) n) => 1)
;; It is an error to refer to the value of a variable before its definition has been evaluated.
(check-error (let () (define a b) (define b 1) a))
(check-error (let () (define (f) g) (define h (f)) (define g 1) h))

;; 5.3.3 define-values defines several variables from the values of an expression.
(define-values (root rest) (exact-integer-sqrt 17))
(check (list root rest) => '(4 1))
(define-values (h . t) (values 1 2 3))
(check (list h t) => '(1 (2 3)))
(define-values everything (values 1 2))
(check everything => '(1 2))
(define-values (only-one) (values 'one))
(check only-one => 'one)
(define-values () (values))
(check (let () (define-values (x y) (exact-integer-sqrt 17)) (list x y)) => '(4 1))
(check (let () (define-values (x y) (values 1 2)) (define z (+ x y)) (list x y z)) => '(1 2 3))
(check (let () (define-values (x y . z) (values 1 2 3 4)) (+ x y (apply + z))) => 10)
(check (let () (define-values all (values 1 2)) (define-values (a) (values 3)) (list all a)) => '((1 2) 3))
(check (let () (define-values (f) (values (lambda () g))) (define g 'later) (f)) => 'later)

(report-checks)
