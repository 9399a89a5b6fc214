;; Association lists and two-dimensional properties.
(define t (make-1d-table))
(1d-table/put! t 'a 1)
(write-line (1d-table/get t 'a 'none))
(write-line (1d-table/get t 'b 'none))
(2d-put! 'x 'y 5)
(write-line (2d-get 'x 'y))
(write-line (2d-get 'x 'z))
