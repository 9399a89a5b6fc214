;;;; Numbers: constants of the flonum format, and functions built from the primitives.

;;; Flonum constants: IEEE 754 binary64.

(define flo:radix 2)
(define flo:radix. 2.)
(define flo:precision 53)
(define flo:+inf.0 +inf.0)
(define flo:-inf.0 -inf.0)
(define flo:nan.0 +nan.0)
(define flo:ulp-of-one 2.220446049250313e-16)
(define flo:error-bound 1.1102230246251565e-16)
(define flo:log-ulp-of-one -36.04365338911715)
(define flo:log-error-bound -36.7368005696771)
(define flo:significand-digits-base-2 53)
(define flo:significand-digits-base-10 17)
(define flo:normal-exponent-max 1023)
(define flo:normal-exponent-min -1022)
(define flo:subnormal-exponent-min -1074)
(define flo:largest-positive-normal 1.7976931348623157e308)
(define flo:smallest-positive-normal 2.2250738585072014e-308)
(define flo:smallest-positive-subnormal 4.9406564584124654e-324)
(define flo:greatest-normal-exponent-base-2 1023.9999999999999)
(define flo:greatest-normal-exponent-base-e 709.782712893384)
(define flo:greatest-normal-exponent-base-10 308.2547155599167)
(define flo:least-normal-exponent-base-2 -1022.)
(define flo:least-normal-exponent-base-e -708.3964185322641)
(define flo:least-normal-exponent-base-10 -307.6526555685887)
(define flo:least-subnormal-exponent-base-2 -1074.9999999999998)
(define flo:least-subnormal-exponent-base-e -745.1332191019411)
(define flo:least-subnormal-exponent-base-10 -323.60724533877976)

(define (flo:significand-digits radix)
  (cond ((= radix 10) flo:significand-digits-base-10)
        ((= radix 2) flo:significand-digits-base-2)
        (else (+ 2 (floor->exact (/ flo:precision (log radix 2)))))))

