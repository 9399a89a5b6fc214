;; R7RS 7.1.1: every form of numbers in the formal syntax, read by read and by string->number
(import (scheme base) (scheme complex) (scheme inexact) (scheme read) (scheme write))
(include "checking.scm")

(define (read-text text) (read (open-input-string text)))
(define (same? a b)
  (or (eqv? a b) (and (number? a) (number? b) (eqv? (exact? a) (exact? b)) (= a b))))
;; Both readings give the number.
(define-syntax number-is
  (syntax-rules ()
    ((_ text expected)
     (begin
       (check-satisfies '(read text) (lambda () (same? (read-text text) expected)))
       (check-satisfies '(string->number text) (lambda () (same? (string->number text) expected)))))))
(define-syntax numbers-are
  (syntax-rules () ((_ (text expected) ...) (begin (number-is text expected) ...))))
;; The text is no number.
(define-syntax no-numbers
  (syntax-rules () ((_ text ...) (begin (check-values-equal '(string->number text) (lambda () (string->number text)) '(#f)) ...))))

;; <uinteger> with a sign or without.
(numbers-are ("0" 0) ("1" 1) ("+1" 1) ("-1" -1) ("007" 7) ("-0" 0) ("+0" 0) ("123456789" 123456789)
             ("99999999999999999999" (- (expt 10 20) 1)) ("-99999999999999999999" (- 1 (expt 10 20))))
;; <decimal 10>: with a point, with a suffix.
(numbers-are ("1.0" 1.0) ("1." 1.0) (".1" 0.1) ("-.1" -0.1) ("+.1" 0.1) ("-1.5" -1.5) ("00.50" 0.5) ("1.50" 1.5)
             ("1e2" 100.0) ("1E2" 100.0) ("1.0e2" 100.0) ("1.e2" 100.0) (".1e1" 1.0) ("1e0" 1.0) ("1e-1" 0.1) ("1e+1" 10.0)
             ("-1e2" -100.0) ("12.5e1" 125.0) ("0e10" 0.0) ("1e10" 10000000000.0) ("1.5e-5" 0.000015))
;; <ureal>: a fraction.
(numbers-are ("1/2" 1/2) ("-1/2" -1/2) ("+1/2" 1/2) ("2/4" 1/2) ("10/5" 2) ("0/1" 0) ("007/014" 1/2)
             ("100000000000000000000/3" (/ (expt 10 20) 3)))
;; <infnan>, in either case.
(numbers-are ("+inf.0" +inf.0) ("-inf.0" -inf.0) ("+INF.0" +inf.0) ("-Inf.0" -inf.0))
(check-true (nan? (string->number "+nan.0")))
(check-true (nan? (string->number "-nan.0")))
(check-true (nan? (string->number "+NaN.0")))
(check-true (nan? (read-text "+nan.0")))
;; <radix> and <exactness>, in either order and case.
(numbers-are ("#d10" 10) ("#D10" 10) ("#x10" 16) ("#X1F" 31) ("#x-ff" -255) ("#x+ff" 255) ("#xAbC" 2748) ("#b101" 5) ("#B-11" -3)
             ("#o17" 15) ("#O-17" -15) ("#x1/2" 1/2) ("#xa/b" 10/11) ("#b1/11" 1/3)
             ("#e1" 1) ("#i1" 1.0) ("#e1.0" 1) ("#e1.5" 3/2) ("#e.25" 1/4) ("#e-1e2" -100) ("#e1e-2" 1/100) ("#i1/2" 0.5) ("#I-3" -3.0)
             ("#E1.25" 5/4) ("#e1/2" 1/2) ("#x#e10" 16) ("#e#x10" 16) ("#x#i10" 16.0) ("#i#x10" 16.0) ("#d#e1.5" 3/2) ("#e#d1.5" 3/2)
             ("#b#e-101" -5) ("#i#o-7" -7.0) ("#i-0" 0.0))
;; <complex>: the imaginary unit with a sign, rectangular notation.
(numbers-are ("+i" (make-rectangular 0 1)) ("-i" (make-rectangular 0 -1)) ("+2i" (make-rectangular 0 2)) ("-2i" (make-rectangular 0 -2))
             ("+1/2i" (make-rectangular 0 1/2)) ("+I" (make-rectangular 0 1))
             ("1+i" (make-rectangular 1 1)) ("1-i" (make-rectangular 1 -1)) ("1+2i" (make-rectangular 1 2)) ("-1-2i" (make-rectangular -1 -2))
             ("1/2+3/4i" (make-rectangular 1/2 3/4)) ("1+0i" 1) ("0+0i" 0)
             ("1.5+2.5i" (make-rectangular 1.5 2.5)) (".5-.5i" (make-rectangular 0.5 -0.5)) ("1e2+1e3i" (make-rectangular 100.0 1000.0))
             ("+1.i" (make-rectangular 0 1.0)) ("1.0+0.0i" (make-rectangular 1.0 0.0))
             ("#x10+fi" (make-rectangular 16 15)) ("#x1+ai" (make-rectangular 1 10)) ("#e1.5+.5i" (make-rectangular 3/2 1/2)) ("#b1+10i" (make-rectangular 1 2)))
(numbers-are ("+inf.0i" (make-rectangular 0 +inf.0)) ("-inf.0i" (make-rectangular 0 -inf.0)) ("1+inf.0i" (make-rectangular 1 +inf.0))
             ("+inf.0+i" (make-rectangular +inf.0 1)) ("+inf.0-inf.0i" (make-rectangular +inf.0 -inf.0)))
(check-true (nan? (imag-part (string->number "+nan.0i"))))
(check-true (nan? (real-part (string->number "+nan.0+i"))))
(check (imag-part (string->number "+nan.0-2i")) => -2)
;; ... and polar notation.
(numbers-are ("1@0" 1) ("0@1" 0) ("-1@0" -1) ("5/2@0" 5/2))
(check-nearly (real-part (string->number "2@1")) => (* 2 (cos 1)))
(check-nearly (imag-part (string->number "2@1")) => (* 2 (sin 1)))
(check-nearly (real-part (string->number "-2@-.5")) => (* -2 (cos .5)))
(check-nearly (imag-part (string->number "-2@-.5")) => (* 2 (sin .5)))
(check-nearly (magnitude (string->number "1.5@1/2")) => 1.5)
(check-nearly (angle (string->number "1.5@1/2")) => .5)

;; What the syntax has not.
(no-numbers "" "+" "-" "." "+." "-." "..." "e" "e1" ".e1" "+e1" "1e" "1e+" "1e-" "1e1.5" "1e1e1" "1.1.1" "1..1" "--1" "+-1" "1+" "1-" "1+2"
            "1/" "/1" "1/2/3" "1/-2" "1./2" "1/2." "1/2e2" "1.5/2" "a" "0a" "1a" "ff" "#" "#x" "#xg" "#b2" "#o8" "#d" "#e" "#i" "#f" "#t" "#q1" "##1"
            "#x#x1" "#e#e1" "#e#i1" "#xe#1" "1#x0"
            "i" "1i" "2i+1" "1+i+i" "1+2i3" "+ii" "+i+1" "1+-2i" "1++2i" "i+1"
            "@" "1@" "@1" "1@2@3" "1@2i" "1@+i" "inf.0" "nan.0" "+inf" "+inf.1" "+inf.0.0" "inf" "+nan" "1+inf.0" "-inf.0e1" "+inf.0/2"
            " 1" "1 " "1 2" "(1)" "\"1\"" "'1" "1;" "1|" "\x661;" "1_000" "1,000" "0x10" "1f" "1L")

(report-checks)
