;;; Rarely used procedures on characters that MIT Scheme 12.1 binds: MIT reference manual 5.5.

(define-library (schooner characters)
  (export
   char-bit:control char-bit:hyper char-bit:meta char-bit:super char-bits-clear? char-bits-limit char-bits-set?
   char-ci=-predicate char-code-limit char=-predicate clear-char-bits code->char set-char-bits)
  (import (mit legacy runtime))
  (begin
    (define char-bit:meta 1)
    (define char-bit:control 2)
    (define char-bit:super 4)
    (define char-bit:hyper 8)
    (define char-bits-limit 16)
    (define char-code-limit #x110000)

    (define (check-bits bits caller)
      (if (not (index-fixnum? bits)) (error:wrong-type-argument bits #f caller))
      (if (not (< bits char-bits-limit)) (error:bad-range-argument bits caller)))

    (define (char-bits-set? bits char)
      (check-bits bits 'char-bits-set?)
      (= bits (bitwise-and bits (char-bits char))))

    (define (char-bits-clear? bits char)
      (check-bits bits 'char-bits-clear?)
      (zero? (bitwise-and bits (char-bits char))))

    (define (set-char-bits bits char)
      (check-bits bits 'set-char-bits)
      (make-char (char-code char) (bitwise-or bits (char-bits char))))

    (define (clear-char-bits bits char)
      (check-bits bits 'clear-char-bits)
      (make-char (char-code char) (bitwise-andc2 (char-bits char) bits)))

    (define (code->char code)
      (integer->char code))

    (define (char=-predicate char)
      (if (not (char? char)) (error:not-a char? char 'char=-predicate))
      (lambda (object) (and (char? object) (char=? object char))))

    (define (char-ci=-predicate char)
      (if (not (char? char)) (error:not-a char? char 'char-ci=-predicate))
      (lambda (object) (and (char? object) (char-ci=? object char))))))
