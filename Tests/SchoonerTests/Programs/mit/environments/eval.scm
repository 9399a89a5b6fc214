(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define x 10)
(write-line (eval 'x (the-environment)))
(write-line (eval '(begin (define y 20) (+ x y)) user-initial-environment))
(write-line y)
(write-line (eval '(let ((x 1)) x) system-global-environment))
(write-line (report (lambda () (eval 'x system-global-environment))))
(define (f) 1)
(write-line (eq? (procedure-environment f) (the-environment)))
