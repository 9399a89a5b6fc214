;; Put before each program when it runs under MIT Scheme. Its clock ticks every 10 ms.
(define (current-milliseconds)
  (/ (* 1000. (current-jiffy)) (jiffies-per-second)))
