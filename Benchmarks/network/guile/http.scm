;; A keep-alive HTTP/1.1 server for Guile, a thread of the operating system a connection.
(load "server.scm")
(use-modules (ice-9 rdelim))

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
        (display response port)
        (force-output port)
        (serve port))))

(serve-connections serve)
