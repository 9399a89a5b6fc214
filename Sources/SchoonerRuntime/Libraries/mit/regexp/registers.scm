;;; What the last match found, and the errors of patterns

(define-record-type compiled-regexp (make-compiled matcher) compiled-regexp? (matcher matcher))

(define-record-type re-registers
  (make-registers starts ends)
  re-registers?
  (starts starts)
  (ends ends))

(define last-registers #f)
(define (re-registers) last-registers)
(define (set-re-registers! registers) (set! last-registers registers))
(define (preserving-re-registers thunk)
  (let ((saved last-registers))
    (let ((value (thunk)))
      (set! last-registers saved)
      value)))

(define condition-type:re-compile-pattern
  (make-condition-type 're-compile-pattern condition-type:error '(message)
    (lambda (condition port)
      (write-string "Error compiling regular expression: " port)
      (write-string (access-condition condition 'message) port))))
(define error-compile
  (condition-signaller condition-type:re-compile-pattern '(message) standard-error-handler))
