(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(write-line (exact-integer? 5))
(write-line (exact-positive-integer? 0))
(write-line (exact-positive-integer? 3))
(write-line (nan? (/ 0. 0.)))
(write-line (default-object? 1))
(write-line (guarantee exact-integer? 5 'test))
(write-line (report (lambda () (guarantee exact-integer? 'x 'test))))
(write-line (report (lambda () (guarantee index-fixnum? -1 'test))))
