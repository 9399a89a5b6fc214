(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(write-line (string-head "hello" 2))
(write-line (string-tail "hello" 2))
(write-line (string-null? ""))
(write-line (string-null? "a"))
(write-line (report (lambda () (string-head "abc" 5))))
(write-line (report (lambda () (string-tail "abc" 5))))
