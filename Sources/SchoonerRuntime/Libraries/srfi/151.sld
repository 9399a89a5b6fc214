;;;; SRFI 151: integers as bits in two's complement.

(define-library (srfi 151)
  (export bitwise-not bitwise-and bitwise-ior bitwise-xor bitwise-eqv bitwise-nand bitwise-nor
          bitwise-andc1 bitwise-andc2 bitwise-orc1 bitwise-orc2
          arithmetic-shift bit-count integer-length bitwise-if
          bit-set? copy-bit bit-swap any-bit-set? every-bit-set? first-set-bit
          bit-field bit-field-any? bit-field-every? bit-field-clear bit-field-set
          bit-field-replace bit-field-replace-same bit-field-rotate bit-field-reverse
          bits->list bits->vector list->bits vector->bits bits
          bitwise-fold bitwise-for-each bitwise-unfold make-bitwise-generator)
  (import (scheme base)
          (only (mit legacy runtime)
                bitwise-not bitwise-and bitwise-ior bitwise-xor bitwise-eqv bitwise-nand bitwise-nor
                bitwise-andc1 bitwise-andc2 bitwise-orc1 bitwise-orc2
                arithmetic-shift bit-count integer-length bitwise-if bit-set? first-set-bit
                error:wrong-type-argument error:bad-range-argument))
  (include "151/fields.scm" "151/sequences.scm"))
