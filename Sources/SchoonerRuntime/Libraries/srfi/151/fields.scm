;;;; Single bits and fields of bits.

(define (check-integer object operand name)
  (if (not (exact-integer? object))
      (error:wrong-type-argument object operand name)))

(define (check-index object operand name)
  (if (not (exact-integer? object))
      (error:wrong-type-argument object operand name))
  (if (< object 0)
      (error:bad-range-argument object operand name)))

;; 0 <= start <= end.
(define (check-field start end operand name)
  (check-index start operand name)
  (check-index end (+ operand 1) name)
  (if (< end start)
      (error:bad-range-argument start operand name)))

;; So many ones.
(define (ones count)
  (- (arithmetic-shift 1 count) 1))

;; The bits from start on, moved to the right, as many as width.
(define (field integer start width)
  (bitwise-and (arithmetic-shift integer (- start)) (ones width)))

;; The integer with the low width bits of another in the field from start to end.
(define (with-field integer new start end)
  (let ((mask (arithmetic-shift (ones (- end start)) start)))
    (bitwise-if mask (arithmetic-shift new start) integer)))

(define (any-bit-set? test-bits i)
  (not (= 0 (bitwise-and test-bits i))))

(define (every-bit-set? test-bits i)
  (= test-bits (bitwise-and test-bits i)))

(define (copy-bit index i bit)
  (check-index index 0 'copy-bit)
  (check-integer i 1 'copy-bit)
  (let ((mask (arithmetic-shift 1 index)))
    (if bit
        (bitwise-ior i mask)
        (bitwise-andc2 i mask))))

(define (bit-swap index1 index2 i)
  (check-index index1 0 'bit-swap)
  (check-index index2 1 'bit-swap)
  (check-integer i 2 'bit-swap)
  (if (eq? (bit-set? index1 i) (bit-set? index2 i))
      i
      (bitwise-xor i
                   (bitwise-ior (arithmetic-shift 1 index1)
                                (arithmetic-shift 1 index2)))))

(define (bit-field i start end)
  (check-integer i 0 'bit-field)
  (check-field start end 1 'bit-field)
  (field i start (- end start)))

(define (bit-field-any? i start end)
  (check-integer i 0 'bit-field-any?)
  (check-field start end 1 'bit-field-any?)
  (not (= 0 (field i start (- end start)))))

(define (bit-field-every? i start end)
  (check-integer i 0 'bit-field-every?)
  (check-field start end 1 'bit-field-every?)
  (= (field i start (- end start)) (ones (- end start))))

(define (bit-field-clear i start end)
  (check-integer i 0 'bit-field-clear)
  (check-field start end 1 'bit-field-clear)
  (with-field i 0 start end))

(define (bit-field-set i start end)
  (check-integer i 0 'bit-field-set)
  (check-field start end 1 'bit-field-set)
  (with-field i -1 start end))

(define (bit-field-replace dest source start end)
  (check-integer dest 0 'bit-field-replace)
  (check-integer source 1 'bit-field-replace)
  (check-field start end 2 'bit-field-replace)
  (with-field dest source start end))

(define (bit-field-replace-same dest source start end)
  (check-integer dest 0 'bit-field-replace-same)
  (check-integer source 1 'bit-field-replace-same)
  (check-field start end 2 'bit-field-replace-same)
  (bitwise-if (arithmetic-shift (ones (- end start)) start) source dest))

(define (bit-field-rotate i count start end)
  (check-integer i 0 'bit-field-rotate)
  (check-integer count 1 'bit-field-rotate)
  (check-field start end 2 'bit-field-rotate)
  (let ((width (- end start)))
    (if (= width 0)
        i
        (let ((count (floor-remainder count width))
              (old (field i start width)))
          (with-field i
                      (bitwise-ior (arithmetic-shift old count)
                                   (arithmetic-shift old (- count width)))
                      start end)))))

(define (bit-field-reverse i start end)
  (check-integer i 0 'bit-field-reverse)
  (check-field start end 1 'bit-field-reverse)
  (let ((width (- end start)))
    (let loop ((old (field i start width)) (new 0) (left width))
      (if (= left 0)
          (with-field i new start end)
          (loop (arithmetic-shift old -1)
                (bitwise-ior (arithmetic-shift new 1) (bitwise-and old 1))
                (- left 1))))))
