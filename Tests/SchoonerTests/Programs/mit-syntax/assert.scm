;; assert passes true values and reports false ones.
(define (report thunk)
  (call/cc (lambda (k) (with-exception-handler (lambda (e) (k (condition/report-string e))) thunk))))
(assert (= 1 1))
(write-line (report (lambda () (assert (= 1 2)))))
(write-line (report (lambda () (assert #f))))
(write-line 'end)
