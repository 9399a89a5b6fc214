(write-line (call-with-output-string (lambda (port) (parameterize ((notification-output-port port)) (write-string "hi" (notification-output-port))))))
(write-line (call-with-output-string (lambda (port) (parameterize ((current-output-port port)) (write-string "hi")))))
