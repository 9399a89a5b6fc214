; LOAD into an environment, several files, and the value of the last form.
(call-with-temporary-file-pathname
 (lambda (p)
   (call-with-output-file p
     (lambda (port)
       (write '(define loaded-x (list 'x (environment-bound? (the-environment) 'marker))) port)
       (write '(define (loaded-f) loaded-x) port)
       (write '(loaded-f) port)))
   (write-line (load p))
   (write-line loaded-x)
   (let ((env (extend-top-level-environment system-global-environment '(marker) '(here))))
     (write-line (load p env))
     (write-line (environment-lookup env 'loaded-x))
     (write-line ((access loaded-f env))))
   (write-line loaded-x)
   (write-line (load (list p p)))
   (call-with-output-file p
     (lambda (port)
       (write '(define name (->namestring (current-load-pathname))) port)))
   (load p)
   (write-line (string=? name (->namestring p)))
   (call-with-output-file p (lambda (port) (write-string "(define half" port)))
   (write-line (call-with-current-continuation
                (lambda (k) (with-exception-handler (lambda (c) (k (condition? c)))
                              (lambda () (load p) 'loaded)))))))
