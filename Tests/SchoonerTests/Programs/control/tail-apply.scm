;; apply in tail position is a tail call too.
(define (count n . rest)
  (if (= n 0) (length rest) (apply count (- n 1) rest)))
(write-line (count 200000 'a 'b))
(define (loop n k) (if (= n 0) (k 'done) (loop (- n 1) (lambda (x) (k x)))))
(write-line (loop 200000 (lambda (x) x)))
