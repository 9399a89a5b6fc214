;;;; Sending and receiving.

(define (check-flags flags supported operand name)
  (if (not (exact-integer? flags))
      (error:wrong-type-argument flags operand name))
  (if (not (= 0 (socket-purge-flags flags supported)))
      (error:bad-range-argument flags operand name)))

(define socket-send
  (case-lambda
    ((socket bytes) (socket-send socket bytes *msg-none*))
    ((socket bytes flags)
     (let ((port (connection socket 'socket-send)))
       (if (not (bytevector? bytes)) (error:wrong-type-argument bytes 1 'socket-send))
       (check-flags flags *msg-none* 2 'socket-send)
       (write-bytevector bytes port)
       (flush-output-port port)
       (bytevector-length bytes)))))

;; An empty bytevector: the peer has sent all it will.
(define socket-recv
  (case-lambda
    ((socket size) (socket-recv socket size *msg-none*))
    ((socket size flags)
     (let ((port (connection socket 'socket-recv)))
       (check-flags flags (socket-merge-flags *msg-peek* *msg-waitall*) 2 'socket-recv)
       (cond ((and (not (socket-readable? socket)) (socket-writable? socket))
              (bytevector))
             ((and (flag-set? flags *msg-waitall*) (not (flag-set? flags *msg-peek*)))
              (let ((bytes (read-bytevector size port)))
                (if (eof-object? bytes) (bytevector) bytes)))
             (else
              (%receive-bytes port size (flag-set? flags *msg-peek*))))))))

;;; Fresh binary ports; closing one leaves the socket open.

(define (socket-input-port socket)
  (%connection-input-port (connection socket 'socket-input-port)))

(define (socket-output-port socket)
  (let ((port (%connection-output-port (connection socket 'socket-output-port))))
    (set-socket-outputs! socket (cons (weak-cons port #f) (live-outputs socket)))
    port))
