(call-with-temporary-file-pathname
 (lambda (p)
   (call-with-output-file p (lambda (port) (write '(a "b") port) (newline port) (write 'c port)))
   (write-line (call-with-input-file p read))
   (write-line (read-file p))
   (write-line (file-length p))
   (with-output-to-file p (lambda () (write-string "again")))
   (write-line (with-input-from-file p read-line))
   (write-line (file-exists? p))))
