(write-line
 (call-with-current-continuation
  (lambda (k)
    (with-exception-handler
     (lambda (e) (k (list 'outer (condition/report-string e))))
     (lambda ()
       (with-exception-handler
        (lambda (e) (error "second:" (condition/report-string e)))
        (lambda () (error "first"))))))))
