;;; Bit strings, as MIT Scheme has them: a length and an unsigned integer whose bit 0 is the string's first.

(define-library (mit bit-strings)
  (export bit-string? make-bit-string bit-string-allocate bit-string-length bit-string-ref bit-string-set! bit-string-clear!
          bit-string-fill! bit-string-zero? bit-string=? bit-string-copy bit-string-not bit-string-and bit-string-andc
          bit-string-or bit-string-xor bit-string-append bit-substring bit-string->unsigned-integer
          bit-string->signed-integer unsigned-integer->bit-string)
  (import (mit legacy runtime))
  (begin

    (define-record-type bit-string
      (%make-bit-string length bits)
      bit-string?
      (length bit-string-length)
      (bits bits set-bits!))

    (define-print-method bit-string?
      (lambda (object port)
        (write-string "#*" port)
        (write-string (string-pad-left (number->string (bits object) 2) (bit-string-length object) #\0) port)))

    (define (ones length) (- (arithmetic-shift 1 length) 1))

    (define (make-bit-string length set?)
      (guarantee index-fixnum? length 'make-bit-string)
      (%make-bit-string length (if set? (ones length) 0)))
    (define (bit-string-allocate length) (make-bit-string length #f))
    (define (bit-string-copy object) (%make-bit-string (bit-string-length object) (bits object)))

    (define (check-index object index caller)
      (if (not (and (index-fixnum? index) (< index (bit-string-length object))))
          (error:bad-range-argument index caller)))

    (define (bit-string-ref object index)
      (check-index object index 'bit-string-ref)
      (odd? (arithmetic-shift (bits object) (- index))))
    (define (bit-string-set! object index)
      (check-index object index 'bit-string-set!)
      (set-bits! object (bitwise-or (bits object) (arithmetic-shift 1 index))))
    (define (bit-string-clear! object index)
      (check-index object index 'bit-string-clear!)
      (set-bits! object (bitwise-and (bits object) (bitwise-not (arithmetic-shift 1 index)))))
    (define (bit-string-fill! object set?)
      (set-bits! object (if set? (ones (bit-string-length object)) 0)))

    (define (bit-string-zero? object) (= (bits object) 0))
    (define (bit-string=? a b)
      (and (= (bit-string-length a) (bit-string-length b)) (= (bits a) (bits b))))

    (define (bit-string-not object)
      (%make-bit-string (bit-string-length object) (bitwise-xor (bits object) (ones (bit-string-length object)))))

    (define (pairwise combine caller)
      (lambda (a b)
        (if (not (= (bit-string-length a) (bit-string-length b)))
            (error:bad-range-argument a caller))
        (%make-bit-string (bit-string-length a) (combine (bits a) (bits b)))))
    (define bit-string-and (pairwise bitwise-and 'bit-string-and))
    (define bit-string-andc (pairwise (lambda (a b) (bitwise-and a (bitwise-not b))) 'bit-string-andc))
    (define bit-string-or (pairwise bitwise-or 'bit-string-or))
    (define bit-string-xor (pairwise bitwise-xor 'bit-string-xor))

    ;; The first argument has the low bits.
    (define (bit-string-append . parts)
      (let loop ((parts parts) (length 0) (sum 0))
        (if (pair? parts)
            (loop (cdr parts)
                  (+ length (bit-string-length (car parts)))
                  (bitwise-or sum (arithmetic-shift (bits (car parts)) length)))
            (%make-bit-string length sum))))

    (define (bit-substring object start end)
      (if (not (and (index-fixnum? end) (<= end (bit-string-length object))))
          (error:bad-range-argument end 'bit-substring))
      (if (not (and (index-fixnum? start) (<= start end)))
          (error:bad-range-argument start 'bit-substring))
      (%make-bit-string (- end start) (bitwise-and (arithmetic-shift (bits object) (- start)) (ones (- end start)))))

    (define (bit-string->unsigned-integer object) (bits object))
    (define (bit-string->signed-integer object)
      (let ((length (bit-string-length object)))
        (if (and (> length 0) (bit-string-ref object (- length 1)))
            (- (bits object) (arithmetic-shift 1 length))
            (bits object))))
    (define (unsigned-integer->bit-string length number)
      (guarantee index-fixnum? length 'unsigned-integer->bit-string)
      (if (not (and (exact-nonnegative-integer? number) (<= number (ones length))))
          (error:bad-range-argument number 'unsigned-integer->bit-string))
      (%make-bit-string length number))))
