;; An escape out of with-output-to-string puts the console back.
(write-line (call/cc (lambda (k) (with-output-to-string (lambda () (display "lost") (k 'escaped))))))
(display "console again")
(newline)
(write-line (with-output-to-string (lambda () (display "kept") (write "x"))))
(write-line (call-with-output-string (lambda (port) (write 'a port) (display " b" port))))
