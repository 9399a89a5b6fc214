(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define s (cons-stream 1 (cons-stream 2 '())))
(write-line s)
(stream-cdr s)
(write-line s)
(write-line (stream))
(write-line (stream-null? (stream)))
(write-line (empty-stream? the-empty-stream))
(write-line (report (lambda () (stream-head (stream 1) 5))))
