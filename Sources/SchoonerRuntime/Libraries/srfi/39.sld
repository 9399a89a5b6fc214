;;;; SRFI 39: parameters.  They are R7RS's, so that a program may import both; a parameter that a call with a value
;;;; changes is MIT's make-settable-parameter.

(define-library (srfi 39)
  (export make-parameter parameterize)
  (import (only (scheme base) make-parameter parameterize)))
