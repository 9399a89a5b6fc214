;;;; Fixnums as bits.

(define-unary (fxnot i) (bitwise-not i))

(define-syntax define-boolean
  (syntax-rules ()
    ((_ name operation)
     (define name
       (case-lambda
         ((i j)
          (check name i 0)
          (check name j 1)
          (operation i j))
         (operands
          (let loop ((rest operands) (index 0))
            (if (pair? rest)
                (let ((i (car rest)))
                  (check name i index)
                  (loop (cdr rest) (+ index 1)))))
          (apply operation operands)))))))

(define-boolean fxand bitwise-and)
(define-boolean fxior bitwise-ior)
(define-boolean fxxor bitwise-xor)

;; A shift count: its size is less than the width of a fixnum.
(define (check-count count name)
  (if (not (fix:fixnum? count))
      (error:wrong-type-argument count 1 name))
  (if (not (< (abs count) fx-width))
      (error:bad-range-argument count 1 name)))

(define (fxarithmetic-shift i count)
  (check fxarithmetic-shift i 0)
  (check-count count 'fxarithmetic-shift)
  (wrap (arithmetic-shift i count)))

(define (fxarithmetic-shift-left i count)
  (check fxarithmetic-shift-left i 0)
  (check-count count 'fxarithmetic-shift-left)
  (if (< count 0) (error:bad-range-argument count 1 'fxarithmetic-shift-left))
  (wrap (arithmetic-shift i count)))

(define (fxarithmetic-shift-right i count)
  (check fxarithmetic-shift-right i 0)
  (check-count count 'fxarithmetic-shift-right)
  (if (< count 0) (error:bad-range-argument count 1 'fxarithmetic-shift-right))
  (arithmetic-shift i (- count)))

(define-unary (fxbit-count i) (bit-count i))
(define-unary (fxlength i) (integer-length i))
(define-unary (fxfirst-set-bit i) (first-set-bit i))

(define (fxif mask i j)
  (check fxif mask 0)
  (check fxif i 1)
  (check fxif j 2)
  (bitwise-if mask i j))

;; A bit's index, at most that of the sign.
(define (check-index index operand name)
  (if (not (fix:fixnum? index))
      (error:wrong-type-argument index operand name))
  (if (not (and (<= 0 index) (< index fx-width)))
      (error:bad-range-argument index operand name)))

(define (fxbit-set? index i)
  (check-index index 0 'fxbit-set?)
  (check fxbit-set? i 1)
  (odd? (arithmetic-shift i (- index))))

(define (fxcopy-bit index i bit)
  (check-index index 0 'fxcopy-bit)
  (check fxcopy-bit i 1)
  (let ((mask (arithmetic-shift 1 index)))
    (wrap (if bit
              (bitwise-ior i mask)
              (bitwise-and i (bitwise-not mask))))))

;; Positions 0 <= start <= end <= fx-width.
(define (check-field start end operand name)
  (if (not (fix:fixnum? start)) (error:wrong-type-argument start operand name))
  (if (not (fix:fixnum? end)) (error:wrong-type-argument end (+ operand 1) name))
  (if (not (<= 0 end fx-width)) (error:bad-range-argument end (+ operand 1) name))
  (if (not (<= 0 start end)) (error:bad-range-argument start operand name)))

(define (field i start end)
  (bitwise-and (arithmetic-shift i (- start))
               (- (arithmetic-shift 1 (- end start)) 1)))

;; The fixnum with another field, given as a non-negative integer that fits.
(define (replace-field i new start end)
  (let ((mask (arithmetic-shift (- (arithmetic-shift 1 (- end start)) 1) start)))
    (wrap (bitwise-ior (bitwise-and i (bitwise-not mask))
                       (arithmetic-shift new start)))))

(define (fxbit-field i start end)
  (check fxbit-field i 0)
  (check-field start end 1 'fxbit-field)
  (wrap (field i start end)))

(define (fxbit-field-rotate i count start end)
  (check fxbit-field-rotate i 0)
  (check fxbit-field-rotate count 1)
  (check-field start end 2 'fxbit-field-rotate)
  (let ((width (- end start)))
    (if (= width 0)
        i
        (let ((count (floor-remainder count width))
              (old (field i start end)))
          (replace-field i
                         (bitwise-ior (field (arithmetic-shift old count) 0 width)
                                      (arithmetic-shift old (- count width)))
                         start end)))))

(define (fxbit-field-reverse i start end)
  (check fxbit-field-reverse i 0)
  (check-field start end 1 'fxbit-field-reverse)
  (let ((width (- end start)))
    (let loop ((old (field i start end)) (new 0) (left width))
      (if (= left 0)
          (replace-field i new start end)
          (loop (arithmetic-shift old -1)
                (bitwise-ior (arithmetic-shift new 1) (bitwise-and old 1))
                (- left 1))))))
