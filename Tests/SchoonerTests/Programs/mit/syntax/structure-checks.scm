; How structures print, and when they are equal.
(define-structure point x y)
(define-structure (circle (constructor make-circle (centre radius))) centre radius)
(write-line (make-point 1 '(2 3)))
(display (make-point 1 "s"))
(newline)
(write-line (list (make-circle (make-point 0 0) 5)))
(write-line (equal? (make-point 1 2) (make-point 1 2)))
