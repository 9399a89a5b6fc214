(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define-record-type point (make-point x y) point? (x point-x set-point-x!) (y point-y))
(define p (make-point 1 2))
(write-line (record? p))
(write-line (record-type-field-names (record-type-descriptor p)))
(write-line ((record-accessor point 'x) p))
((record-modifier point 'x) p 10)
(write-line (point-x p))
(write-line ((record-predicate point) p))
(write-line (point-y ((record-constructor point '(y x)) 5 6)))
(write-line point)
(write-line (record-type? point))
(write-line (report (lambda () (point-x 5))))
