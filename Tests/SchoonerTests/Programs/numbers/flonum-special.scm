;; Infinities, not-a-number and signed zero.
(write-line (/ 1. 0.))
(write-line (/ -1. 0.))
(write-line (list (= +nan.0 +nan.0) (eqv? +nan.0 +nan.0) (eqv? 0. -0.) (= 0. -0.)))
(write-line (list +inf.0 -inf.0 +nan.0))
(write-line (list (nan? +nan.0) (infinite? -inf.0) (finite? 1.) (finite? +inf.0)))
(write-line (list (< 1 +inf.0) (max 1 2.) (min 1 2.)))
