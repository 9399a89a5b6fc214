;; A keep-alive HTTP/1.1 server for Gambit, a green thread a connection.
(include "server.scm")

(define response
  (string-append "HTTP/1.1 200 OK\r\n"
                 "Content-Type: text/plain\r\n"
                 "Content-Length: 13\r\n"
                 "\r\n"
                 "Hello, world!"))

;; Reads up to the blank line that ends a request's header; false at the end of the connection.
(define (read-header port)
  (let ((line (read-line port)))
    (cond ((eof-object? line) #f)
          ((string=? line "\r") #t)
          (else (read-header port)))))

(define (serve port)
  (if (read-header port)
      (begin
        (write-string response port)
        (force-output port)
        (serve port))))

(serve-connections serve)
