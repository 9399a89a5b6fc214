;;;; SRFI 219: (define ((name . outer) . inner) ...) for procedures that return procedures.

(define-library (srfi 219)
  (export define)
  (import (only (mit legacy runtime) define)))
