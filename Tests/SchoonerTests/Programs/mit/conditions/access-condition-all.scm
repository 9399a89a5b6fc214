; Every field that a condition's type names, read with ACCESS-CONDITION and with an accessor.
(define (condition-of thunk)
  (call-with-current-continuation
   (lambda (k) (bind-condition-handler '() k thunk))))

;; Names and places differ in kind from one system to the next, fields do not.
(define (show thunk)
  (let ((c (condition-of thunk)))
    (write-line (condition/type c))
    (for-each (lambda (field)
                (let ((value (access-condition c field)))
                  (write-line (list field (if (procedure? value) (compound-procedure? value) value)))))
              (filter (lambda (field) (not (memq field '(environment frame operator operands type))))
                      (condition-type/field-names (condition/type c))))))

(show (lambda () (car 5)))
(show (lambda () (vector-ref (vector 1 2) 2)))
(show (lambda () (/ 7 0)))
(show (lambda () (error "Message:" 'a "b" 3)))
(show (lambda () (raise 'something)))
(show (lambda () (symbol->string "no")))
(show (lambda () (open-input-file "/no/such/file")))

(define datum-of (condition-accessor condition-type:bad-range-argument 'datum))
(define operand-of (access-condition (condition-of (lambda () (string-ref "abc" 3))) 'operand))
(write-line (datum-of (condition-of (lambda () (string-ref "abc" 3)))))
(write-line operand-of)
(write-line (condition/report-string
             (condition-of (lambda () (access-condition (condition-of (lambda () (car 1))) 'no-field)))))

