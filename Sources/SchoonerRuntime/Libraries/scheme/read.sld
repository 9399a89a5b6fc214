;;; R7RS appendix A

(define-library (scheme read)
  (export read)
  (import (mit legacy runtime)))
