;; A keep-alive HTTP/1.1 server in blocking style, a thread a connection, for Schooner and MIT Scheme.
;; Takes its port from the command line; 0 picks a free one where the system can tell which.

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
          ((string-null? line) #t)
          (else (read-header port)))))

(define (serve port)
  (let request-loop ()
    (if (read-header port)
        (begin
          (write-string response port)
          (flush-output port)
          (request-loop)))))

(define (main port-number)
  (let ((server (open-tcp-server-socket port-number (host-address-loopback))))
    (write-string "listening on port ")
    (write (if (= port-number 0) (tcp-server-socket-port server) port-number))
    (newline)
    (flush-output)
    (let accept-loop ()
      (let ((port (tcp-server-connection-accept server #t #f)))
        (detach-thread
         (create-thread #f
           (lambda ()
             ;; A client that resets its connection ends this thread only.
             (call-with-current-continuation
              (lambda (give-up)
                (with-exception-handler
                 (lambda (condition) (give-up condition))
                 (lambda () (serve port)))))
             (close-port port)))))
      (accept-loop))))

(main (string->number (car (command-line-arguments))))
