; ignore-errors with a second operand: what to return for the condition.
(write-line (condition? (ignore-errors (lambda () (error "Bad:" 1)))))
(write-line (ignore-errors (lambda () (error "Bad:" 1))
                           (lambda (condition) (list 'mapped (condition/report-string condition)))))
(write-line (ignore-errors (lambda () 5) (lambda (condition) 6)))
(write-line (condition? (ignore-errors (lambda () (error "Bad")) #f)))
(write-line (procedure-arity ignore-errors))
