;;; Large integers: digits of pi, a factorial, a perfect power test and a prime test.
(import (scheme base) (scheme write))

(define digits-of-pi 1000)
(define factorial-of 1000)

;; Machin's formula with integers scaled by a power of ten.
(define (pi-digits n)
  (let* ((guard-digits 10) (one (expt 10 (+ n guard-digits))))
    (define (arctan-of-inverse x)
      (let ((square (* x x)))
        (let loop ((term (quotient one x)) (k 1) (sign 1) (sum 0))
          (if (= term 0)
              sum
              (loop (quotient term square) (+ k 2) (- sign) (+ sum (* sign (quotient term k))))))))
    (quotient (* 4 (- (* 4 (arctan-of-inverse 5)) (arctan-of-inverse 239))) (expt 10 guard-digits))))

(define (factorial n)
  (define (product low high)
    (if (= low high)
        low
        (let ((middle (quotient (+ low high) 2))) (* (product low middle) (product (+ middle 1) high)))))
  (if (< n 2) 1 (product 1 n)))

(define (digit-sum n)
  (let loop ((n n) (sum 0)) (if (= n 0) sum (loop (quotient n 10) (+ sum (remainder n 10))))))

(define (power-modulo base exponent modulus)
  (let loop ((base (modulo base modulus)) (exponent exponent) (result 1))
    (cond ((= exponent 0) result)
          ((odd? exponent) (loop (modulo (* base base) modulus) (quotient exponent 2) (modulo (* result base) modulus)))
          (else (loop (modulo (* base base) modulus) (quotient exponent 2) result)))))

;; Miller and Rabin's test with the first primes as witnesses.
(define (prime? n)
  (define (witness? a)
    (let split ((d (- n 1)) (s 0))
      (if (even? d)
          (split (quotient d 2) (+ s 1))
          (let loop ((x (power-modulo a d n)) (i 0) (first #t))
            (cond ((and first (= x 1)) #f)
                  ((= x (- n 1)) #f)
                  ((= i (- s 1)) #t)
                  (else (loop (modulo (* x x) n) (+ i 1) #f)))))))
  (and (> n 1)
       (let loop ((witnesses '(2 3 5 7 11 13 17 19 23 29 31 37)))
         (cond ((null? witnesses) #t)
               ((= n (car witnesses)) #t)
               ((= 0 (modulo n (car witnesses))) #f)
               ((witness? (car witnesses)) #f)
               (else (loop (cdr witnesses)))))))

(define (next-prime n) (if (prime? n) n (next-prime (+ n 1))))

;; Coefficients of the power series of the exponential function, as exact rationals.
(define (e-approximation n)
  (let loop ((k 0) (term 1) (sum 0))
    (if (= k n) sum (loop (+ k 1) (/ term (+ k 1)) (+ sum term)))))

(define pi (pi-digits digits-of-pi))
(write (quotient pi (expt 10 (- digits-of-pi 50)))) (newline)
(write (remainder pi (expt 10 20))) (newline)
(write (digit-sum pi)) (newline)
(define f (factorial factorial-of))
(write (string-length (number->string f))) (newline)
(write (digit-sum f)) (newline)
(write (modulo f 1000003)) (newline)
(write (= f (string->number (number->string f 16) 16))) (newline)
(write (next-prime (expt 10 40))) (newline)
(write (map prime? (list (- (expt 2 127) 1) (- (expt 2 128) 1) (+ (expt 2 64) 13)))) (newline)
(write (e-approximation 20)) (newline)
(let-values (((root rest) (exact-integer-sqrt (* 2 (expt 10 100))))) (write root) (newline))
(write (gcd (factorial 60) (expt 2 200))) (newline)
