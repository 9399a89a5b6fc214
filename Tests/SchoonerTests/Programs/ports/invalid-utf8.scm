;; Bytes that are not UTF-8 read as U+FFFD, one for each maximal part of a character that is well-formed so far.
(define name "schooner-corpus-invalid-utf8.tmp")
(define (try . bytes)
  (call-with-port (open-binary-output-file name) (lambda (port) (write-bytevector (apply bytevector bytes) port)))
  (write-line
   (map char->integer
        (call-with-input-file name
          (lambda (port)
            (let loop ((chars '()))
              (let ((char (read-char port)))
                (if (eof-object? char) (reverse chars) (loop (cons char chars)))))))))
  (write-line (call-with-input-file name (lambda (port) (string-length (read-string 100 port)))))
  (write-line (call-with-input-file name (lambda (port) (string-length (read-line port))))))
(try 97 #xC3 #xA9 98)
(try 97 #xFF 98)
(try 97 #xC3)
(try 97 #xE2 #x82 98)
(try #xF0 #x9F #x98 #x80)
(try #xED #xA0 #x80 97)
(try #xC0 #x80 97)
(try #xF4 #x90 #x80 #x80 97)
(try #x80 97)
(delete-file name)
