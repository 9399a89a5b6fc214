(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define g (standard-predicate-dispatcher 'g 1))
(define-predicate-dispatch-handler g (list string?) (lambda (s) (list 'string s)))
(define-predicate-dispatch-handler g (list number?) (lambda (n) (list 'number n)))
(define-predicate-dispatch-handler g (list exact-integer?) (lambda (n) (list 'integer n)))
(write-line (g "a"))
(write-line (g 1.5))
(write-line (g 7))
(write-line (report (lambda () (g 'sym))))
