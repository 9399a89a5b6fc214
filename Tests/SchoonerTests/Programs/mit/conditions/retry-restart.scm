; RETRY goes back to where a resource is opened; STORE-VALUE and CONTINUE find the nearest of their names.
(define tries 0)
(define (open-it)
  (call-with-current-continuation
   (lambda (k)
     (let again ()
       ((call-with-current-continuation
         (lambda (restart-k)
           (with-restart 'retry "Try to open it again."
               (lambda () (restart-k again))
               values
             (lambda ()
               (set! tries (+ tries 1))
               (if (< tries 3)
                   (error "Cannot open, try" tries)
                   (k (list 'opened 'after tries)))))))))))
  )
(write-line
 (bind-condition-handler (list condition-type:error)
     (lambda (c)
       (write-line (condition/report-string c))
       (retry c))
   open-it))
(write-line
 (call-with-current-continuation
  (lambda (k)
    (with-restart 'continue "Go on." (lambda () (k 'continued)) values
      (lambda ()
        (bind-condition-handler '() (lambda (c) (continue))
          (lambda () (error "stop?"))))))))
(write-line
 (call-with-current-continuation
  (lambda (k)
    (with-restart 'store-value "Store." (lambda (v) (k (list 'stored v))) values
      (lambda ()
        (bind-condition-handler '() (lambda (c) (store-value 5))
          (lambda () (error "empty"))))))))
(write-line
 (call-with-current-continuation
  (lambda (k)
    (with-restart 'abort "Give up." (lambda () (k 'aborted)) values
      (lambda ()
        (bind-condition-handler '() (lambda (c) (abort))
          (lambda () (error "bad"))))))))
; Without a restart of that name they just return.
(write-line (bind-condition-handler '() (lambda (c) (muffle-warning) (retry))
  (lambda () (call-with-current-continuation (lambda (k) (with-exception-handler (lambda (e) (k (list 'plain e))) (lambda () (raise 7))))))))
