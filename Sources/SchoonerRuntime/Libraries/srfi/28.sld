;;;; SRFI 28: basic format strings.

(define-library (srfi 28)
  (export format)
  (import (scheme base) (scheme write))
  (begin

    ;; ~a displays the next argument, ~s writes it, ~% is a newline and ~~ a tilde.
    (define (format template . arguments)
      (if (not (string? template))
          (error "The format string is not a string:" template))
      (let ((end (string-length template))
            (port (open-output-string)))
        (let loop ((index 0) (rest arguments))
          (cond ((= index end)
                 (get-output-string port))
                ((not (char=? (string-ref template index) #\~))
                 (write-char (string-ref template index) port)
                 (loop (+ index 1) rest))
                ((= (+ index 1) end)
                 (error "The format string ends within an escape:" template))
                (else
                 (let ((escape (string-ref template (+ index 1))))
                   (case escape
                     ((#\a #\s)
                      (if (null? rest)
                          (error "The format string asks for more arguments:" template))
                      (if (char=? escape #\a)
                          (display (car rest) port)
                          (write (car rest) port))
                      (loop (+ index 2) (cdr rest)))
                     ((#\%)
                      (newline port)
                      (loop (+ index 2) rest))
                     ((#\~)
                      (write-char #\~ port)
                      (loop (+ index 2) rest))
                     (else
                      (error "Unknown escape in a format string:" escape template)))))))))))
