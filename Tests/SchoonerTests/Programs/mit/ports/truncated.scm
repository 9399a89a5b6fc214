(write-line (call-with-truncated-output-string 5 (lambda (p) (write-string "hello world" p))))
(write-line (call-with-truncated-output-string 50 (lambda (p) (write-string "hello world" p))))
(write-line (write-to-string '(a "b" #\c)))
(write-line (string-length (write-to-string (iota 100))))
