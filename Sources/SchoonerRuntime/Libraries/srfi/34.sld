;;;; SRFI 34: exceptions.  They are R7RS's, which took them from there.

(define-library (srfi 34)
  (export with-exception-handler guard raise)
  (import (only (scheme base) with-exception-handler guard raise)))
