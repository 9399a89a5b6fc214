;;; SRFI 128: comparators, a type test, an equality, an ordering and a hash function in one object.
(define-library (srfi 128)
  (export
    comparator? comparator-ordered? comparator-hashable?
    make-comparator make-pair-comparator make-list-comparator make-vector-comparator
    make-eq-comparator make-eqv-comparator make-equal-comparator
    boolean-hash char-hash char-ci-hash string-hash string-ci-hash symbol-hash number-hash
    make-default-comparator default-hash comparator-register-default!
    comparator-type-test-predicate comparator-equality-predicate comparator-ordering-predicate
    comparator-hash-function
    comparator-test-type comparator-check-type comparator-hash hash-bound hash-salt
    =? <? >? <=? >=? comparator-if<=>)
  (import (scheme base)
          (scheme char)
          (scheme inexact)
          (scheme complex)
          (only (mit legacy runtime)
            guarantee error:wrong-type-argument comparator-if<=> eq-hash eqv-hash equal-hash string-hash
            string-ci-hash symbol-hash))
  (include "128/comparators.scm" "128/hashing.scm" "128/standard.scm" "128/default.scm"))
