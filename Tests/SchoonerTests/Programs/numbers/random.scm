;; random stays in its range and keeps the kind of its argument.
(define (all? p n) (or (= n 0) (and (p) (all? p (- n 1)))))
(write-line (all? (lambda () (let ((x (random 10))) (and (exact-integer? x) (<= 0 x 9)))) 1000))
(write-line (all? (lambda () (let ((x (random 1.))) (and (inexact? x) (<= 0 x) (< x 1)))) 1000))
(write-line (all? (lambda () (let ((x (random (expt 10 30)))) (and (exact-integer? x) (< -1 x (expt 10 30))))) 100))
(write-line (random 1))
