;;;; SRFI 46: syntax-rules with a chosen ellipsis and patterns after it, which R7RS took over.

(define-library (srfi 46)
  (export syntax-rules)
  (import (only (scheme base) syntax-rules)))
