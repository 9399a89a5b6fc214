;; SRFI 98: environment variables.
(import (scheme base) (scheme write) (srfi 98))

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

(show (string? (get-environment-variable "PATH")))
(show (get-environment-variable "NO_SUCH_VARIABLE_HERE"))
(show (get-environment-variable 'path))
(show (let ((all (get-environment-variables)))
        (and (list? all)
             (pair? (assoc "PATH" all))
             (equal? (cdr (assoc "PATH" all)) (get-environment-variable "PATH")))))
