;;;; Printing for people (MIT 14.5), on one line: what does not fit a line is not broken.

(define (pp object #!optional port)
  (let ((port (if (or (default-object? port) (eq? port #t)) (current-output-port) port)))
    (fresh-line port)
    (write object port)
    (newline port)))
