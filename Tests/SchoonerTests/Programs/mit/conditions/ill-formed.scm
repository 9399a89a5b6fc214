(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(write-line (report (lambda () (ill-formed-syntax '(a b)))))
(write-line (report (lambda () (eval '(if) system-global-environment))))
(write-line (report (lambda () (eval '(let ((x)) x) system-global-environment))))
