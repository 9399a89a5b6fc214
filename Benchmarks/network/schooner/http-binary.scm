;; A keep-alive HTTP/1.1 server over binary ports, a thread a connection.
(load "binary-server.scm")

(define response
  (string->utf8
   (string-append "HTTP/1.1 200 OK\r\n"
                  "Content-Type: text/plain\r\n"
                  "Content-Length: 13\r\n"
                  "\r\n"
                  "Hello, world!")))

;; Reads up to the blank line, CR-LF, that ends a request's header; #f at the end of the connection.
(define (read-header buffer port)
  (let ((length (read-line-into buffer port)))
    (cond ((not length) #f)
          ((<= length 2) #t)
          (else (read-header buffer port)))))

(define (serve port)
  (let ((buffer (make-bytevector 512)))
    (let loop ()
      (if (read-header buffer port)
          (begin
            (write-bytevector response port)
            (flush-output port)
            (loop))))))

(serve-connections serve)
