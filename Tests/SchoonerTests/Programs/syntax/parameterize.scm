;; parameterize with several parameters and tail bodies.
(define a (make-parameter 1))
(define b (make-parameter 2))
(write-line (parameterize () 'empty))
(write-line (parameterize ((a 10) (b (+ (a) 1))) (list (a) (b))))
(define (show) (list (a) (b)))
(write-line (parameterize ((a 'x)) (parameterize ((b 'y)) (show))))
(write-line (show))
