(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define-record-type point (make-point x y) point? (x point-x) (y point-y))
(define p (make-point 1 "two"))
(write-line p)
(define-print-method point? (standard-print-method 'pt (lambda (p) (list (point-x p) (point-y p)))))
(write-line p)
(display p)
(newline)
(write-line (list p (vector p)))
(write-line (string p))
(write-line (report (lambda () (error "Bad point:" p))))
