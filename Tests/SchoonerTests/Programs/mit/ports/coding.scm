(define p (open-input-string "x"))
(call-with-temporary-file-pathname
 (lambda (n)
   (call-with-output-file n (lambda (port) (port/set-coding port 'utf-8) (port/set-line-ending port 'newline) (write-string "é" port)))
   (write-line (file-length n))))
