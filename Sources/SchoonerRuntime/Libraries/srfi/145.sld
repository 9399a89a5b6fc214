;;;; SRFI 145: assumptions.

(define-library (srfi 145)
  (export assume)
  (import (scheme base))
  (begin

    ;; (assume expression message ...): the expression's value, or an error with the expression and the messages.
    (define-syntax assume
      (syntax-rules ()
        ((_ expression message ...)
         (or expression
             (error "Invalid assumption:" 'expression message ...)))
        ((_ . other)
         (syntax-error "assume: ill-formed" (assume . other)))))))
