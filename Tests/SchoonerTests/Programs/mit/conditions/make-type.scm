(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define my-error (make-condition-type 'my-error condition-type:error '(code detail)
  (lambda (condition port)
    (write-string "My error, code " port)
    (write (access-condition condition 'code) port))))
(define signal-my-error (condition-signaller my-error '(code detail) standard-error-handler))
(write-line (report (lambda () (signal-my-error 5 'x))))
(define my-error? (condition-predicate my-error))
(define c (call-with-current-continuation (lambda (k) (with-exception-handler k (lambda () (signal-my-error 7 'y))))))
(write-line (if (my-error? c) 'yes 'no))
(write-line (my-error? 5))
(write-line ((condition-accessor my-error 'detail) c))
(write-line (access-condition c 'code))
