;; What the two Guile servers share: (serve-connections serve) listens on the port of the command line
;; (0 picks a free one), prints it and gives each connection a thread of its own that runs (serve port).
(use-modules (ice-9 threads) (ice-9 rdelim))

(define (serve-connections serve)
  (let ((server (socket PF_INET SOCK_STREAM 0))
        (port-number (string->number (cadr (command-line)))))
    (setsockopt server SOL_SOCKET SO_REUSEADDR 1)
    (bind server AF_INET INADDR_LOOPBACK port-number)
    (listen server 1024)
    (sigaction SIGPIPE SIG_IGN)
    (display "listening on port ")
    (display (sockaddr:port (getsockname server)))
    (newline)
    (force-output)
    (let accept-loop ()
      (let ((port (car (accept server))))
        (setsockopt port IPPROTO_TCP TCP_NODELAY 1)
        (setvbuf port 'block 4096)
        (call-with-new-thread
         (lambda ()
           (catch #t
             (lambda () (serve port))
             (lambda ignored #f))
           (false-if-exception (close-port port)))))
      (accept-loop))))
