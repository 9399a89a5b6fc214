(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(assert (= 1 1))
(write-line (report (lambda () (assert (= 1 2)))))
(write-line (report (lambda () (assert #f "message"))))
(write-line (call-with-current-continuation (lambda (k) (with-exception-handler (lambda (e) (k (condition/report-string e))) (lambda () (assert (car '(#f))))))))
