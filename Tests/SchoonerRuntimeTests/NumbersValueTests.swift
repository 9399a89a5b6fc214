import Testing

/// Arithmetic, division and predicates: values as MIT 12.1 prints them.
@Suite struct NumbersValueTests {
    @Test func arithmetic() { NumbersHarness().check(Self.arithmetic) }

    @Test func division() { NumbersHarness().check(Self.division) }

    @Test func predicates() { NumbersHarness().check(Self.predicates) }

    static let arithmetic = """
        (/ 1. 0) => +inf.0
        (/ 1 0.) => +inf.0
        (/ 1. 0.) => +inf.0
        (/ 0.) => +inf.0
        (max 1 2.) => 2.
        (min 1 2.) => 1.
        (max 1 +nan.0) => 1.
        (max +nan.0 1) => 1.
        (numerator .5) => 1.
        (denominator .5) => 2.
        (numerator 3/2) => 3
        (denominator 3/2) => 2
        (denominator 0) => 1
        (floor 2.5) => 2.
        (floor 5/2) => 2
        (round 5/2) => 2
        (round 7/2) => 4
        (round -2.5) => -2.
        (truncate -5/2) => -2
        (ceiling 5/2) => 3
        (floor->exact 2.5) => 2
        (round->exact 2.5) => 2
        (floor +inf.0) => +inf.0
        (exact 1.5) => 3/2
        (exact 1e18) => 1000000000000000000
        (inexact 1/3) => .3333333333333333
        (inexact (expt 10 400)) => +inf.0
        (exact 1.5+2.i) => 3/2+2i
        (inexact 1+2i) => 1.+2.i
        (1+ 1.5) => 2.5
        (square 3) => 9
        (cube 3) => 27
        (square 1/2) => 1/4
        (square 1.5) => 2.25
        (exact (floor (sqrt 17))) => 4
        (rationalize 3/10 1/10) => 1/3
        (rationalize .3 1/10) => .3333333333333333
        (rationalize +inf.0 1) => +inf.0
        (rationalize 1 +inf.0) => 0.
        (rationalize->exact .3 1/10) => 1/3
        (rationalize 3 1) => 2
        (make-rectangular 1 2) => 1+2i
        (make-rectangular 1 0) => 1
        (make-rectangular 1 0.) => 1+0.i
        (real-part 1) => 1
        (imag-part 1) => 0
        (imag-part 1.) => 0
        (real-part 1+2i) => 1
        (imag-part 1+2i) => 2
        (cube 1/2) => 1/8
        (cube 1.5) => 3.375
        (->flonum 3) => 3.
        (exact->inexact 1/3) => .3333333333333333
        (exact .1) => 3602879701896397/36028797018963968
        (exact 1e20) => 100000000000000000000
        (- 0 0.) => 0.
        (- 0.) => -0.
        (- 5) => -5
        (/ 4) => 1/4
        (/ .5) => 2.
        (/ 6 4) => 3/2
        (/ 6 3) => 2
        (/ 1 3.) => .3333333333333333
        (+ 1/2 1/2) => 1
        (* 1/2 4) => 2
        (* 0 1.5) => 0
        (+ 0 1.5) => 1.5
        (* 1.5 0) => 0
        (- 1/2 1/2) => 0
        (+) => 0
        (*) => 1
        (+ 1 2 3) => 6
        (- 10 1 2) => 7
        (/ 100 5 2) => 10
        (+ 1.5 1/2) => 2.
        (+ +i +i) => +2i
        (* +i +i) => -1
        (- 1+2i +2i) => 1
        (/ 1+2i 3-4i) => -1/5+2/5i
        (/ 1 +i) => -i
        (/ +i 2.) => +.5i
        (* 1+2i 2.) => 2.+4.i
        (* 2 1.+2.i) => 2.+4.i
        (+ 1.+i -1.) => 0.+i
        (/ 1+i 0.) => +inf.0+inf.0i
        (+ 1 +0.i) => 1+0.i
        (* +i +i 1.) => -1.
        (- +i +i) => 0
        (* 2 +.5i) => +1.i
        (abs -5/3) => 5/3
        (abs -5.) => 5.
        (abs -0.) => 0.
        (exact 2.5+1.5i) => 5/2+3/2i
        (inexact 1/2+i) => .5+1.i
        (max 1/2 1/3) => 1/2
        (max 1/2 .3) => .5
        (min 1/2 .3) => .3
        (max 1 2 3.) => 3.
        (min 3 2 1.5) => 1.5
        (max (expt 10 400) 1.) => +inf.0
        (truncate 2.7) => 2.
        (truncate -2.7) => -2.
        (round 3.5) => 4.
        (round -3.5) => -4.
        (round .5) => 0.
        (round -.5) => -0.
        (floor -.5) => -1.
        (ceiling -.5) => -0.
        (round 1.5) => 2.
        (round 7/3) => 2
        (truncate 7/3) => 2
        (floor->exact 5/2) => 2
        (ceiling->exact 5/2) => 3
        (round->exact 5/2) => 2
        (truncate->exact 5/2) => 2
        (floor -7/2) => -4
        (exact->inexact 100) => 100.
        (exact->inexact 12345678901234567890) => 1.2345678901234567e19
        (exact->inexact 1+i) => 1.+1.i
        (1+ (expt 2 61)) => 2305843009213693953
        (- (- (expt 2 61)) 1) => -2305843009213693953
        (* 99999999999 99999999999) => 9999999999800000000001
        (round->exact 1e30) => 1000000000000000019884624838656
        (numerator 1.5) => 3.
        (denominator 1.5) => 2.
        (denominator 0.) => 1.
        (numerator 0) => 0
        (/ 0 2.) => 0
        (/ 0 0.) => 0
        (+ 0 -0.) => 0.
        (- 0 -0.) => 0.
        (+ -0. 0) => 0.
        (- -0. 0) => -0.
        (* 1 -0.) => -0.
        (* 0 +nan.0) => +nan.0
        (/ 0. 2) => 0.
        (/ 0 1/2) => 0
        (/ 0 +inf.0) => 0
        (* 0 +i) => 0
        (* 0 1.+i) => 0
        (* 0. +i) => +0.i
        (+ 0. +i) => 0.+i
        (- +i) => -i
        (- 0 +i) => -i
        (/ +i) => -i
        (/ 1.+i) => .5-.5i
        (exact->inexact 2/3) => .6666666666666666
        (exact (/ 9 3)) => 3
        (exact 1+2.5i) => 1+5/2i
        (inexact +i) => 0.+1.i
        (rationalize .3 .1) => .3333333333333333
        (rationalize 1/3 .01) => .3333333333333333
        (exact->inexact +inf.0) => +inf.0
        (1+ +i) => 1+i
        (-1+ 1/2) => -1/2
        """

