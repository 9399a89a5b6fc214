(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(write-line (report (lambda () (error:bad-range-argument 5 'foo))))
(write-line (report (lambda () (error:wrong-type-argument 5 "integer" 'foo))))
(write-line (report (lambda () (error:wrong-type-argument 5 #f 'foo))))
(write-line (report (lambda () (error 'some-symbol "text" 1))))
(write-line (report (lambda () (error "no irritants"))))
(write-line (report (lambda () (error "list" '(1 "a" #\b)))))
