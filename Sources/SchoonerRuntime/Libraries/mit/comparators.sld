;;; Comparators that MIT Scheme 12.1 binds globally besides those of SRFI 162.
(define-library (mit comparators)
  (export bytevector-comparator exact-integer-comparator fixnum-comparator flonum-comparator number-comparator
          symbol-comparator)
  (import (scheme base)
          (only (mit legacy runtime) fix:fixnum? flo:flonum? flo:= flo:< fix:= fix:<)
          (srfi 128))
  (begin
    ;; Numbers that need not be real, bytevectors: in the order of the default comparator.
    (define (by-default type?)
      (let ((default (make-default-comparator)))
        (make-comparator type?
                         (comparator-equality-predicate default)
                         (comparator-ordering-predicate default)
                         (comparator-hash-function default))))
    (define bytevector-comparator (by-default bytevector?))
    (define number-comparator (by-default number?))
    (define symbol-comparator (by-default symbol?))
    (define exact-integer-comparator (make-comparator exact-integer? = < number-hash))
    (define fixnum-comparator (make-comparator fix:fixnum? fix:= fix:< number-hash))
    (define flonum-comparator (make-comparator flo:flonum? flo:= flo:< number-hash))))
