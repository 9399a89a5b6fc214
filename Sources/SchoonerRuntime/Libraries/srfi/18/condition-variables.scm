;;;; Condition variables.  Threads wait for them in mutex-unlock!.

(define-record-type condition-variable
  (new-condition-variable name specific waiters)
  condition-variable?
  (name condition-variable-name-field)
  (specific condition-variable-specific-field set-condition-variable-specific-field!)
  (waiters condition-variable-waiters))

(define make-condition-variable
  (case-lambda
    (() (make-condition-variable unspecific))
    ((name) (new-condition-variable name unspecific (make-queue)))))

(define (check-condition-variable object operand name)
  (if (not (condition-variable? object)) (error:wrong-type-argument object operand name)))

(define (condition-variable-name variable)
  (check-condition-variable variable 0 'condition-variable-name)
  (condition-variable-name-field variable))

(define (condition-variable-specific variable)
  (check-condition-variable variable 0 'condition-variable-specific)
  (condition-variable-specific-field variable))

(define (condition-variable-specific-set! variable object)
  (check-condition-variable variable 0 'condition-variable-specific-set!)
  (set-condition-variable-specific-field! variable object))

(define (condition-variable-signal! variable)
  (check-condition-variable variable 0 'condition-variable-signal!)
  (briefly
   (let ((waiter (next-waiter! (condition-variable-waiters variable))))
     (if waiter (wake! waiter 'signalled))))
  unspecific)

(define (condition-variable-broadcast! variable)
  (check-condition-variable variable 0 'condition-variable-broadcast!)
  (briefly
   (let loop ()
     (let ((waiter (next-waiter! (condition-variable-waiters variable))))
       (if waiter
           (begin
             (wake! waiter 'signalled)
             (loop))))))
  unspecific)
