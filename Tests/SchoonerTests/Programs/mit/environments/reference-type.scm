(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define env (extend-top-level-environment system-global-environment '(a)))
(write-line (environment-reference-type env 'a))
(write-line (environment-reference-type env 'if))
(write-line (environment-reference-type env 'car))
(write-line (environment-reference-type env 'no-such))
(write-line (environment-assigned? env 'a))
(write-line (environment-bound? env 'if))
(write-line (environment-assignable? env 'car))
(write-line (report (lambda () (environment-lookup env 'a))))
(write-line (report (lambda () (environment-lookup env 'if))))
