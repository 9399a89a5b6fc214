;;;; SRFI 27: sources of random bits.

(define-library (srfi 27)
  (export random-integer random-real default-random-source
          make-random-source random-source?
          random-source-state-ref random-source-state-set!
          random-source-randomize! random-source-pseudo-randomize!
          random-source-make-integers random-source-make-reals)
  (import (scheme base) (scheme case-lambda)
          (only (mit legacy runtime)
                random error:wrong-type-argument error:bad-range-argument))
  (include "27/generator.scm" "27/sources.scm"))
