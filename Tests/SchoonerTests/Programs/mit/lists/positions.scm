(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define l '(1 2 3 4 5 6 7 8 9 10))
(write-line (list (first l) (second l) (third l) (fourth l) (fifth l)))
(write-line (list (sixth l) (seventh l) (eighth l) (ninth l) (tenth l)))
(write-line (report (lambda () (second '(1)))))
(write-line (report (lambda () (fifth 'a))))
