(define (sieve s) (cons-stream (stream-car s) (sieve (stream-filter (lambda (x) (not (= 0 (remainder x (stream-car s))))) (stream-cdr s)))))
(define (from n) (cons-stream n (from (+ n 1))))
(write-line (stream-head (sieve (from 2)) 8))
(write-line (stream-head prime-numbers-stream 5))
