;;; SRFI 115: regular expressions, written as Scheme data. Matching takes time in proportion to the length of the
;;; string and the size of the pattern: all ways to match are followed at once, in order of preference.
(define-library (srfi 115)
  (export
    regexp regexp? valid-sre? rx regexp->sre char-set->sre
    regexp-matches regexp-matches? regexp-search
    regexp-replace regexp-replace-all regexp-fold regexp-extract regexp-split regexp-partition
    regexp-match? regexp-match-count regexp-match-submatch regexp-match-submatch-start regexp-match-submatch-end
    regexp-match->list)
  (import (scheme base)
          (scheme char)
          (scheme case-lambda)
          (only (mit legacy runtime)
            rx guarantee error:bad-range-argument exact-nonnegative-integer? environment-lookup
            system-global-environment))
  (include "115/context.scm" "115/sets.scm" "115/boundaries.scm" "115/patterns.scm" "115/program.scm"
           "115/matcher.scm" "115/matching.scm" "115/folding.scm"))