    static let division = """
        (gcd 4. 6) => 2.
        (gcd) => 0
        (lcm) => 1
        (gcd -4 6) => 2
        (lcm -4 6) => 12
        (lcm 0 3) => 0
        (lcm 4. 6) => 12.
        (gcd 0 5) => 5
        (integer-floor 7 2) => 3
        (integer-ceiling 7 2) => 4
        (integer-round 7 2) => 4
        (integer-truncate -7 2) => -3
        (integer-round 5 2) => 2
        (integer-floor 7. 2) => 3.
        (integer-divide 7 2) => (3 . 1)
        (floor-quotient 7 -2) => -4
        (floor-remainder 7 -2) => -1
        (round-quotient 7 2) => 4
        (round-remainder 7 2) => -1
        (ceiling-quotient 7 2) => 4
        (ceiling-remainder 7 2) => -1
        (euclidean-quotient -7 2) => -4
        (euclidean-remainder -7 2) => 1
        (euclidean-remainder -7 -2) => 1
        (floor-quotient 7. 2) => 3.
        (truncate-quotient -7 2) => -3
        (round-quotient 7. 2) => 4.
        (round-quotient 5 2) => 2
        (round-remainder 5 2) => 1
        (floor/ -7 2) => (-4 1)
        (truncate/ -7 2) => (-3 -1)
        (round/ -7 2) => (-4 1)
        (ceiling/ -7 2) => (-3 -1)
        (euclidean/ -7 -2) => (4 1)
        (modulo -7 2) => 1
        (modulo 7 -2) => -1
        (remainder -7 2) => -1
        (modulo -7. 2) => 1.
        (remainder 7. 2) => 1.
        (quotient 7. 2) => 3.
        (quotient -7 2.) => -3.
        (modulo (expt 10 20) 7) => 2
        (modulo (- (expt 10 20)) 7) => 5
        (quotient (expt 10 20) (expt 10 10)) => 10000000000
        (integer-floor -7 2) => -4
        (integer-round 7 -2) => -4
        """

