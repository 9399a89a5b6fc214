;; A chat server with rooms: a thread a client, one mutex around what the clients share.
;;
;;     schooner Examples/chat-server.scm [PORT]        then:  nc localhost PORT
;;
;; PORT is 7008 when it is missing; 0 picks a free one.
;; A client first types a name, then lines for everyone in its room, or a command:
;;     /join ROOM    go to another room        /who    who is in this room        /quit    leave

;; Each client has its own mutex, so that lines from two senders never mix and a slow reader holds up
;; only those who write to it.
(define-record-type client
    (make-client name port room mutex)
    client?
  (name client-name)
  (port client-port)
  (room client-room set-client-room!)
  (mutex client-mutex))

(define clients '())
(define clients-mutex (make-thread-mutex))

(define (find-client name)
  (let loop ((rest clients))
    (cond ((null? rest) #f)
          ((string=? name (client-name (car rest))) (car rest))
          (else (loop (cdr rest))))))

;; Adds a client under a free name, or returns false when the name is taken.
(define (add-client! name port)
  (with-thread-mutex-lock clients-mutex
    (lambda ()
      (and (not (find-client name))
           (let ((client (make-client name port "lobby" (make-thread-mutex))))
             (set! clients (cons client clients))
             client)))))

(define (remove-client! client)
  (with-thread-mutex-lock clients-mutex
    (lambda ()
      (set! clients (delete client clients)))))

(define (clients-in room)
  (with-thread-mutex-lock clients-mutex
    (lambda ()
      (filter (lambda (client) (string=? room (client-room client)))
              clients))))

;; Sends one line. A client that is gone is left to its own thread, which will notice.
(define (tell client . parts)
  (with-thread-mutex-lock (client-mutex client)
    (lambda ()
      (guard (condition ((error-object? condition) #f))
        (let ((port (client-port client)))
          (for-each (lambda (part) (write-string part port)) parts)
          (newline port)
          (flush-output port))))))

(define (tell-room room . parts)
  (for-each (lambda (client) (apply tell client parts))
            (clients-in room)))

(define (join-room client room)
  (tell-room (client-room client) "* " (client-name client) " leaves for " room)
  (set-client-room! client room)
  (tell-room room "* " (client-name client) " joins " room))

(define (list-room client)
  (for-each (lambda (other) (tell client "* " (client-name other) " is here"))
            (clients-in (client-room client))))

;; Handles one line; false when the client wants to leave.
(define (handle-line client line)
  (cond ((string=? line "/quit") #f)
        ((string=? line "/who") (list-room client) #t)
        ((string-prefix? "/join " line)
         (join-room client (substring line 6 (string-length line)))
         #t)
        ((string-prefix? "/" line)
         (tell client "* commands: /join ROOM, /who, /quit")
         #t)
        (else
         (tell-room (client-room client) (client-name client) ": " line)
         #t)))

(define (chat client)
  (let ((line (read-line (client-port client))))
    (if (and (not (eof-object? line))
             (handle-line client line))
        (chat client))))

;; Asks for a name until a free one is given; false when the connection ends first.
(define (enter port)
  (write-string "* your name?" port)
  (newline port)
  (flush-output port)
  (let ((name (read-line port)))
    (and (not (eof-object? name))
         (or (and (not (string=? name ""))
                  (add-client! name port))
             (enter port)))))

;; Whatever happens to the connection, the client leaves the list and the others hear of it.
(define (serve-client client)
  (tell-room "lobby" "* " (client-name client) " joins lobby")
  (guard (condition ((error-object? condition) #f))
    (chat client))
  (remove-client! client)
  (tell-room (client-room client) "* " (client-name client) " is gone"))

(define (serve port)
  (let ((client (guard (condition ((error-object? condition) #f))
                  (enter port))))
    (if client (serve-client client))
    (close-port port)))

(define (accept-clients server)
  (let ((port (tcp-server-connection-accept server #t #f)))
    (detach-thread (create-thread #f (lambda () (serve port))))
    (accept-clients server)))

(define (listen port-number)
  (let ((server (open-tcp-server-socket port-number)))
    (write-string "listening on port ")
    (write (if (= port-number 0)
               (tcp-server-socket-port server)
               port-number))
    (newline)
    (flush-output)
    (accept-clients server)))

(let ((arguments (command-line-arguments)))
  (listen (if (pair? arguments)
              (string->number (car arguments))
              7008)))
