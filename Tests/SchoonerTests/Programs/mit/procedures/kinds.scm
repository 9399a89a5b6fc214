(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define (f x) x)
(write-line (compound-procedure? f))
(write-line (compiled-procedure? f))
(write-line (primitive-procedure? f))
(write-line (compound-procedure? car))
(write-line (compiled-procedure? car))
(write-line (procedure? f))
(write-line (eq? (procedure-environment f) user-initial-environment))
(write-line (report (lambda () (guarantee-procedure-of-arity f 2 'test))))
