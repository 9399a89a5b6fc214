(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define (my? x) #f)
(write-line (report (lambda () (guarantee my? 1 'f))))
(write-line (report (lambda () (guarantee my? 1))))
(define-record-type point (make-point x) point? (x point-x))
(write-line (report (lambda () (guarantee point? 1 'f))))
(write-line (report (lambda () (guarantee string? 1 'f))))
(write-line (report (lambda () (error:not-a string? 1 'f))))
(define-guarantee pair "a pair")
(write-line (guarantee-pair '(1)))
(write-line (report (lambda () (guarantee-pair 5 'foo))))
