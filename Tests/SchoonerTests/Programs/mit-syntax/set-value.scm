;; Values of definitions, assignments and one-armed conditionals do not get in the way.
(define x 1)
(define (f) (set! x 2) x)
(write-line (f))
(write-line (list (if #t 1)))
(write-line (list (if #f #f)))
(write-line (list 'a (vector-fill! (make-vector 1) 0) 'b))
