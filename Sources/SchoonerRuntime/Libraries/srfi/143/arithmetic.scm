;;;; Fixnums: limits, comparison, arithmetic, carries.

(define fx-greatest (fix:largest-value))
(define fx-least (fix:smallest-value))
(define fx-width (+ 1 (integer-length fx-greatest)))
(define fx-modulus (expt 2 fx-width))

(define (fixnum? object) (fix:fixnum? object))

(define-syntax check
  (syntax-rules ()
    ((_ name operand index)
     (if (not (fix:fixnum? operand))
         (error:wrong-type-argument operand index 'name)))))

;; What is left of an integer in the width of a fixnum.
(define (wrap integer)
  (if (fix:fixnum? integer)
      integer
      (balanced-remainder integer)))

;; Congruent modulo 2^fx-width, and a fixnum.
(define (balanced-remainder integer)
  (let ((low (floor-remainder integer fx-modulus)))
    (if (> low fx-greatest)
        (- low fx-modulus)
        low)))

(define-syntax define-unary
  (syntax-rules ()
    ((_ (name i) body)
     (define (name i)
       (check name i 0)
       body))))

(define-syntax define-binary
  (syntax-rules ()
    ((_ (name i j) body)
     (define (name i j)
       (check name i 0)
       (check name j 1)
       body))))

;; A comparison of one or more fixnums: all are checked, also after the answer is known.
(define-syntax define-comparison
  (syntax-rules ()
    ((_ name compare)
     (define name
       (case-lambda
         ((i j)
          (check name i 0)
          (check name j 1)
          (compare i j))
         ((i . rest)
          (check name i 0)
          (let loop ((i i) (rest rest) (index 1) (holds? #t))
            (if (null? rest)
                holds?
                (let ((j (car rest)))
                  (check name j index)
                  (loop j (cdr rest) (+ index 1) (and holds? (compare i j))))))))))))

(define-comparison fx=? =)
(define-comparison fx<? <)
(define-comparison fx>? >)
(define-comparison fx<=? <=)
(define-comparison fx>=? >=)

(define-unary (fxzero? i) (= i 0))
(define-unary (fxpositive? i) (> i 0))
(define-unary (fxnegative? i) (< i 0))
(define-unary (fxodd? i) (odd? i))
(define-unary (fxeven? i) (even? i))

(define-syntax define-extreme
  (syntax-rules ()
    ((_ name better?)
     (define (name i . rest)
       (check name i 0)
       (let loop ((best i) (rest rest) (index 1))
         (if (null? rest)
             best
             (let ((j (car rest)))
               (check name j index)
               (loop (if (better? j best) j best) (cdr rest) (+ index 1)))))))))

(define-extreme fxmax >)
(define-extreme fxmin <)

(define-binary (fx+ i j) (wrap (+ i j)))
(define-binary (fx- i j) (wrap (- i j)))
(define-binary (fx* i j) (wrap (* i j)))
(define-unary (fxneg i) (wrap (- i)))
(define-binary (fxquotient i j) (wrap (truncate-quotient i j)))
(define-binary (fxremainder i j) (truncate-remainder i j))
(define-unary (fxabs i) (wrap (abs i)))
(define-unary (fxsquare i) (wrap (* i i)))

(define (fxsqrt i)
  (check fxsqrt i 0)
  (if (< i 0) (error:bad-range-argument i 0 'fxsqrt))
  (exact-integer-sqrt i))

;; A low word and what it lacks, in words: value = low + high * 2^fx-width.
(define (split value)
  (let ((low (balanced-remainder value)))
    (values low (floor-quotient (- value low) fx-modulus))))

(define-syntax define-carry
  (syntax-rules ()
    ((_ (name i j k) value)
     (define (name i j k)
       (check name i 0)
       (check name j 1)
       (check name k 2)
       (split value)))))

(define-carry (fx+/carry i j k) (+ i j k))
(define-carry (fx-/carry i j k) (- i j k))
(define-carry (fx*/carry i j k) (+ (* i j) k))
