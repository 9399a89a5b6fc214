(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define t (make-record-type 'thing '(a b)))
(define make (record-constructor t))
(define x (make 1 2))
(write-line x)
(write-line ((record-accessor t 'b) x))
(write-line (record-type-name t))
(write-line ((record-predicate t) x))
(write-line (record-type-descriptor x))
(write-line (report (lambda () ((record-accessor t 'a) 5))))
(write-line (report (lambda () (record-accessor t 'zz))))
