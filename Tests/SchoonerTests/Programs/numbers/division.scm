;; Integer division in all its forms and signs.
(define (show f) (write-line (list (f 7 2) (f -7 2) (f 7 -2) (f -7 -2))))
(show quotient) (show remainder) (show modulo)
(show floor-quotient) (show floor-remainder) (show truncate-quotient) (show truncate-remainder)
(write-line (call-with-values (lambda () (floor/ -7 2)) list))
(write-line (call-with-values (lambda () (truncate/ -7 2)) list))
(write-line (list (exact-integer? 5) (/ 6 3) (/ -8 2) (/ 0 5)))
(write-line (list (quotient 7. 2.) (modulo -7. 2) (remainder 7 2.)))
