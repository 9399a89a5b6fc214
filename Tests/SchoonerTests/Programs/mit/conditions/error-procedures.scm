; ERROR:BAD-RANGE-ARGUMENT and its family: operands by position and by name, operators by name.
(define (report thunk)
  (write-line
   (call-with-current-continuation
    (lambda (k)
      (with-exception-handler
       (lambda (e) (k (list (condition/type e) (condition/report-string e))))
       thunk)))))
(report (lambda () (error:bad-range-argument 5 'some-procedure)))
(report (lambda () (error:wrong-type-argument "x" "symbol" 'some-procedure)))
(report (lambda () (error:bad-range-argument '(1 2) #f)))
(report (lambda () (error:wrong-type-argument 5 "exact rational" 'frob)))
(report (lambda () (error:not-a list? 5)))
(report (lambda () (error:not-a list? 5 'frob)))
(report (lambda () (guarantee string? 5 'frob)))
(report (lambda () (guarantee exact-nonnegative-integer? -1 'frob)))
(report (lambda () (guarantee (lambda (x) #f) 'thing 'frob)))
(report (lambda () (error:divide-by-zero 'frob '(1 0))))
(write-line (guarantee string? "fine" 'frob))
(write-line (guarantee list? '(1 2)))
