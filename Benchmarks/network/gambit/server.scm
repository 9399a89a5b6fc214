;; What the two Gambit servers share: (serve-connections serve) listens on the port of the command line (Gambit
;; does not tell which one it got, so it must be given), prints it and gives each connection a green thread of its
;; own that runs (serve port).

(define (serve-connections serve)
  (let* ((wanted (string->number (cadr (command-line))))
         (server (open-tcp-server
                  (list local-address: "127.0.0.1" local-port-number: wanted backlog: 1024 reuse-address: #t
                        coalesce: #f eol-encoding: 'lf char-encoding: 'UTF-8))))
    (display "listening on port ")
    (display wanted)
    (newline)
    (force-output)
    (let accept-loop ()
      (let ((port (read server)))
        (thread-start!
         (make-thread
          (lambda ()
            (with-exception-catcher (lambda (condition) #f) (lambda () (serve port)))
            (with-exception-catcher (lambda (condition) #f) (lambda () (close-port port)))))))
      (accept-loop))))
