;; Declarations are accepted and ignored.
(declare (usual-integrations))
(define (f x) (declare (integrate x)) (* x 2))
(write-line (f 21))
(define-integrable (g x) (+ x 1))
(write-line (g 1))
(write-line (map g '(1 2)))
