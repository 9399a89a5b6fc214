;;; SRFI 26: procedures from expressions with slots, without currying.
(define-library (srfi 26)
  (export cut cute)
  (import (scheme base))
  (begin

    ;; (cut slot-or-expression …): a procedure of as many parameters as there are slots `<>`, and of any more when
    ;; the last is `<...>`. The expressions are evaluated at each call.
    (define-syntax cut
      (syntax-rules ()
        ((_ . slots) (%cut () () . slots))))

    ;; (%cut (parameter …) (element …) slot-or-expression …): takes what is left one by one.
    (define-syntax %cut
      (syntax-rules (<> <...>)
        ((_ (parameter ...) (operator operand ...))
         (lambda (parameter ...) ((begin operator) operand ...)))
        ((_ (parameter ...) (operator operand ...) <...>)
         (lambda (parameter ... . rest) (apply operator operand ... rest)))
        ((_ (parameter ...) (element ...) <> . more)
         (%cut (parameter ... slot) (element ... slot) . more))
        ((_ parameters (element ...) expression . more)
         (%cut parameters (element ... expression) . more))))

    ;; The same, but the expressions are evaluated once, when the procedure is made.
    (define-syntax cute
      (syntax-rules ()
        ((_ . slots) (%cute () () () . slots))))

    ;; (%cute (parameter …) ((name expression) …) (element …) slot-or-expression …)
    (define-syntax %cute
      (syntax-rules (<> <...>)
        ((_ (parameter ...) bindings (operator operand ...))
         (let bindings (lambda (parameter ...) (operator operand ...))))
        ((_ (parameter ...) bindings (operator operand ...) <...>)
         (let bindings (lambda (parameter ... . rest) (apply operator operand ... rest))))
        ((_ (parameter ...) bindings (element ...) <> . more)
         (%cute (parameter ... slot) bindings (element ... slot) . more))
        ((_ parameters (binding ...) (element ...) expression . more)
         (%cute parameters (binding ... (value expression)) (element ... value) . more))))))
