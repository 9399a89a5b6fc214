;; What the two servers over binary ports share: (serve-connections serve) listens on the port of the command line
;; (0 picks a free one), prints it and gives each connection a thread of its own that runs (serve port).

(define newline-byte 10)

;; Reads a line with its newline into the buffer; gives its length, or #f at the end of the connection.
(define (read-line-into buffer port)
  (let loop ((i 0))
    (let ((byte (read-u8 port)))
      (cond ((eof-object? byte) #f)
            (else
             (bytevector-u8-set! buffer i byte)
             (if (= byte newline-byte) (+ i 1) (loop (+ i 1))))))))

(define (serve-connections serve)
  (let* ((wanted (string->number (car (command-line-arguments))))
         (server (open-tcp-server-socket wanted (host-address-loopback))))
    (write-string "listening on port ")
    (write (if (= wanted 0) (tcp-server-socket-port server) wanted))
    (newline)
    (flush-output)
    (let accept-loop ()
      (let ((port (tcp-server-binary-connection-accept server #t #f)))
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