    static let predicates = """
        (= 1 +i) => #f
        (< 2 1 'a) => #f
        (zero? +i) => #f
        (exact? 1/2) => #t
        (exact? +i) => #t
        (exact? 1.+i) => #f
        (inexact? 1.) => #t
        (nan? 1) => #f
        (nan? +i) => #f
        (finite? 1) => #t
        (infinite? -inf.0) => #t
        (nan? +nan.0) => #t
        (finite? +inf.0+i) => #f
        (integer? 1.) => #t
        (integer? 'a) => #f
        (rational? +inf.0) => #f
        (rational? 1.5) => #t
        (real? +i) => #f
        (complex? 1) => #t
        (real? 1.) => #t
        (integer? 1.5) => #f
        (integer? +inf.0) => #f
        (real? +nan.0) => #t
        (rational? +nan.0) => #f
        (exact-rational? 1/2) => #t
        (exact-rational? .5) => #f
        (exact-nonnegative-integer? 5) => #t
        (exact-nonnegative-integer? -5) => #f
        (exact-integer? 5.) => #f
        (index-fixnum? 5) => #t
        (index-fixnum? -1) => #f
        (exact-rational? 'a) => #f
        (exact-integer? 'a) => #f
        (exact-positive-integer? 3) => #t
        (number:eqv? 1 1.) => #f
        (number:eqv? 1. 1.) => #t
        (exact-integer? 1) => #t
        (exact-positive-integer? 0) => #f
        (non-negative? 0) => #t
        (non-positive? 0) => #t
        (non-negative-fixnum? 0) => #t
        (non-positive-fixnum? 1) => #f
        (negative-fixnum? 1) => #f
        (positive-fixnum? 1) => #t
        (fixnum? 1) => #t
        (< 1 2 3) => #t
        (< 1 3 2) => #f
        (= 1 1 1.) => #t
        (= 1/3 .3333333333333333) => #f
        (< 1/3 .3333333333333333) => #f
        (> 1/3 .3333333333333333) => #t
        (= (expt 2 53) 9007199254740992.) => #t
        (= (+ 1 (expt 2 53)) 9007199254740992.) => #f
        (< 1 +inf.0) => #t
        (< (expt 10 400) +inf.0) => #t
        (> (expt 10 400) 1e308) => #t
        (= +nan.0 +nan.0) => #f
        (< 1 +nan.0) => #f
        (< 1/2 +nan.0) => #f
        (<= 1 +nan.0) => #f
        (>= 1 +nan.0) => #f
        (>= +nan.0 1) => #f
        (<=) => #t
        (<) => #t
        (=) => #t
        (>= 3 2 2) => #t
        (<= 1 2 2) => #t
        (= +i +i) => #t
        (= 1+0.i 1) => #t
        (= +i 1) => #f
        (zero? 0.) => #t
        (zero? -0.) => #t
        (zero? 0) => #t
        (zero? 1/2) => #f
        (positive? 1/2) => #t
        (negative? -1/2) => #t
        (positive? +nan.0) => #f
        (zero? +0.i) => #t
        (odd? 3.) => #t
        (even? 0) => #t
        (even? (expt 10 30)) => #t
        (odd? (+ 1 (expt 10 30))) => #t
        (even? -2) => #t
        (odd? -1) => #t
        (exact-rational? 1.) => #f
        (number? 'a) => #f
        (number? +i) => #t
        (rational? 1/2) => #t
        (real? 1/2) => #t
        (complex? +i) => #t
        (integer? 2) => #t
        (integer? 1e300) => #t
        (inexact? 1.+i) => #t
        (inexact? +i) => #f
        (exact-nonnegative-integer? (expt 10 30)) => #t
        (exact-nonnegative-integer? 'a) => #f
        (exact-integer? 1/2) => #f
        """
}
