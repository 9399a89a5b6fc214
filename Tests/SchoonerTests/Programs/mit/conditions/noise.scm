(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(write-line (report (lambda () (error "Message" (error-irritant/noise " noise ") 5))))
(write-line (call-with-output-string (lambda (p) (format-error-message "msg" '(1 "a" b) p))))
(write-line (call-with-output-string (lambda (p) (format-error-message "msg" (list (error-irritant/noise "noise") 1) p))))
