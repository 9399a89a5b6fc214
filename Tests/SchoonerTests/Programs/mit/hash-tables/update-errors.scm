(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define t (make-equal-hash-table))
(write-line (report (lambda () (hash-table-ref t 'zz))))
(write-line (report (lambda () (hash-table-update! t 'zz list))))
