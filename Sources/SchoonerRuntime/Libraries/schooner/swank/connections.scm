;;; A connection: a thread that reads packets, and a worker that carries out the requests one after the other.

(define-record-type connection
  (make-connection port lock queue output environment worker busy? inspector tag)
  connection?
  (port connection-port)
  ;; Held while a packet is written.
  (lock connection-lock)
  ;; What the worker has to do: messages, and an eof object at the end.
  (queue connection-queue)
  ;; A string port: what evaluations print until it is sent.
  (output connection-output)
  ;; Where the listener evaluates.
  (environment connection-environment set-connection-environment!)
  (worker connection-worker set-connection-worker!)
  ;; Whether the worker computes: only then there is something to interrupt.
  (busy? connection-busy? set-connection-busy!)
  ;; The inspector's objects, the newest first, and those that it went back from.
  (inspector connection-inspector set-connection-inspector!)
  ;; The number of the last question put to Emacs.
  (tag connection-tag set-connection-tag!))

;; The connection for which the running thread works.
(define current-connection (make-unsettable-parameter #f))

;; What Emacs calls the worker.
(define worker-id 1)

(define (open-connection port)
  (make-connection port (make-thread-mutex) (make-thread-queue) (open-output-string) user-initial-environment #f #f
                   '() 0))

;; A peer that has gone is noticed by the reader; whoever still has something to say need not know.
(define (send connection . message)
  (let ((bytes (packet-bytes message)))
    (if bytes
        (begin
          (ignore-errors
           (lambda ()
             (with-thread-mutex-lock (connection-lock connection)
               (lambda ()
                 (let ((port (connection-port connection)))
                   (write-bytevector bytes port)
                   (flush-output port))))))
          #t)
        #f)))

;;; Output

(define longest-output 65536)

;; Sends what has been printed, in pieces.
(define (send-output connection)
  (let* ((text (get-output-string! (connection-output connection)))
         (length (string-length text)))
    (let loop ((start 0))
      (if (< start length)
          (let ((end (min length (+ start longest-output))))
            (send connection ':write-string (substring text start end))
            (loop end))))))

(define output-interval 100)            ; ms

;; Runs the thunk with its output going to Emacs, from time to time and at the end.
(define (with-output-to-emacs connection thunk)
  (let ((running #f) (output (connection-output connection)))
    (define (pump)
      (set! running (list #t))
      (let ((mine running))
        (detach-thread
         (create-thread #f
           (lambda ()
             (let loop ()
               (sleep-current-thread output-interval)
               (if (car mine)
                   (begin
                     (send-output connection)
                     (loop)))))))))
    (dynamic-wind
     pump
     (lambda ()
       (parameterize ((current-output-port output)
                      (current-error-port output)
                      (current-input-port (emacs-input-port connection)))
         (thunk)))
     (lambda ()
       (set-car! running #f)
       (send-output connection)))))

;;; Messages

;; Reads until the peer goes or says what the protocol does not have.
(define (read-messages connection)
  (let loop ()
    (let ((message (read-packet (connection-port connection))))
      (if (and (pair? message)
               (list? message)
               (receive-message connection message))
          (loop)))))

;; Whether the message can be what Emacs sends.
(define (receive-message connection message)
  (case (car message)
    ((:emacs-interrupt)
     (interrupt-worker connection)
     #t)
    ((:ping)
     (if (= (length message) 3)
         (send connection ':emacs-pong (cadr message) (caddr message)))
     #t)
    ((:emacs-rex)
     (and (= (length message) 5)
          (begin
            (if (at-once? (cadr message) (list-ref message 3))
                (detach-thread
                 (create-thread #f
                   (lambda ()
                     (parameterize ((current-connection connection))
                       (answer-quietly connection message)))))
                (thread-queue/queue! (connection-queue connection) message))
            #t)))
    ((:emacs-return :emacs-return-string)
     (thread-queue/queue! (connection-queue connection) message)
     #t)
    ;; Emacs also says what needs no answer, such as :emacs-pong and :emacs-channel-send.
    (else #t)))

;; Whatever it does.
(define (stop-worker connection)
  (let ((worker (connection-worker connection)))
    (if (not (thread-dead? worker))
        (begin
          (thread-queue/queue! (connection-queue connection) (eof-object))
          (ignore-errors
           (lambda ()
             (signal-thread-event worker (lambda () (exit-current-thread unspecific)))))))))

(define (next-message connection)
  (set-connection-busy! connection #f)
  (let ((message (thread-queue/dequeue! (connection-queue connection))))
    (set-connection-busy! connection #t)
    (if (eof-object? message)
        (exit-current-thread unspecific)
        message)))

;; Asks in Emacs's minibuffer: a string, or #f when the user thinks better of it. Other requests are answered meanwhile.
(define (ask-emacs connection prompt)
  (let ((tag (+ 1 (connection-tag connection))))
    (set-connection-tag! connection tag)
    (send connection ':read-from-minibuffer worker-id tag prompt "")
    (let loop ()
      (let ((message (next-message connection)))
        (cond ((eq? (car message) ':emacs-rex)
               (answer connection message)
               (loop))
              ((and (= (length message) 4) (equal? (caddr message) tag))
               (let ((reply (cadddr message)))
                 (and (string? reply) reply)))
              (else (loop)))))))
