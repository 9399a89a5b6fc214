;;; Comparators that MIT Scheme 12.1 binds globally besides those of SRFI 162.
(define-library (mit comparators)
  (export bytevector-comparator exact-integer-comparator fixnum-comparator flonum-comparator number-comparator
          symbol-comparator char-set-comparator
          uniform-list-comparator uniform-list-comparator? lset-comparator)
  (import (scheme base)
          (only (mit legacy runtime) fix:fixnum? flo:flonum? flo:= flo:< fix:= fix:<
                char-set? char-set= equal-hash make-key-weak-eqv-hash-table hash-table-set! hash-table-contains?
                list-of-type? every lset= fold)
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
    (define flonum-comparator (make-comparator flo:flonum? flo:= flo:< number-hash))
    (define char-set-comparator (make-comparator char-set? char-set= #f equal-hash))

    ;; Lists whose elements all belong to one comparator.
    (define uniform (make-key-weak-eqv-hash-table))
    (define (uniform-list-comparator? object) (hash-table-contains? uniform object))
    (define (uniform-list-comparator elements)
      (let ((comparator
             (make-list-comparator elements
                                   (lambda (object) (list-of-type? object (comparator-type-test-predicate elements)))
                                   null? car cdr)))
        (hash-table-set! uniform comparator #t)
        comparator))

    ;; Lists as sets of elements of one comparator, without an order.
    (define (lset-comparator elements)
      (let ((same? (comparator-equality-predicate elements)))
        (make-comparator
         (lambda (object) (list-of-type? object (comparator-type-test-predicate elements)))
         (lambda (a b) (lset= same? a b))
         #f
         (lambda (set)
           (fold (lambda (element sum) (modulo (+ sum (comparator-hash elements element)) 33554393)) 0 set)))))))
