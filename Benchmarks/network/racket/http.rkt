#lang racket/base
;; A keep-alive HTTP/1.1 server for Racket, a green thread a connection.
(require "server.rkt")

(define response
  (string-append "HTTP/1.1 200 OK\r\n"
                 "Content-Type: text/plain\r\n"
                 "Content-Length: 13\r\n"
                 "\r\n"
                 "Hello, world!"))

;; Reads up to the blank line that ends a request's header; false at the end of the connection.
(define (read-header in)
  (define line (read-line in))
  (cond [(eof-object? line) #f]
        [(string=? line "\r") #t]
        [else (read-header in)]))

(define (serve in out)
  (let loop ()
    (when (read-header in)
      (write-string response out)
      (flush-output out)
      (loop))))

(serve-connections serve)
