; CALL-WITH-TRUNCATED-OUTPUT-PORT and its string form cut output at a limit.
(write-line (call-with-truncated-output-string 10 (lambda (port) (write-string "short" port))))
(write-line (call-with-truncated-output-string 10 (lambda (port) (write-string "a rather long text" port))))
(write-line (call-with-truncated-output-string 10 (lambda (port) (write (iota 100) port))))
(write-line (call-with-truncated-output-string 0 (lambda (port) (write-string "" port))))
(write-line (write-to-string '(a "b" #\c)))
(write-line (call-with-output-string
             (lambda (port)
               (write-line (call-with-truncated-output-port 5 port
                             (lambda (p) (write-string "truncate me" p)))
                           port))))
(define done '())
(write-line (call-with-truncated-output-string 4
              (lambda (port)
                (dynamic-wind (lambda () #f)
                              (lambda () (write-string "123456" port) (set! done (cons 'after done)))
                              (lambda () (set! done (cons 'unwound done)))))))
(write-line done)
