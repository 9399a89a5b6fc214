;; Streams from cons-stream.
(define (integers n) (cons-stream n (integers (+ n 1))))
(write-line (stream-head (integers 1) 5))
(define (smap f s) (cons-stream (f (stream-car s)) (smap f (stream-cdr s))))
(write-line (stream-head (smap square (integers 1)) 4))
(define (sieve s) (cons-stream (stream-car s) (sieve (stream-filter (lambda (x) (not (= 0 (remainder x (stream-car s))))) (stream-cdr s)))))
(write-line (stream-ref (sieve (integers 2)) 20))
(write-line (list (stream-pair? (integers 0)) (stream-pair? '()) (empty-stream? the-empty-stream)))
(write-line (stream-pair? (stream-cdr (integers 1))))
