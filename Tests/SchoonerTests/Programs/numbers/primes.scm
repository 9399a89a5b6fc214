;; A sieve and trial division agree.
(define (sieve n)
  (let ((v (make-vector (+ n 1) #t)))
    (let loop ((i 2) (acc '()))
      (if (> i n)
          (reverse acc)
          (if (vector-ref v i)
              (begin
                (do ((j (* i i) (+ j i))) ((> j n)) (vector-set! v j #f))
                (loop (+ i 1) (cons i acc)))
              (loop (+ i 1) acc))))))
(define (prime? n) (and (> n 1) (let loop ((d 2)) (or (> (* d d) n) (and (not (= 0 (remainder n d))) (loop (+ d 1)))))))
(write-line (sieve 60))
(write-line (equal? (sieve 1000) (filter prime? (iota 1001))))
