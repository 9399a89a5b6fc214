(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(write-line (report (lambda () (map car '(1 2)))))
(write-line (report (lambda () (for-each car 5))))
(write-line (report (lambda () (vector-map car #(1)))))
(write-line (report (lambda () (length '(1 . 2)))))
(write-line (report (lambda () (list-copy 5))))
(write-line (report (lambda () (reverse 'a))))
