;; SRFI 106: sockets, over the loopback interface, between green threads.
(import (scheme base) (scheme write) (srfi 18) (srfi 106)
        (only (schooner sockets) socket-local-port socket-local-address socket-peer-port socket-peer-address))

(define (show . objects)
  (for-each (lambda (object) (write object) (display " ")) objects)
  (newline))

(define-syntax error-in
  (syntax-rules ()
    ((_ form ...)
     (guard (object ((error-object? object) 'error) (else (list 'other object)))
       form ...))))

;;; Flags.

(show (= *af-inet* (address-family inet)) (= *af-inet6* (address-family inet6)) (= *af-unspec* (address-family unspec)))
(show (= *sock-stream* (socket-domain stream)) (= *sock-dgram* (socket-domain datagram)))
(show (= *ai-canonname* (address-info canonname)) (= *ai-numerichost* (address-info numerichost))
      (= *ai-v4mapped* (address-info v4mapped)) (= *ai-all* (address-info all))
      (= *ai-addrconfig* (address-info addrconfig)))
(show (= (socket-merge-flags *ai-v4mapped* *ai-addrconfig*) (address-info v4mapped addrconfig)))
(show (= *ipproto-ip* (ip-protocol ip)) (= *ipproto-tcp* (ip-protocol tcp)) (= *ipproto-udp* (ip-protocol udp)))
(show (= 0 (message-type none)) (= *msg-peek* (message-type peek)) (= *msg-oob* (message-type oob))
      (= *msg-waitall* (message-type wait-all)))
(show (= *shut-rd* (shutdown-method read)) (= *shut-wr* (shutdown-method write))
      (= *shut-rdwr* (shutdown-method read write)))
(show (= *msg-peek* (socket-purge-flags (socket-merge-flags *msg-peek* *msg-oob*) *msg-oob*)))
(show (error-in (address-family ipx)))

;;; A server, and a client for each example.

