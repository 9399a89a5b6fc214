(write-line
 (call-with-current-continuation
  (lambda (k)
    (bind-condition-handler (list condition-type:divide-by-zero)
        (lambda (c) (k (list 'caught (condition/report-string c))))
      (lambda () (/ 5 0))))))
(write-line
 (call-with-current-continuation
  (lambda (k)
    (bind-condition-handler '() (lambda (c) (k 'any))
      (lambda () (error "x"))))))
(write-line
 (call-with-current-continuation
  (lambda (k)
    (bind-condition-handler (list condition-type:error) (lambda (c) (k 'outer))
      (lambda ()
        (bind-condition-handler (list condition-type:divide-by-zero) (lambda (c) (k 'inner))
          (lambda () (car 1))))))))
