(write-line (call-with-output-string (lambda (port) (with-notification-output-port port (lambda () (write-string "note" (notification-output-port)))))))
(write-line (call-with-output-string (lambda (port) (with-output-to-port port (lambda () (write-string "out"))))))
