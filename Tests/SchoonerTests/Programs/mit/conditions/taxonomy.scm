; The tree of condition types, each with its fields and its ancestors.
(define types
  (list condition-type:serious-condition condition-type:error condition-type:warning
        condition-type:simple-condition condition-type:simple-error condition-type:simple-warning
        condition-type:illegal-datum condition-type:wrong-type-datum condition-type:wrong-type-argument
        condition-type:wrong-number-of-arguments condition-type:inapplicable-object
        condition-type:bad-range-argument
        condition-type:variable-error condition-type:unbound-variable condition-type:unassigned-variable
        condition-type:macro-binding
        condition-type:arithmetic-error condition-type:divide-by-zero
        condition-type:control-error condition-type:no-such-restart
        condition-type:primitive-procedure-error condition-type:system-call-error
        condition-type:port-error condition-type:file-error condition-type:file-operation-error
        condition-type:breakpoint condition-type:thread-deadlock condition-type:thread-detached
        condition-type:thread-dead condition-type:thread-control-error))
(for-each
 (lambda (type)
   (write-line (cons type (map condition-type? (condition-type/generalizations type)))))
 types)
(for-each
 (lambda (type) (write-line (condition-type/field-names type)))
 (list condition-type:simple-error condition-type:simple-warning condition-type:simple-condition
       condition-type:illegal-datum condition-type:bad-range-argument condition-type:inapplicable-object
       condition-type:divide-by-zero condition-type:primitive-procedure-error condition-type:port-error
       condition-type:file-error condition-type:thread-dead))
(define (specializes? a b) (and (memq b (condition-type/generalizations a)) #t))
(write-line (specializes? condition-type:bad-range-argument condition-type:error))
(write-line (specializes? condition-type:simple-warning condition-type:error))
(write-line (specializes? condition-type:thread-dead condition-type:control-error))
