;;; Numbers beyond the report: the constants of the flonum format, half turns, logistic and compound functions, single
;;; bits. MIT reference manual 4.5, 4.7, 4.8.

(define-library (mit numbers)
  (export
          flo:radix flo:radix. flo:precision flo:+inf.0 flo:-inf.0 flo:nan.0 flo:ulp-of-one flo:error-bound
          flo:log-ulp-of-one flo:log-error-bound flo:significand-digits-base-2 flo:significand-digits-base-10
          flo:normal-exponent-max flo:normal-exponent-min flo:subnormal-exponent-min
          flo:largest-positive-normal flo:smallest-positive-normal flo:smallest-positive-subnormal
          flo:greatest-normal-exponent-base-2 flo:greatest-normal-exponent-base-e
          flo:greatest-normal-exponent-base-10 flo:least-normal-exponent-base-2
          flo:least-normal-exponent-base-e flo:least-normal-exponent-base-10
          flo:least-subnormal-exponent-base-2 flo:least-subnormal-exponent-base-e
          flo:least-subnormal-exponent-base-10 flo:random-unit fix:iota sin-pi* cos-pi* tan-pi* asin/pi
          acos/pi atan/pi sqrt1pm1 log1mexp log1pexp logsumexp logistic logistic-1/2 log-logistic logit
          logit1/2+ logit-exp versin versin-pi* flo:versin-pi* flo:exsec-pi* flo:aversin/pi flo:aexsec/pi
          rsqrt compound compoundm1 numerator->exact denominator->exact copysign set-bit clear-bit toggle-bit)
  (import (mit legacy runtime))
  (begin

    ;;; Flonum constants: IEEE 754 binary64.

    (define flo:radix 2)
    (define flo:radix. 2.)
    (define flo:precision 53)
    (define (flo:+inf.0) +inf.0)
    (define (flo:-inf.0) -inf.0)
    (define (flo:nan.0) +nan.0)
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

    ;;; Sines with 1 taken away, and reciprocal roots.

    (define (versin x)
      (if (eqv? x 0)
          0
          (let ((half (sin (/ x 2)))) (* 2 half half))))

    (define (versin-pi* turns)
      (if (and (exact-rational? turns) (exact-rational? (%cosine-of-thirds turns)))
          (- 1 (%cosine-of-thirds turns))
          (let ((half (sin-pi* (/ turns 2)))) (* 2 half half))))

    ;; The cosine where it is rational: at multiples of a third and a half of a half turn.
    (define (%cosine-of-thirds turns)
      (let ((rest (%turns-modulo turns 2)))
        (cond ((or (= rest 1/3) (= rest 5/3)) 1/2)
              ((or (= rest 2/3) (= rest 4/3)) -1/2)
              (else (cos-pi* turns)))))

    (define (flo:versin-pi* turns) (let ((half (flo:sin-pi* (flo:/ turns 2.)))) (flo:* 2. (flo:* half half))))
    (define (flo:exsec-pi* turns) (flo:/ (flo:versin-pi* turns) (flo:cos-pi* turns)))
    (define (flo:aversin/pi x) (flo:/ (flo:aversin x) %pi))
    (define (flo:aexsec/pi x) (flo:/ (flo:aexsec x) %pi))

    (define (rsqrt x)
      (/ 1 (sqrt x)))

    ;;; Compound interest: (1 + x)^n, and what is beyond 1.

    (define (compound x n)
      (if (and (exact-rational? x) (exact-integer? n))
          (expt (+ 1 x) n)
          (exp (* n (log1p x)))))

    (define (compoundm1 x n)
      (if (and (exact-rational? x) (exact-integer? n))
          (- (expt (+ 1 x) n) 1)
          (expm1 (* n (log1p x)))))

    ;;; Parts of numbers.

    (define (numerator->exact x) (inexact->exact (numerator x)))
    (define (denominator->exact x) (inexact->exact (denominator x)))

    (define (copysign magnitude sign)
      (define (minus? x)
        (if (flo:flonum? x) (flo:sign-negative? x) (negative? x)))
      (if (eq? (minus? magnitude) (minus? sign)) magnitude (- magnitude)))

    ;;; Single bits.

    (define (set-bit index integer) (bitwise-ior integer (shift-left 1 index)))
    (define (clear-bit index integer) (bitwise-andc2 integer (shift-left 1 index)))
    (define (toggle-bit index integer) (bitwise-xor integer (shift-left 1 index)))))
