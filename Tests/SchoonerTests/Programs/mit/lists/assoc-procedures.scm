(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define del-string (delete-association-procedure list-deletor string=? car))
(write-line (del-string "a" '(("a" . 1) ("b" . 2))))
(write-line (assoc 2.0 '((1 . a) (2 . b)) =))
(write-line (assq 'c '((a . 1))))
(write-line (report (lambda () (assq 'a 5))))
(write-line (report (lambda () (assq 'c '(a b)))))
