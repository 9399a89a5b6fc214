;; Calls, comparison and small-integer arithmetic.
(import (scheme base) (scheme write))

(define size 22)

(define (fib n)
  (if (< n 2)
      n
      (+ (fib (- n 1)) (fib (- n 2)))))

(write (fib size))
(newline)
