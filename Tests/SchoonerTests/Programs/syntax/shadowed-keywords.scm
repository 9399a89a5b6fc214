;; Names of syntax may be bound as variables.
(write-line (let ((list vector)) (list 1 2)))
(define (f if) (if 1 2))
(write-line (f +))
(write-line (let ((define 5)) (+ define 1)))
(write-line ((lambda (quote) (quote 3)) -))
(write-line (let ((let 1)) let))
