;; A line echo server for Guile, a thread of the operating system a connection.
(load "server.scm")
(use-modules (ice-9 rdelim))

(define (serve port)
  (let ((line (read-line port)))
    (if (not (eof-object? line))
        (begin
          (display line port)
          (newline port)
          (force-output port)
          (serve port)))))

(serve-connections serve)
