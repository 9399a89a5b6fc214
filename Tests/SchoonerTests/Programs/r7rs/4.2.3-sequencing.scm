;; R7RS 4.2.3: sequencing
(import (scheme base) (scheme write))
(include "checking.scm")

;; begin at the top level may contain definitions, which are then the program's.
(begin (define a 1) (define b (+ a 1)))
(check (list a b) => '(1 2))
(begin (define-syntax twice (syntax-rules () ((_ e) (begin e e)))) (define c 0))
(twice (set! c (+ c 1)))
(check c => 2)
;; An empty begin is allowed there.
(begin)

;; In a body, too, begin splices definitions.
(check (let () (begin (define x 1) (define y 2)) (+ x y)) => 3)
(check (let () (begin (define x 1)) (begin (define y x) (begin (define z y))) (list x y z)) => '(1 1 1))

;; As an expression: evaluated sequentially from left to right, and the values of the last are returned.
(define x 0)
(check (and (= x 0) (begin (set! x 5) (+ x 1))) => 6)
(check (begin 1) => 1)
(check (begin 1 2 3) => 3)
(check-values (begin 1 (values 2 3)) => 2 3)
(check-values (begin (values 1 2) 3) => 3)
(check (let ((trace '()))
         (begin (set! trace (cons 1 trace)) (begin (set! trace (cons 2 trace))) (set! trace (cons 3 trace)))
         trace)
       => '(3 2 1))

(report-checks)
