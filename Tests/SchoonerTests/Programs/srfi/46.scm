;; SRFI 46: syntax-rules with a chosen ellipsis and patterns after it.
(import (except (scheme base) syntax-rules) (scheme write) (srfi 46))

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

(define-syntax my-let
  (syntax-rules dots ()
    ((_ ((name value) dots) body dots)
     ((lambda (name dots) body dots) value dots))))
(show (my-let ((a 1) (b 2)) (+ a b)))
(define-syntax last-first
  (syntax-rules ()
    ((_ first ... last) '(last first ...))))
(show (last-first 1 2 3 4))
(define-syntax two-last
  (syntax-rules ()
    ((_ #(a ... b c)) '(b c a ...))))
(show (two-last #(1 2 3 4)))
(define-syntax define-list-macro
  (syntax-rules ()
    ((_ name)
     (define-syntax name
       (syntax-rules dots ()
         ((_ x dots) (list x dots 'end)))))))
(define-list-macro my-list)
(show (my-list 1 2 3))
