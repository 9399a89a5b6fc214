;; SRFI 28: basic format strings.
(import (scheme base) (scheme write) (srfi 28))

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

(show (format "Hello, ~a" "World!"))
(show (format "Error, list is too short: ~s~%" '(one "two" 3)))
(show (format "~a and ~s" #\a #\a))
(show (format "a tilde: ~~ and nothing"))
(show (format ""))
(show (format "~a"))
(show (format "~x" 1))
(show (format "~"))
(show (format 'a))