(define server (make-server-socket "0"))
(define port (number->string (socket-local-port server)))
(show (socket? server) (socket? 'a))

(define (connect) (make-client-socket "127.0.0.1" port))
(define (start thunk) (thread-start! (make-thread thunk)))

;; Accepting stops only the thread that accepts.
(define (with-pair proc)
  (let ((accepting (start (lambda () (socket-accept server)))))
    (let* ((client (connect))
           (served (thread-join! accepting)))
      (call-with-values (lambda () (proc client served))
        (lambda results
          (socket-close client)
          (socket-close served)
          (apply values results))))))

;; An echo server, as in the SRFI.
(define (echo-once)
  (call-with-socket (socket-accept server)
    (lambda (sock)
      (let ((in (socket-input-port sock))
            (out (socket-output-port sock)))
        (let loop ()
          (let ((byte (read-u8 in)))
            (if (eof-object? byte)
                'served
                (begin
                  (write-u8 byte out)
                  (loop)))))))))
(define echo (start echo-once))
(show (call-with-socket (connect)
        (lambda (sock)
          (let ((in (socket-input-port sock))
                (out (socket-output-port sock)))
            (write-bytevector (string->utf8 "hello\r\n") out)
            (flush-output-port out)
            (socket-shutdown sock (shutdown-method write))
            (utf8->string (read-bytevector 100 in))))))
(show (thread-join! echo))

;;; Sending and receiving bytevectors.

(with-pair
 (lambda (client served)
   (show (socket-send client (bytevector 1 2 3)))
   (show (<= 1 (bytevector-length (socket-recv served 10 (message-type peek))) 3))
   (show (socket-recv served 3 (message-type wait-all)))
   (show (socket-send served (bytevector 4 5 6 7)))
   (show (socket-recv client 2 (message-type wait-all)))
   (show (socket-recv client 2 (message-type wait-all)))
   (show (socket-send client (bytevector)))
   (show (socket-recv client 0))
   ;; Peeking leaves the bytes.
   (socket-send client (bytevector 8 9) (message-type none))
   (show (bytevector-u8-ref (socket-recv served 10 (message-type peek)) 0))
   (show (socket-recv served 2 (message-type wait-all)))
   ;; All that was asked for, in several sends.
   (let ((all (start (lambda () (socket-recv served 5 (message-type wait-all))))))
     (socket-send client (bytevector 1 2))
     (thread-yield!)
     (socket-send client (bytevector 3 4 5))
     (show (thread-join! all)))
   ;; The end of what the peer sends.
   (socket-send client (bytevector 1))
   (socket-shutdown client *shut-wr*)
   (show (socket-recv served 5 (message-type wait-all)))
   (show (socket-recv served 5))
   (show (socket-recv served 5 (message-type wait-all)))
   ;; The other direction goes on.
   (socket-send served (bytevector 10 11))
   (show (socket-recv client 2 *msg-waitall*))
   (show (error-in (socket-send client (bytevector 1))))))

;; A receiver waits, and the others run.
(with-pair
 (lambda (client served)
   (let ((receiver (start (lambda () (socket-recv served 10)))))
     (thread-yield!)
     (socket-send client (bytevector 42))
     (show (thread-join! receiver)))))

;; Many bytes, both ways at once.
(define (numbered count)
  (let ((bytes (make-bytevector count)))
    (do ((i 0 (+ i 1)))
        ((= i count) bytes)
      (bytevector-u8-set! bytes i (modulo (* i 7) 256)))))
(with-pair
 (lambda (client served)
   (let* ((bytes (numbered 20000))
          (receiver (start (lambda () (socket-recv served 20000 *msg-waitall*))))
          (sender (start (lambda () (socket-send served bytes)))))
     (show (socket-send client bytes))
     (show (equal? bytes (socket-recv client 20000 *msg-waitall*)))
     (show (equal? bytes (thread-join! receiver)))
     (show (thread-join! sender)))))

;;; Ports.

(with-pair
 (lambda (client served)
   (let ((in (socket-input-port client))
         (out (socket-output-port served)))
     (show (binary-port? in) (input-port? in) (output-port? in))
     (show (binary-port? out) (input-port? out) (output-port? out))
     (show (eq? in (socket-input-port client)))
     (write-bytevector (bytevector 1 2 3) out)
     (close-port out)
     ;; Closing the port has not closed the socket.
     (show (output-port-open? out))
     (socket-send served (bytevector 4))
     (show (let* ((a (read-u8 in)) (b (read-u8 in)) (c (read-u8 in)) (d (read-u8 in)))
             (list a b c d)))
     (close-port in)
     (show (input-port-open? in))
     (socket-send served (bytevector 5))
     (show (socket-recv client 10)))))

;; What was written to a port is sent when the socket is closed.
(define writer
  (start (lambda ()
           (let* ((sock (socket-accept server))
                  (out (socket-output-port sock)))
             (write-bytevector (bytevector 7 8 9) out)
             (socket-close sock)))))
(define reader (connect))
(show (socket-recv reader 3 *msg-waitall*))
(show (socket-recv reader 3))
(socket-close reader)

;;; Shutting down.

(with-pair
 (lambda (client served)
   (socket-shutdown client *shut-rd*)
   (show (socket-recv client 10))
   (show (socket-send client (bytevector 1)))
   (show (socket-recv served 10))
   (socket-shutdown client *shut-rdwr*)
   (socket-shutdown client *shut-rdwr*)
   (show (socket-recv served 10))
   (show (error-in (socket-shutdown client 12)))))

;;; call-with-socket

(define kept #f)
(define accepting (start (lambda () (socket-accept server))))
(show (call-with-values
          (lambda () (call-with-socket (connect) (lambda (sock) (set! kept sock) (values 1 2))))
        list))
(show (error-in (socket-send kept (bytevector 1))))
(show (error-in (socket-recv kept 1)))
(show (error-in (call-with-socket 'a (lambda (sock) sock))))
(show (socket-recv (thread-join! accepting) 1))

;;; Addresses (not of the SRFI).

(with-pair
 (lambda (client served)
   (show (= (socket-local-port server) (socket-peer-port client) (socket-local-port served)))
   (show (= (socket-local-port client) (socket-peer-port served)))
   (show (socket-peer-address client) (socket-local-address client))))

;;; Arguments.

(define other (make-server-socket "0" *af-inet* *sock-stream* *ipproto-tcp*))
(define other-port (number->string (socket-local-port other)))
(socket-close (make-client-socket "localhost" other-port *af-unspec* *sock-stream* (address-info v4mapped) *ipproto-ip*))
(socket-close (make-client-socket "127.0.0.1" other-port *af-inet* *sock-stream* (address-info numerichost)))
(show (error-in (make-client-socket "localhost" other-port *af-inet* *sock-stream* (address-info numerichost))))
(show (error-in (make-client-socket 'localhost other-port)))
(show (error-in (make-client-socket "localhost" 80)))
(show (error-in (make-client-socket "127.0.0.1" "no-such-service-at-all")))
(show (error-in (make-client-socket "127.0.0.1" other-port *af-inet* *sock-dgram*)))
(show (error-in (make-server-socket 0)))
(show (error-in (make-server-socket "0" 99)))
(show (error-in (make-server-socket "0" *af-inet* *sock-dgram*)))
(show (error-in (make-server-socket "0" *af-inet* *sock-stream* *ipproto-udp*)))
(show (error-in (socket-accept 'a)))
(show (error-in (socket-send server (bytevector 1))))
(show (error-in (socket-recv server 1)))
(show (error-in (socket-input-port server)))
(show (error-in (socket-output-port 'a)))
(show (error-in (socket-close 'a)))
(with-pair
 (lambda (client served)
   (show (error-in (socket-accept client)))
   (show (error-in (socket-send client "text")))
   (show (error-in (socket-send client (bytevector 1) *msg-oob*)))
   (show (error-in (socket-recv client -1)))))

;; A port in use, a port where nobody listens, and the end of a server.
(show (error-in (make-server-socket other-port)))
(socket-close (socket-accept other))
(socket-close (socket-accept other))
(define waiting (start (lambda () (error-in (socket-accept other)))))
(thread-yield!)
(socket-shutdown other *shut-rdwr*)
(show (thread-join! waiting))
(socket-close other)
(socket-close other)
(show (error-in (make-client-socket "127.0.0.1" other-port)))
(show (error-in (socket-accept other)))
(socket-close server)
