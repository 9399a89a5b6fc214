;; Mixed and inexact arithmetic.
(write-line (list (+ 1 .5) (- 1 .5) (* 2 .5) (/ 1 2.) (/ 1. 4)))
(write-line (list (= 1 1.) (eqv? 1 1.) (equal? 1 1.) (eq? 'a 'a)))
(write-line (list (< 1 1.5 2) (> 2.5 2) (<= 1. 1)))
(write-line (list (exact? 1) (exact? 1.) (inexact? 1.) (inexact? 1)))
(write-line (list (integer? 1.) (integer? 1.5) (rational? 1.5) (real? 1) (number? 'a)))
(write-line (list (abs -1.5) (- 0.) (+ 0 0.) (* 0 1.5)))
(write-line (list (+ 9007199254740992. 1) (+ 9007199254740993 0.)))
