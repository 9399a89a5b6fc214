(call-with-temporary-file-pathname
 (lambda (p)
   (call-with-output-file p (lambda (port) (write '(define here (file-namestring (current-load-pathname))) port)))
   (with-working-directory-pathname (directory-pathname p)
     (lambda () (load (file-namestring p))))
   (write-line (string=? here (file-namestring p)))))
