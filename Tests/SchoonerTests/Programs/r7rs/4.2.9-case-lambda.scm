;; R7RS 4.2.9: case-lambda
(import (scheme base) (scheme case-lambda) (scheme write))
(include "checking.scm")

;; Chooses the first clause whose formals accept the number of arguments.
(define range
  (case-lambda
    ((e) (range 0 e))
    ((b e) (do ((r '() (cons e r)) (e (- e 1) (- e 1))) ((< e b) r)))))
(check (range 3) => '(0 1 2))
(check (range 3 5) => '(3 4))
(check-error (range))
(check-error (range 1 2 3))

(define plus
  (case-lambda
    (() 0)
    ((x) x)
    ((x y) (+ x y))
    ((x y z) (+ (+ x y) z))
    (args (apply + args))))
(check (plus) => 0)
(check (plus 1) => 1)
(check (plus 1 2) => 3)
(check (plus 1 2 3) => 6)
(check (plus 1 2 3 4) => 10)

(define mult
  (case-lambda
    (() 1)
    ((x) x)
    ((x y) (* x y))
    ((x y . z) (apply mult (* x y) z))))
(check (mult) => 1)
(check (mult 2) => 2)
(check (mult 2 3) => 6)
(check (mult 2 3 4 5) => 120)

;; The first that accepts is taken, even when a later one fits better.
(define first-wins (case-lambda ((a . rest) 'rest) ((a) 'one)))
(check (first-wins 1) => 'rest)
(define any (case-lambda (all all) (() 'none)))
(check (any) => '())
(check (any 1 2) => '(1 2))

;; Bodies are like those of lambda: definitions, several values, closures.
(check ((case-lambda ((x) (define y (* x 2)) (+ x y))) 3) => 9)
(check-values ((case-lambda ((x) (values x x))) 3) => 3 3)
(check (procedure? (case-lambda ((x) x))) => #t)
(check (let ((n 0)) (let ((f (case-lambda (() n) ((x) (set! n x))))) (f 5) (f))) => 5)
(check (apply (case-lambda ((a b) (list a b)) ((a b c) (list c b a))) '(1 2 3)) => '(3 2 1))
(check (map (case-lambda ((x) (* x x)) ((x y) (* x y))) '(1 2 3)) => '(1 4 9))
(check (map (case-lambda ((x) (* x x)) ((x y) (* x y))) '(1 2 3) '(4 5 6)) => '(4 10 18))

;; When no clause accepts the arguments it is an error.
(check-error ((case-lambda ((x) x) ((x y z) y)) 1 2))

(report-checks)
