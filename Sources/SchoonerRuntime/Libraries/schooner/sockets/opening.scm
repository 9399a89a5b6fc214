;;;; Sockets: making, accepting, shutting down, closing.

;; The server is a channel or #f, the connection a binary i/o port or #f.  The outputs are the ports that
;; socket-output-port has made, held weakly: what was written to them is sent before the socket is closed.
(define-record-type socket
  (new-socket server connection outputs readable? writable?)
  socket?
  (server socket-server)
  (connection socket-connection)
  (outputs socket-outputs set-socket-outputs!)
  (readable? socket-readable? set-socket-readable!)
  (writable? socket-writable? set-socket-writable!))

(define (connection->socket port)
  (new-socket #f port '() #t #t))

(define (check-socket object name)
  (if (not (socket? object)) (error:wrong-type-argument object 0 name)))

;; The port of a socket that is connected.
(define (connection socket name)
  (check-socket socket name)
  (or (socket-connection socket)
      (error:bad-range-argument socket 0 name)))

;;; Arguments that say which kind of socket is meant: only TCP there is.

(define (check-member object choices operand name)
  (if (not (exact-integer? object))
      (error:wrong-type-argument object operand name))
  (if (not (memv object choices))
      (error:bad-range-argument object operand name)))

(define (check-kind family type protocol operand name)
  (check-member family (list *af-unspec* *af-inet* *af-inet6*) operand name)
  (check-member type (list *sock-stream*) (+ operand 1) name)
  (check-member protocol (list *ipproto-ip* *ipproto-tcp*)
                (+ operand (if (eq? name 'make-client-socket) 3 2))
                name))

;; Whether a host is written as an address.
(define (numeric? host)
  (let ((length (string-length host)))
    (let loop ((index 0) (colon? #f) (letter? #f))
      (if (= index length)
          (and (> length 0) (or colon? (not letter?)))
          (let ((char (string-ref host index)))
            (cond ((char=? char #\:) (loop (+ index 1) #t letter?))
                  ((memv char (string->list "0123456789.")) (loop (+ index 1) colon? letter?))
                  (else (loop (+ index 1) colon? #t))))))))

(define make-client-socket
  (case-lambda
    ((node service)
     (make-client-socket node service *af-inet*))
    ((node service family)
     (make-client-socket node service family *sock-stream*))
    ((node service family type)
     (make-client-socket node service family type (socket-merge-flags *ai-v4mapped* *ai-addrconfig*)))
    ((node service family type flags)
     (make-client-socket node service family type flags *ipproto-ip*))
    ((node service family type flags protocol)
     (if (not (string? node)) (error:wrong-type-argument node 0 'make-client-socket))
     (if (not (string? service)) (error:wrong-type-argument service 1 'make-client-socket))
     (check-kind family type protocol 2 'make-client-socket)
     (if (not (exact-integer? flags)) (error:wrong-type-argument flags 4 'make-client-socket))
     (if (and (flag-set? flags *ai-numerichost*) (not (numeric? node)))
         (error:bad-range-argument node 0 'make-client-socket))
     (connection->socket (open-binary-tcp-stream-socket node service)))))

;; The server takes connections on all addresses of the machine.
(define make-server-socket
  (case-lambda
    ((service) (make-server-socket service *af-inet*))
    ((service family) (make-server-socket service family *sock-stream*))
    ((service family type) (make-server-socket service family type *ipproto-ip*))
    ((service family type protocol)
     (if (not (string? service)) (error:wrong-type-argument service 0 'make-server-socket))
     (check-kind family type protocol 1 'make-server-socket)
     (new-socket (open-tcp-server-socket service) #f '() #f #f))))

(define (socket-accept socket)
  (check-socket socket 'socket-accept)
  (if (not (socket-server socket)) (error:bad-range-argument socket 0 'socket-accept))
  (connection->socket (tcp-server-binary-connection-accept (socket-server socket) #t #f)))

;;; Closing

;; What a dead or closed port has to do here is nothing.
(define (live-outputs socket)
  (let loop ((rest (socket-outputs socket)))
    (cond ((null? rest) '())
          ((and (weak-pair/car? (car rest))
                (output-port-open? (weak-car (car rest))))
           (cons (car rest) (loop (cdr rest))))
          (else (loop (cdr rest))))))

(define (send-outputs socket)
  (for-each (lambda (cell)
              (let ((port (weak-car cell)))
                (if port (flush-output-port port))))
            (live-outputs socket)))

;; A server that is shut down takes no more connections.
(define (socket-shutdown socket how)
  (check-socket socket 'socket-shutdown)
  (check-member how (list *shut-rd* *shut-wr* *shut-rdwr*) 1 'socket-shutdown)
  (cond ((socket-server socket)
         (close-tcp-server-socket (socket-server socket)))
        (else
         (if (and (flag-set? how *shut-wr*) (socket-writable? socket))
             (begin
               (send-outputs socket)
               (set-socket-writable! socket #f)
               (close-output-port (socket-connection socket))))
         (if (and (flag-set? how *shut-rd*) (socket-readable? socket))
             (begin
               (set-socket-readable! socket #f)
               (close-input-port (socket-connection socket)))))))

(define (socket-close socket)
  (check-socket socket 'socket-close)
  (if (socket-server socket)
      (close-tcp-server-socket (socket-server socket))
      (dynamic-wind
       (lambda () #f)
       (lambda ()
         (if (socket-writable? socket) (send-outputs socket)))
       (lambda ()
         (set-socket-readable! socket #f)
         (set-socket-writable! socket #f)
         (close-port (socket-connection socket))))))

;; Closes the socket when the procedure returns.
(define (call-with-socket socket proc)
  (check-socket socket 'call-with-socket)
  (call-with-values (lambda () (proc socket))
    (lambda results
      (socket-close socket)
      (apply values results))))

;;; Addresses: bytevectors of four or sixteen bytes, and port numbers

(define (local-end socket name receiver)
  (check-socket socket name)
  (call-with-values
      (lambda ()
        (tcp-socket-local-address (or (socket-server socket) (socket-connection socket))))
    receiver))

(define (socket-local-address socket)
  (local-end socket 'socket-local-address (lambda (address port) address)))

(define (socket-local-port socket)
  (local-end socket 'socket-local-port (lambda (address port) port)))

(define (peer-end socket name receiver)
  (call-with-values (lambda () (tcp-socket-peer-address (connection socket name)))
    receiver))

(define (socket-peer-address socket)
  (peer-end socket 'socket-peer-address (lambda (address port) address)))

(define (socket-peer-port socket)
  (peer-end socket 'socket-peer-port (lambda (address port) port)))
