;;; R7RS appendix A

(define-library (scheme load)
  (export load)
  (import (mit legacy runtime)))
