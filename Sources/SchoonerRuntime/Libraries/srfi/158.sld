;;; SRFI 158: generators, procedures of no arguments that give one value after another and at last the end-of-file
;;; object; and accumulators, procedures that take in values and answer the end-of-file object with a result.
(define-library (srfi 158)
  (export
    ;; Sources
    generator circular-generator make-iota-generator make-range-generator make-coroutine-generator list->generator
    vector->generator reverse-vector->generator string->generator bytevector->generator make-for-each-generator
    make-unfold-generator
    ;; Operations
    gcons* gappend gflatten ggroup gmerge gmap gcombine gfilter gremove gstate-filter gtake gdrop gtake-while
    gdrop-while gdelete gdelete-neighbor-dups gindex gselect
    ;; Consumers
    generator->list generator->reverse-list generator->vector generator->vector! generator->string generator-fold
    generator-map->list generator-for-each generator-find generator-count generator-any generator-every
    generator-unfold
    ;; Accumulators
    make-accumulator count-accumulator list-accumulator reverse-list-accumulator vector-accumulator
    reverse-vector-accumulator vector-accumulator! string-accumulator bytevector-accumulator bytevector-accumulator!
    sum-accumulator product-accumulator)
  (import (scheme base)
          (scheme case-lambda)
          (only (mit legacy runtime) guarantee exact-nonnegative-integer? error:bad-range-argument))
  (include "158/sources.scm" "158/operations.scm" "158/consumers.scm" "158/accumulators.scm"))
