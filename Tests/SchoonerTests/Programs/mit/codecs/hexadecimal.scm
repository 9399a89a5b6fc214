(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(write-line (bytevector->hexadecimal (bytevector 1 255 16)))
(write-line (hexadecimal->bytevector "01ff10"))
(write-line (report (lambda () (hexadecimal->bytevector "01f"))))
(write-line (bytevector->hexadecimal (md5-string "hello")))
(write-line (bytevector->hexadecimal (md5-string "")))
(write-line (md5-bytevector (bytevector 1 2 3)))
