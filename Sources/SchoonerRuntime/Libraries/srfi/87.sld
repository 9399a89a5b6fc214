;;;; SRFI 87: => in the clauses of case.

(define-library (srfi 87)
  (export case)
  (import (only (scheme base) case)))
