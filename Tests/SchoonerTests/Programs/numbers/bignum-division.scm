;; Signs and remainders of bignum division.
(define a (expt 10 30))
(define b 123456789012345)
(define (show f) (write-line (list (f a b) (f (- a) b) (f a (- b)) (f (- a) (- b)))))
(show quotient) (show remainder) (show modulo)
(write-line (= a (+ (* b (quotient a b)) (remainder a b))))
(write-line (/ (* a b) b))
(write-line (call-with-values (lambda () (exact-integer-sqrt (+ (* a a) 5))) list))
