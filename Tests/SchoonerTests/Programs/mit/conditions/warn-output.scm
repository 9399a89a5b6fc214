; WARN writes on the notification port and goes on; a handler may muffle it.
(define text
  (call-with-output-string
   (lambda (port)
     (parameterize ((notification-output-port port))
       (warn "Careful with" 'this "and" 42)
       (warn 'symbol-first "then string")))))
(write-string text)
(newline)
(define seen '())
(write-line
 (bind-condition-handler (list condition-type:warning)
     (lambda (c)
       (set! seen (cons (condition/report-string c) seen))
       (muffle-warning c))
   (lambda ()
     (warn "Quiet" 1)
     (warn "Quiet" 2)
     'went-on)))
(write-line (reverse seen))
(write-line
 (call-with-current-continuation
  (lambda (k)
    (bind-condition-handler (list condition-type:simple-warning)
        (lambda (c) (k (list (condition/type c) (access-condition c 'message) (access-condition c 'irritants))))
      (lambda () (warn "Left" 'a "b"))))))
