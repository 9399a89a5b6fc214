;; A line echo server for Chicken, one loop over poll.
(include "server.scm")

(define (answer in out)
  (let ((line (read-line in)))
    (and (not (eof-object? line))
         (begin
           ;; One string: written in two parts, the second waits for the acknowledgement of the first.
           (write-string (string-append line "\n") #f out)
           (flush-output out)
           #t))))

(serve-connections answer)
