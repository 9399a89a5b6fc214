;; A continuation entered again sees assignments to variables, for it does not copy them, but fresh temporaries.
(define (test)
  (let ((n 0) (k #f) (log '()))
    (let ((t (call/cc (lambda (c) (set! k c) 'first))))
      (set! n (+ n 1))
      (set! log (cons (list t n) log))
      (if (< n 3) (k (list 'again n)))
      (reverse log))))
(for-each write-line (test))
