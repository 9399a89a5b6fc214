;;; Events of descriptors: a server that accepts in an event, once and for ever.

(define descriptor-of
  (if (environment-bound? system-global-environment 'channel-descriptor-for-select)
      (eval 'channel-descriptor-for-select system-global-environment)
      (eval '(access channel-descriptor-for-select (->environment '(runtime primitive-io)))
            system-global-environment)))

(define server (open-tcp-server-socket 0 (host-address-loopback)))
(define service (tcp-server-socket-port server))
(define modes '())

(define (greet mode)
  (set! modes (cons mode modes))
  (let ((connection (tcp-server-connection-accept server #f #f)))
    (if connection
        (begin
          (write-string "hello\n" connection)
          (close-port connection)))))

(define (ask)
  (let* ((port (open-tcp-stream-socket "localhost" service))
         (line (read-line port)))
    (close-port port)
    line))

(define for-ever
  (permanently-register-io-thread-event (descriptor-of server) 'read (current-thread) greet))
(write (ask))
(newline)
(write (ask))
(newline)
(deregister-io-thread-event for-ever)
(write modes)
(newline)

(set! modes '())
(register-io-thread-event (descriptor-of server) 'read (current-thread) greet)
(write (ask))
(newline)
(write modes)
(newline)

(set! modes '())
(deregister-io-thread-event
 (register-io-thread-event (descriptor-of server) 'read (current-thread) greet))
(define waiting (open-tcp-stream-socket "localhost" service))
(sleep-current-thread 20)
(write modes)
(newline)
(close-port waiting)
(close-tcp-server-socket server)
