(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define (positive-even? x) (and (exact-integer? x) (> x 0) (even? x)))
(write-line (predicate? positive-even?))
(register-predicate! positive-even? 'positive-even)
(write-line (predicate? positive-even?))
(write-line (predicate-name positive-even?))
(write-line (report (lambda () (guarantee positive-even? 3 'test))))
(write-line (guarantee positive-even? 4 'test))
(write-line (predicate-name string?))
(write-line (predicate-name symbol?))
