;; Powers of exact and inexact bases.
(write-line (list (expt 2 10) (expt 0 0) (expt -3 3) (expt 7 0) (expt 1 1000)))
(write-line (expt 2 200))
(write-line (list (expt 2. 3) (expt 2 .5) (expt 4 .5) (expt 2. -1)))
(write-line (list (exp 0) (exp 1) (log 1)))
(write-line (list (square 5) (cube 3) (square 1.5)))
(write-line (list (exact (floor 2.5)) (exact 3.)))
