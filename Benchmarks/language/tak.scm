;; Calls with three arguments that are themselves calls.
(import (scheme base) (scheme write))

(define size 5)

(define (tak x y z)
  (if (not (< y x))
      z
      (tak (tak (- x 1) y z)
           (tak (- y 1) z x)
           (tak (- z 1) x y))))

(define (tak-often count result)
  (if (= count 0)
      result
      (tak-often (- count 1) (tak 18 12 6))))

(write (tak-often size 0))
(newline)
