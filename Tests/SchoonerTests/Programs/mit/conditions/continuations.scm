(define k2 #f)
(write-line (+ 1 (call-with-current-continuation (lambda (k) (k 10)))))
(write-line (call-with-current-continuation (lambda (k) (write-line (continuation? k)) (within-continuation k (lambda () 5)))))
(write-line (continuation? car))
