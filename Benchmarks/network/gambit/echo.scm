;; A line echo server for Gambit, a green thread a connection.
(include "server.scm")

(define (serve port)
  (let ((line (read-line port)))
    (if (not (eof-object? line))
        (begin
          (write-string line port)
          (newline port)
          (force-output port)
          (serve port)))))

(serve-connections serve)
