;; R7RS 6.13.3: display of circular objects
(import (scheme base) (scheme write))
(include "checking.scm")

(define (displayed x) (let ((port (open-output-string))) (display x port) (get-output-string port)))
(define circle (list 'a "b"))
(set-cdr! (cdr circle) circle)

;; The display procedure must not loop for ever on circular objects: it uses datum labels as write does.
(check (displayed circle) => "#0=(a b . #0#)")
(check (displayed (list "in" circle)) => "(in #0=(a b . #0#))")
(check (displayed (let ((v (vector "x" #f))) (vector-set! v 1 v) v)) => "#0=#(x #0#)")
;; ... and only for cycles.
(check (displayed (let ((x (list "y"))) (list x x))) => "((y) (y))")

(report-checks)
