(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define my-type (make-condition-type 'my-type #f '(a)  (lambda (c p) (write-string "mine" p))))
(define make-mine (condition-constructor my-type '(a)))
(define c (call-with-current-continuation (lambda (k) (make-mine k '() 5))))
(write-line (condition? c))
(write-line (access-condition c 'a))
(write-line (condition/report-string c))
(write-line (condition/restarts c))
(write-line (if (condition/error? c) 'yes 'no))
(write-line (call-with-output-string (lambda (p) (write-condition-report c p))))
(write-line (report (lambda () (access-condition c 'zz))))
