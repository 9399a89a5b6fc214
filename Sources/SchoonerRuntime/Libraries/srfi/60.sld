;;;; SRFI 60: integers as bits, under the names of SRFI 33 and SLIB.

(define-library (srfi 60)
  (export logand bitwise-and logior bitwise-ior logxor bitwise-xor lognot bitwise-not
          bitwise-if bitwise-merge logtest any-bits-set?
          logcount bit-count integer-length log2-binary-factors first-set-bit
          logbit? bit-set? copy-bit bit-field copy-bit-field ash arithmetic-shift
          rotate-bit-field reverse-bit-field
          integer->list list->integer booleans->integer)
  (import (scheme base)
          (rename (srfi 151) (any-bit-set? any-bits-set?)))
  (begin

    (define logand bitwise-and)
    (define logior bitwise-ior)
    (define logxor bitwise-xor)
    (define lognot bitwise-not)
    (define bitwise-merge bitwise-if)
    (define logtest any-bits-set?)
    (define logcount bit-count)
    (define log2-binary-factors first-set-bit)
    (define logbit? bit-set?)
    (define ash arithmetic-shift)
    (define rotate-bit-field bit-field-rotate)
    (define reverse-bit-field bit-field-reverse)

    (define (copy-bit-field to from start end)
      (bit-field-replace to from start end))

    ;; These lists begin with the most significant bit.
    (define (integer->list i . optional)
      (reverse (apply bits->list i optional)))

    (define (list->integer list)
      (list->bits (reverse list)))

    (define (booleans->integer . booleans)
      (list->integer booleans))))
