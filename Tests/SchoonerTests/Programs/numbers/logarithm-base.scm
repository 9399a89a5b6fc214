;; log takes an optional base (R7RS 6.2.6).
(write-line (log 8. 2.))
(write-line (round (* 1000 (log 100 10))))
(write-line (log 1))
