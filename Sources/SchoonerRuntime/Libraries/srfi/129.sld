;;;; SRFI 129: titlecase.

(define-library (srfi 129)
  (export char-title-case? char-titlecase string-titlecase)
  (import (scheme base) (scheme char)
          (only (mit legacy runtime) error:wrong-type-argument))
  (include "129/titlecase.scm"))
