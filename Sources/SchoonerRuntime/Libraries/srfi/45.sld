;;;; SRFI 45: lazy algorithms that run in constant space.

(define-library (srfi 45)
  (export delay (rename delay-force lazy) force eager)
  (import (scheme base) (only (scheme lazy) delay delay-force force))
  (begin

    ;; A promise of the object, even when that is a promise.
    (define (eager object)
      (let ((promise (delay object)))
        (force promise)
        promise))))
