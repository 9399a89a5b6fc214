;;; R7RS appendix A

(define-library (scheme repl)
  (export interaction-environment)
  (import (mit legacy runtime)))
