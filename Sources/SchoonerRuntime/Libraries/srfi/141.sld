;;;; SRFI 141: division of integers in six ways.

(define-library (srfi 141)
  (export ceiling/ ceiling-quotient ceiling-remainder
          euclidean/ euclidean-quotient euclidean-remainder
          floor/ floor-quotient floor-remainder
          round/ round-quotient round-remainder
          truncate/ truncate-quotient truncate-remainder
          balanced/ balanced-quotient balanced-remainder)
  (import (scheme base)
          (only (mit legacy runtime)
                ceiling/ ceiling-quotient ceiling-remainder
                euclidean/ euclidean-quotient euclidean-remainder
                round/ round-quotient round-remainder))
  (begin

    ;; The remainder is at least -|d/2| and less than |d/2|.
    (define (balanced/ n d)
      (let ((r (balanced-remainder n d)))
        (values (quotient (- n r) d) r)))

    (define (balanced-quotient n d)
      (quotient (- n (balanced-remainder n d)) d))

    (define (balanced-remainder n d)
      (let* ((size (abs d))
             (r (floor-remainder n size)))
        (if (< (* 2 r) size)
            r
            (- r size))))))
