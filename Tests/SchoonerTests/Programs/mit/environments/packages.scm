(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(write-line (environment? (->environment '(runtime list))))
(write-line (environment-bound? (->environment '(runtime list)) 'car))
(write-line (eq? (->environment '(user)) user-initial-environment))
(write-line (eq? (->environment user-initial-environment) user-initial-environment))
(write-line (package/name (find-package '(runtime list))))
(write-line (eq? (package/environment (find-package '())) system-global-environment))
(write-line (package/name (environment->package user-initial-environment)))
(write-line (name->package '(no such package)))
(write-line (report (lambda () (find-package '(no such)))))
(write-line (package? (find-package '(user))))
(write-line (report (lambda () (->environment 5))))
