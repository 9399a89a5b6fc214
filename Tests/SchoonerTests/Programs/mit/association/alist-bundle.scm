(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define b (alist->bundle #f (list (cons 'add +) (cons 'mul *))))
(write-line (b 'add 1 2))
(write-line (b 'mul 3 4))
(write-line (bundle? b))
(write-line (report (lambda () (bundle-ref b 'zz))))
