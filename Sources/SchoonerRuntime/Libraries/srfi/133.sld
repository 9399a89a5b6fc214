;;; SRFI 133: vectors.
(define-library (srfi 133)
  (export
    ;; Constructors
    make-vector vector vector-unfold vector-unfold-right vector-copy vector-reverse-copy vector-append
    vector-concatenate vector-append-subvectors
    ;; Predicates
    vector? vector-empty? vector=
    ;; Selectors
    vector-ref vector-length
    ;; Iteration
    vector-fold vector-fold-right vector-map vector-map! vector-for-each vector-count vector-cumulate
    ;; Searching
    vector-index vector-index-right vector-skip vector-skip-right vector-binary-search vector-any vector-every
    vector-partition
    ;; Mutators
    vector-set! vector-swap! vector-fill! vector-reverse! vector-copy! vector-reverse-copy! vector-unfold!
    vector-unfold-right!
    ;; Conversion
    vector->list reverse-vector->list list->vector reverse-list->vector vector->string string->vector)
  (import (scheme base)
          (scheme case-lambda)
          (only (mit legacy runtime) guarantee error:bad-range-argument exact-nonnegative-integer?))
  (include "133/construction.scm" "133/iteration.scm" "133/searching.scm" "133/mutation.scm"))
