;; Elementary functions where results are exact or well known.
(write-line (list (sin 0) (cos 0) (tan 0) (atan 0) (asin 0)))
(write-line (list (sin 0.) (cos 0.) (atan 1.) (atan 1 1) (atan -1 0)))
(write-line (list (exp 0.) (log 1.) (exp 1.)))
(write-line (round (* 1000 (sin 1.))))
(write-line (* 4 (atan 1)))
