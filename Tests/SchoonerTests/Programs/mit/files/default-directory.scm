(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(define d (param:default-pathname-defaults))
(write-line (pathname? d))
(write-line (string=? (->namestring d) (->namestring (pwd))))
(write-line (parameterize ((param:default-pathname-defaults (->pathname "/usr/"))) (->namestring (merge-pathnames "x"))))
(define message (report (lambda () (open-input-file "no-such-file"))))
(write-line (and (string-search-forward (->namestring (merge-pathnames "no-such-file")) message 0) #t))
