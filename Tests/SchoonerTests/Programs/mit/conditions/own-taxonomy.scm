; A program's own family of conditions, caught by its head.
(define condition-type:shop
  (make-condition-type 'shop condition-type:error '(customer)
    (lambda (c port)
      (write-string "Trouble with " port)
      (write (access-condition c 'customer) port))))
(define condition-type:no-money
  (make-condition-type 'no-money condition-type:shop '(missing)
    (lambda (c port)
      (write (access-condition c 'customer) port)
      (write-string " lacks " port)
      (write (access-condition c 'missing) port))))
(define condition-type:closed (make-condition-type 'closed condition-type:shop '() #f))

(define signal-no-money
  (condition-signaller condition-type:no-money '(customer missing) standard-error-handler))
(define signal-closed
  (condition-signaller condition-type:closed '(customer) standard-error-handler))

(define (visit thunk)
  (call-with-current-continuation
   (lambda (k)
     (bind-condition-handler (list condition-type:shop)
         (lambda (c) (k (list (condition/type c) (condition/report-string c))))
       thunk))))
(write-line (visit (lambda () (signal-no-money 'ann 12))))
(write-line (visit (lambda () (signal-closed 'bob))))
(write-line (condition-type/field-names condition-type:no-money))
(write-line (condition-type/generalizations condition-type:no-money))
(write-line ((condition-predicate condition-type:shop) (call-with-current-continuation (lambda (k) (make-condition condition-type:error k '() '())))))
(let ((c (call-with-current-continuation
          (lambda (k) (make-condition condition-type:no-money k '() '(customer eve missing 3))))))
  (write-line (condition? c))
  (write-line (condition/report-string c))
  (write-line c))
