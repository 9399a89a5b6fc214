;;;; SRFI 137: types that nobody else can make objects of.

(define-library (srfi 137)
  (export make-type)
  (import (scheme base)
          (only (mit legacy runtime) error:wrong-type-argument))
  (begin

    (define-record-type instance
      (make-instance type payload)
      instance?
      (type instance-type)
      (payload instance-payload))

    ;; A type is the list of its payload and those of its supertypes, which it shares with them.
    (define (is-a? object type)
      (and (instance? object)
           (let loop ((known (instance-type object)))
             (and (pair? known)
                  (or (eq? known type)
                      (loop (cdr known)))))))

    ;; Five values: an accessor of the type's payload, a constructor, a predicate, an accessor of an object's payload, and
    ;; a maker of subtypes.
    (define (make-type payload)
      (derive '() payload))

    (define (derive supertype payload)
      (let ((type (cons payload supertype)))
        (values (lambda () payload)
                (lambda (payload) (make-instance type payload))
                (lambda (object) (is-a? object type))
                (lambda (object)
                  (if (not (is-a? object type)) (error:wrong-type-argument object 0 'payload))
                  (instance-payload object))
                (lambda (payload) (derive type payload)))))))
