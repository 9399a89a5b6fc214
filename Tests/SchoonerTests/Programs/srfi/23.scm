;; SRFI 23: error.
(import (except (scheme base) error) (scheme write) (srfi 23))

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

(define (report thunk)
  (guard (object
          ((error-object? object)
           (cons (error-object-message object) (error-object-irritants object))))
    (thunk)))
(show (report (lambda () (error "foo:" 'a 23 "b"))))
(show (report (lambda () (error "nothing more"))))
(show (error "foo"))
