(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(write-line (last '(1 2 3)))
(write-line (last-pair '(1 2 3)))
(write-line (last-pair '(1 2 . 3)))
(write-line (except-last-pair '(1 2 3)))
(write-line (except-last-pair! (list 1 2 3)))
(write-line (report (lambda () (last '()))))
(write-line (report (lambda () (except-last-pair '()))))
