(call-with-temporary-file-pathname
 (lambda (p)
   (call-with-output-file p (lambda (port) (write-string "content" port)))
   (call-with-temporary-file-pathname
    (lambda (q)
      (copy-file p q)
      (write-line (call-with-input-file q read-line))
      (write-line (= (file-length p) (file-length q)))
      (write-line (file-touch q))))))
