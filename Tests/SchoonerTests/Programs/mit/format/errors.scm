(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(load-option 'format)
(write-line (report (lambda () (format #f "~q" 1))))
(write-line (report (lambda () (format #f "~a"))))
(write-line (report (lambda () (format #f "~a" 1 2))))
(write-line (report (lambda () (format 5 "a"))))
(write-line (report (lambda () (format #f 5))))
