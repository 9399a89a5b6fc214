(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(set-working-directory-pathname! (directory-pathname (current-load-pathname)))
(write-line (file-loadable? "loadable"))
(write-line (file-loadable? "no-such-program"))
(write-line (file-processed? "no-such" "scm" "bin"))
(write-line (->namestring (->truename "/usr/bin")))
(write-line (report (lambda () (->truename "/no/such/file"))))
(write-line (file-eq? "loadable.scm" "../files/loadable.scm"))
(write-line (file-eq? "loadable.scm" "load.scm"))
