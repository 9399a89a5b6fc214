(define-library (srfi 8)
  (export receive)
  (import (mit legacy runtime)))
