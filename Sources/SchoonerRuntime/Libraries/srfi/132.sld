;;; SRFI 132: sorting lists and vectors. All sorts here are stable merge sorts.
(define-library (srfi 132)
  (export
    list-sorted? vector-sorted?
    list-sort list-stable-sort list-sort! list-stable-sort!
    vector-sort vector-stable-sort vector-sort! vector-stable-sort!
    list-merge list-merge! vector-merge vector-merge!
    list-delete-neighbor-dups list-delete-neighbor-dups!
    vector-delete-neighbor-dups vector-delete-neighbor-dups!
    vector-find-median vector-find-median! vector-select! vector-separate!)
  (import (scheme base)
          (scheme case-lambda)
          (only (mit legacy runtime)
            guarantee error:bad-range-argument exact-nonnegative-integer? %merge-sort! list-sort list-stable-sort
            list-sort!))
  (include "132/sorting.scm" "132/merging.scm" "132/selection.scm"))
