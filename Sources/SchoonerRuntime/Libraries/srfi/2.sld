;;; SRFI 2: and-let*, which MIT Scheme binds globally.
(define-library (srfi 2)
  (export and-let*)
  (import (only (mit legacy runtime) and-let*)))
