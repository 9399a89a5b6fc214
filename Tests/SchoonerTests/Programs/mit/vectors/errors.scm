(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(write-line (report (lambda () (vector-ref #(1 2) 2))))
(write-line (report (lambda () (subvector #(1 2) 1 5))))
(write-line (report (lambda () (vector-grow #(1 2) 1))))
(write-line (report (lambda () (make-initialized-vector -1 list))))
(write-line (report (lambda () (vector-head #(1 2) 3))))
