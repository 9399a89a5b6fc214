;;;; SRFI 38: writing and reading shared structure.

(define-library (srfi 38)
  (export write-with-shared-structure read-with-shared-structure
          (rename write-with-shared-structure write/ss)
          (rename read-with-shared-structure read/ss))
  (import (scheme base) (scheme case-lambda) (scheme read) (scheme write))
  (begin

    ;; The third argument is left to implementations; it is not used here.
    (define write-with-shared-structure
      (case-lambda
        ((object) (write-shared object))
        ((object port) (write-shared object port))
        ((object port ignored) (write-shared object port))))

    (define read-with-shared-structure read)))