(define (flo:random-unit #!optional state) (random 1.))

(define (fix:iota count #!optional start step)
  (iota count
        (if (default-object? start) 0 start)
        (if (default-object? step) 1 step)))

;;; Circular functions in half turns: exact at the exact arguments that allow it.

(define (%turns-modulo turns period)
  (- turns (* period (floor (/ turns period)))))

(define (sin-pi* turns)
  (if (exact-rational? turns)
      (let ((rest (%turns-modulo turns 2)))
        (cond ((integer? rest) 0)
              ((= rest 1/2) 1)
              ((= rest 3/2) -1)
              (else (flo:sin-pi* (exact->inexact rest)))))
      (flo:sin-pi* (->flonum turns))))

(define (cos-pi* turns)
  (if (exact-rational? turns)
      (let ((rest (%turns-modulo turns 2)))
        (cond ((eqv? rest 0) 1)
              ((eqv? rest 1) -1)
              ((= (denominator rest) 2) 0)
              (else (flo:cos-pi* (exact->inexact rest)))))
      (flo:cos-pi* (->flonum turns))))

(define (tan-pi* turns)
  (if (exact-rational? turns)
      (let ((rest (%turns-modulo turns 1)))
        (cond ((eqv? rest 0) 0)
              ((= rest 1/4) 1)
              ((= rest 3/4) -1)
              ((= rest 1/2) (error:divide-by-zero 'tan-pi* turns))
              (else (flo:tan-pi* (exact->inexact rest)))))
      (flo:tan-pi* (->flonum turns))))

(define %pi 3.141592653589793)

(define (asin/pi x)
  (cond ((eqv? x 0) 0)
        ((eqv? x 1) 1/2)
        ((eqv? x -1) -1/2)
        (else (/ (asin x) %pi))))

(define (acos/pi x)
  (cond ((eqv? x 0) 1/2)
        ((eqv? x 1) 0)
        ((eqv? x -1) 1)
        (else (/ (acos x) %pi))))

(define (atan/pi y #!optional x)
  (cond ((not (default-object? x)) (/ (atan y x) %pi))
        ((eqv? y 0) 0)
        ((eqv? y 1) 1/4)
        ((eqv? y -1) -1/4)
        (else (/ (atan y) %pi))))

;;; Roots, logarithms and the logistic function, precise where the plain formulas are not.

(define (sqrt1pm1 x)
  (/ x (+ 1 (sqrt (+ 1 x)))))

(define (log1mexp x)
  (let ((x (->flonum x)))
    (if (> x -.6931471805599453)
        (log (- (expm1 x)))
        (log1p (- (exp x))))))

(define (log1pexp x)
  (let ((x (->flonum x)))
    (cond ((<= x -37.) (exp x))
          ((<= x 18.) (log1p (exp x)))
          ((<= x 33.3) (+ x (exp (- x))))
          (else x))))

(define (logsumexp numbers)
  (cond ((null? numbers) -inf.0)
        ((null? (cdr numbers)) (car numbers))
        (else
         (let ((greatest (fold-left max (car numbers) (cdr numbers))))
           (if (and (flonum? greatest) (infinite? greatest))
               greatest
               (let loop ((rest numbers) (sum 0))
                 (if (pair? rest)
                     (loop (cdr rest) (+ sum (exp (- (car rest) greatest))))
                     (+ greatest (log sum)))))))))

(define (logistic x)
  (if (eqv? x 0)
      1/2
      (let ((x (->flonum x)))
        (if (<= x -745.)
            (exp x)
            (/ 1. (+ 1. (exp (- x))))))))

(define (logistic-1/2 x)
  (if (eqv? x 0)
      0
      (let ((x (->flonum x)))
        ;; Odd, so computed for the sign that does not overflow.
        (let ((half (/ (- (expm1 (- (abs x)))) (* 2. (+ 1. (exp (- (abs x))))))))
          (if (negative? x) (- half) half)))))

(define (log-logistic x)
  (- (log1pexp (- x))))

(define (logit p)
  (if (eqv? p 1/2)
      0
      (let ((p (->flonum p)))
        (if (or (< p .25) (> p .75))
            (log (/ p (- 1. p)))
            (- (log1p (/ (- 1. (* 2. p)) p)))))))

(define (logit1/2+ x)
  (if (eqv? x 0)
      0
      (let ((x (->flonum x)))
        (if (<= (abs x) .25)
            (log1p (/ (* 2. x) (- .5 x)))
            (log (/ (+ .5 x) (- .5 x)))))))

(define (logit-exp x)
  (let ((x (->flonum x)))
    (- x (log1mexp x))))

;;; Bits by index: SRFI 151.

(define (any-bit-set? bits integer)
  (not (= 0 (bitwise-and bits integer))))

(define (every-bit-set? bits integer)
  (= bits (bitwise-and bits integer)))

(define (copy-bit index integer bit)
  (let ((mask (shift-left 1 index)))
    (if bit
        (bitwise-or integer mask)
        (bitwise-and integer (bitwise-not mask)))))

(define (bit-swap first second integer)
  (let ((bit (bit-set? first integer)))
    (copy-bit second
              (copy-bit first integer (bit-set? second integer))
              bit)))

(define (bit-field integer start end)
  (bitwise-and (shift-right integer start)
               (bit-mask (- end start) 0)))

(define (bit-field-any? integer start end)
  (not (= 0 (bit-field integer start end))))

(define (bit-field-every? integer start end)
  (= (bit-field integer start end) (bit-mask (- end start) 0)))

(define (bit-field-clear integer start end)
  (bitwise-and integer (bit-antimask (- end start) start)))

(define (bit-field-set integer start end)
  (bitwise-or integer (bit-mask (- end start) start)))

(define (bit-field-replace integer new start end)
  (bitwise-or (bit-field-clear integer start end)
              (shift-left (bit-field new 0 (- end start)) start)))
