(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(set-working-directory-pathname! (directory-pathname (current-load-pathname)))
(write-line (pathname? (pwd)))
(write-line (equal? (->namestring (pwd)) (->namestring (working-directory-pathname))))
(write-line (with-working-directory-pathname "/usr" (lambda () (->namestring (pwd)))))
(write-line (with-working-directory-pathname "/usr" (lambda () (->namestring (merge-pathnames "x")))))
(write-line (with-working-directory-pathname "/usr" (lambda () (file-directory? "bin"))))
(define here (pwd))
(write-line (->namestring (cd "/usr")))
(write-line (file-exists? "bin"))
(set-working-directory-pathname! here)
(write-line (file-exists? "working-directory.scm"))
(write-line (report (lambda () (cd "/no/such/directory"))))
