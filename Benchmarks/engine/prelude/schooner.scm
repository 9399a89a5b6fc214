;; Put before each program when it runs under Schooner: a wall clock in milliseconds.
(define (current-milliseconds)
  (/ (* 1000. (current-jiffy)) (jiffies-per-second)))
