;;; SRFI 31: rec, an expression that may refer to its own value.
(define-library (srfi 31)
  (export rec)
  (import (scheme base))
  (begin

    ;; (rec (name . formals) body …) is a procedure that may call itself by the name; (rec name expression) the value
    ;; of the expression, in which procedures may refer to it.
    (define-syntax rec
      (syntax-rules ()
        ((_ (name . formals) . body)
         (letrec ((name (lambda formals . body))) name))
        ((_ name expression)
         (letrec ((name expression)) name))))))
