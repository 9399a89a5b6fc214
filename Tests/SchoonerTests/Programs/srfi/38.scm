;; SRFI 38: shared structure.
(import (scheme base) (scheme write) (srfi 38))

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

(define (written object write)
  (let ((port (open-output-string)))
    (write object port)
    (get-output-string port)))
(define circle (list 1 2))
(set-cdr! (cdr circle) circle)
(define part (list 'x))
(show (written circle write-with-shared-structure))
(show (written (list part part) write/ss))
(show (let* ((read-back (read-with-shared-structure (open-input-string "(#0=(x) #0#)"))))
        (list read-back (eq? (car read-back) (cadr read-back)))))
(show (let ((read-back (read/ss (open-input-string "#0=(1 . #0#)"))))
        (eq? read-back (cdr read-back))))
