(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define-record-type account (make-account owner balance) account? (owner account-owner) (balance account-balance set-account-balance!))
(define (withdraw! account amount)
  (if (> amount (account-balance account)) (error "Insufficient funds:" (account-owner account) amount))
  (set-account-balance! account (- (account-balance account) amount)))
(define a (make-account 'joe 100))
(withdraw! a 30)
(write-line (account-balance a))
(write-line (report (lambda () (withdraw! a 300))))
(write-line (account-balance a))
