; What a port knows of codings and line ends.
(define in (open-input-string "text"))
(call-with-temporary-file-pathname
 (lambda (p)
   (call-with-output-file p
     (lambda (port)
       (write-line (port/supports-coding? port))
       (write-line (port/coding port))
       (write-line (port/line-ending port))
       (port/set-line-ending port 'crlf)
       (write-string "a\nb\n" port)
       (write-line (port/line-ending port))))
   (write-line (file-length p))
   (call-with-output-file p
     (lambda (port)
       (port/set-coding port 'iso-8859-1)
       (write-string "caf\xe9;" port)
       (write-line (port/coding port))))
   (write-line (file-length p))
   (call-with-input-file p
     (lambda (port)
       (port/set-coding port 'iso-8859-1)
       (write-line (string-length (read-line port)))))
   (call-with-output-file p (lambda (port) (write-string "caf\xe9;" port)))
   (write-line (file-length p))
   (write-line (call-with-input-file p (lambda (port) (string-length (read-line port)))))))
