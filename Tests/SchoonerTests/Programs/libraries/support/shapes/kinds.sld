(define-library (support shapes kinds)
  (export kinds (rename folded FOLDED) platform)
  (import (scheme base))
  (include-ci "kinds-body.scm")
  (cond-expand
   ((and (library (scheme base)) (not (library (no such library))))
    (begin (define platform 'known)))
   (else
    (begin (define platform 'unknown)))))
