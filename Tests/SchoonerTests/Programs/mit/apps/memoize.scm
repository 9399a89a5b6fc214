(define (memoize f)
  (let ((table (make-equal-hash-table)))
    (lambda args
      (hash-table-intern! table args (lambda () (apply f args))))))
(define fib (memoize (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))))
(write-line (fib 60))
(write-line (map fib (iota 10)))
