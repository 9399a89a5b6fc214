;; A line echo server: every client has a thread of its own, written in plain blocking style.
;;
;;     schooner Examples/echo-server.scm [PORT]        then:  nc localhost PORT
;;
;; PORT is 7007 when it is missing; 0 picks a free one.

(define (echo-lines port)
  (let ((line (read-line port)))
    (if (not (eof-object? line))
        (begin
          (write-string line port)
          (newline port)
          (flush-output port)
          (echo-lines port)))))

;; An error on one connection, such as a client that vanishes, is noted and ends that connection only.
(define (serve port)
  (guard (condition
          ((error-object? condition)
           (write-string "connection lost: ")
           (write-string (condition/report-string condition))
           (newline)))
    (echo-lines port))
  (close-port port))

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
              7007)))
