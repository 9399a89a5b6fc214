(call-with-temporary-file-pathname
 (lambda (p)
   (call-with-binary-output-file p (lambda (port) (write-u8 1 port) (write-u8 255 port)))
   (write-line (call-with-binary-input-file p (lambda (port) (let* ((a (read-u8 port)) (b (read-u8 port)) (c (read-u8 port))) (list a b (eof-object? c))))))
   (write-line (file-length p))))
