;; Put before each program when it runs under Guile: R7RS names for bytevectors, and a wall clock.
(use-modules (rnrs bytevectors))
(define (current-milliseconds)
  (/ (* 1000. (get-internal-real-time)) internal-time-units-per-second))
