;; A thousand threads, each adding one.
(define n 0)
(define (spawn k)
  (if (> k 0)
      (begin (detach-thread (create-thread #f (lambda () (yield-current-thread) (set! n (+ n 1))))) (spawn (- k 1)))))
(spawn 1000)
(let wait () (if (< n 1000) (begin (yield-current-thread) (wait))))
(write-line n)
