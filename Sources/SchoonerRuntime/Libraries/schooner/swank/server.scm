;;; The server: loopback only, as whoever connects can do what the program can.

(define default-port 4005)

;; place: a port number (0: any that is free), or the name of a file that gets the number of a free one, as Emacs asks for
;; when it starts a Scheme itself; 4005 without either. Returns the port number at once; connections are served in
;; threads of their own, for as long as the program runs or until (stop-swank).
(define (start-swank #!optional place)
  (let* ((file (and (not (default-object? place))
                    (or (string? place) (pathname? place))
                    place))
         (number (cond (file 0)
                       ((or (default-object? place) (not place)) default-port)
                       ((index-fixnum? place) place)
                       (else (error:wrong-type-argument place #f 'start-swank))))
         (server (open-tcp-server-socket number (host-address-loopback)))
         (actual (tcp-server-socket-port server)))
    (set! servers (cons server servers))
    (detach-thread (create-thread #f (lambda () (accept-connections server))))
    (if file
        (call-with-output-file file
          (lambda (port)
            (write actual port)
            (newline port))))
    actual))

(define servers '())

;; Ends listening; connections live on.
(define (stop-swank)
  (for-each close-tcp-server-socket servers)
  (set! servers '()))

;; Closing the server ends the thread.
(define (accept-connections server)
  (let ((port (ignore-errors (lambda () (tcp-server-binary-connection-accept server #t #f)))))
    (if (not (condition? port))
        (begin
          (detach-thread (create-thread #f (lambda () (serve port))))
          (accept-connections server)))))

(define (serve port)
  (let ((connection (open-connection port)))
    (set-connection-worker! connection
                            (create-thread #f (lambda () (work connection))))
    (detach-thread (connection-worker connection))
    (dynamic-wind
     values
     (lambda ()
       (ignore-errors (lambda () (read-messages connection))))
     (lambda ()
       (stop-worker connection)
       (ignore-errors (lambda () (close-port port)))))))

(define (work connection)
  (parameterize ((current-connection connection)
                 (%restarts-parameter '())
                 (%error-entry (error-entry connection))
                 (%current-environment (lambda () (connection-environment connection))))
    (%with-handlers '() (lambda () (answer-requests connection)))))
