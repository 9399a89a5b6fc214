;; SRFI 6: string ports.
(import (except (scheme base) open-input-string open-output-string get-output-string)
        (scheme read) (scheme write) (srfi 6))

(define-syntax show
  (syntax-rules ()
    ((_ form)
     (begin
       (write 'form)
       (display " => ")
       (write (call-with-current-continuation
               (lambda (k)
                 (with-exception-handler
                  (lambda (object) (k 'error))
                  (lambda () form)))))
       (newline)))))

;; The SRFI's examples.
(define p (open-input-string "(a . (b . (c . ()))) 34"))
(show (input-port? p))
(show (read p))
(show (read p))
(show (eof-object? (peek-char p)))
(show (let ((q (open-output-string))
            (x '(a b c)))
        (write (car x) q)
        (write (cdr x) q)
        (get-output-string q)))
(show (output-port? (open-output-string)))
(show (get-output-string (open-output-string)))
(show (open-input-string 'a))
(show (get-output-string (open-input-string "a")))
