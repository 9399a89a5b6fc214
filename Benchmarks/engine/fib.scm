;; Calls, comparison and small-integer arithmetic.
(define (fib n)
  (if (< n 2)
      n
      (+ (fib (- n 1)) (fib (- n 2)))))

(measure "fib" (lambda () (fib (if (= work-divisor 1) 32 27))))
