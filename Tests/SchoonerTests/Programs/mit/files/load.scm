(call-with-temporary-file-pathname
 (lambda (p)
   (call-with-output-file p (lambda (port) (write '(define loaded-value 42) port) (write '(* loaded-value 2) port)))
   (write-line (load p))
   (write-line loaded-value)
   (define env (extend-top-level-environment user-initial-environment '() '()))
   (load p env)
   (write-line (environment-bound? env 'loaded-value))))
(write-line (file-namestring (current-load-pathname)))
