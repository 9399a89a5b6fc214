;; Tak in continuation-passing style: a closure a call.
(import (scheme base) (scheme write))

(define size 3)

(define (cpstak x y z)

  (define (tak x y z k)
    (if (not (< y x))
        (k z)
        (tak (- x 1) y z
             (lambda (a)
               (tak (- y 1) z x
                    (lambda (b)
                      (tak (- z 1) x y
                           (lambda (c)
                             (tak a b c k)))))))))

  (tak x y z (lambda (a) a)))

(define (cpstak-often count result)
  (if (= count 0)
      result
      (cpstak-often (- count 1) (cpstak 18 12 6))))

(write (cpstak-often size 0))
(newline)
