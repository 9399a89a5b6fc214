(write-line
 (with-simple-restart 'go "Go on."
   (lambda ()
     (let ((r (find-restart 'go)))
       (call-with-output-string (lambda (p) (write-restart-report r p)))))))
(write-line (call-with-current-continuation (lambda (k) (with-restart 'mine (lambda (port) (write-string "Mine." port)) k values (lambda () (call-with-output-string (lambda (p) (write-restart-report (find-restart 'mine) p))))))))
