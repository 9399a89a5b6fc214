;; A device that is full, where there is one to try: a condition when the text goes out, not a loss.
(define device "/dev/full")
(define (outcome thunk)
  (call-with-current-continuation
   (lambda (k) (with-exception-handler (lambda (e) (k (if (error-object? e) 'error e))) thunk))))
(define-syntax expect-error
  (syntax-rules () ((_ expression) (write-line (if (file-exists? device) (outcome (lambda () expression)) 'error)))))
(expect-error (let ((port (open-output-file device))) (write-string "text" port) (flush-output port)))
(expect-error (let ((port (open-output-file device))) (write-string "text" port) (close-port port)))
(expect-error (let ((port (open-binary-output-file device))) (write-u8 1 port) (close-port port)))
(expect-error (call-with-output-file device (lambda (port) (write-string "text" port))))
(expect-error (with-output-to-file device (lambda () (write-string "text"))))
(expect-error (call-with-output-file device (lambda (port) (write-string (make-string 1000000 #\a) port))))
