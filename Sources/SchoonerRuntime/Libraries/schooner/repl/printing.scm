;;; What an evaluation gave.

(define (write-values values port)
  (fresh-line port)
  (if (null? values)
      (begin
        (write-string ";No values" port)
        (newline port))
      (for-each (lambda (value)
                  (write-value-line value port)
                  (newline port))
                values)))

(define (write-value-line value port)
  (cond ((eq? value unspecific) (write-string ";Unspecified return value" port))
        ((default-object? value) (write-string ";Default value" port))
        (else
         (write-string ";Value: " port)
         (write value port))))

;; Shows values as those of an expression typed to the loop, when it shows any. MIT Scheme 12.1.
(define (repl-write values expression #!optional repl)
  (let ((repl (if (default-object? repl) (nearest-repl) repl)))
    (if (talking? repl)
        (write-values values (repl/port repl)))))
