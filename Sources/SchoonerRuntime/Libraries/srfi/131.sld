;;; SRFI 131: records with a parent type. MIT Scheme's global define-record-type takes `(name parent)` too.
(define-library (srfi 131)
  (export define-record-type)
  (import (only (mit legacy runtime) define-record-type)))
