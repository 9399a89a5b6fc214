(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(write-line (report (lambda () ((lambda (x) x)))))
(write-line (report (lambda () ((named-lambda (foo a b) a) 1))))
(write-line (report (lambda () ((named-lambda (foo a #!optional b) a)))))
(write-line (report (lambda () ((named-lambda (foo a . b) a)))))
(write-line (report (lambda () ("notproc" 1))))
