(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(write-line (report (lambda () (filter odd? 5))))
(write-line (report (lambda () (filter odd? '(1 2 . 3)))))
(write-line (report (lambda () (reduce + 0 'a))))
(write-line (report (lambda () (fold-left + 0 'a))))
(write-line (report (lambda () (list-head '(1 2) 3))))
(write-line (report (lambda () (list-tail '(1 2) 3))))
(write-line (report (lambda () (first '()))))
(write-line (report (lambda () (third '(1 2)))))
