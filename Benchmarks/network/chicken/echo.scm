;; A line echo server for Chicken, one loop over poll.
(include "server.scm")

(define (answer in out)
  (let ((line (read-line in)))
    (and (not (eof-object? line))
         (begin
           (write-string line #f out)
           (newline out)
           (flush-output out)
           #t))))

(serve-connections answer)
