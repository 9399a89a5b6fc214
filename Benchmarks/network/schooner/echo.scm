;; A line echo server in blocking style, a thread a connection, for Schooner and MIT Scheme.
;; Takes its port from the command line; 0 picks a free one where the system can tell which.

(define (serve port)
  (let line-loop ()
    (let ((line (read-line port)))
      (if (not (eof-object? line))
          (begin
            (write-string line port)
            (newline port)
            (flush-output port)
            (line-loop))))))

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
