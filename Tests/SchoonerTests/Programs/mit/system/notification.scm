(define (notes thunk) (call-with-output-string (lambda (port) (parameterize ((notification-output-port port)) (thunk)))))
(write-line (notes (lambda () (with-notification (lambda (port) (write-string "Working" port)) (lambda () 5)))))
(write-line (notes (lambda () (write-notification-line (lambda (port) (write-string "A note" port))))))
