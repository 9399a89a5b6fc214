(define (report thunk)
  (call-with-current-continuation
   (lambda (leave)
     (with-exception-handler
      (lambda (condition) (leave (condition/report-string condition)))
      thunk))))

(write-line (string->utf8 "héllo"))
(write-line (utf8->string (bytevector 104 105)))
(write-line (bytevector-append (bytevector 1) (bytevector 2)))
(write-line (bytevector-copy (bytevector 1 2 3) 1))
(write-line (bytevector-u8-ref (bytevector 5 6) 1))
(write-line (report (lambda () (bytevector-u8-ref (bytevector 5) 1))))
(write-line (report (lambda () (bytevector 256))))
