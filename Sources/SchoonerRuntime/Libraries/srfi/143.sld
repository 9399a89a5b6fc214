;;;; SRFI 143: fixnums, 63 bits here.  Sums, differences, products and left shifts that are too large wrap around, as
;;;; in MIT Scheme 12.1.

(define-library (srfi 143)
  (export fx-width fx-greatest fx-least
          fixnum? fx=? fx<? fx>? fx<=? fx>=? fxzero? fxpositive? fxnegative? fxodd? fxeven? fxmax fxmin
          fx+ fx- fx* fxneg fxquotient fxremainder fxabs fxsquare fxsqrt
          fx+/carry fx-/carry fx*/carry
          fxnot fxand fxior fxxor
          fxarithmetic-shift fxarithmetic-shift-left fxarithmetic-shift-right
          fxbit-count fxlength fxif fxbit-set? fxcopy-bit fxfirst-set-bit
          fxbit-field fxbit-field-rotate fxbit-field-reverse)
  (import (scheme base) (scheme case-lambda)
          (only (mit legacy runtime)
                fix:fixnum? fix:smallest-value fix:largest-value
                error:wrong-type-argument error:bad-range-argument
                bitwise-and bitwise-ior bitwise-xor bitwise-not bitwise-if
                arithmetic-shift bit-count integer-length first-set-bit))
  (include "143/arithmetic.scm" "143/bits.scm"))
