/// An exact rational number in lowest terms.
package struct Rational: Hashable, Sendable {
    /// The numerator, with the sign.
    package let numerator: BigInteger
    /// The denominator, at least 1, without a common factor with the numerator.
    package let denominator: BigInteger

    /// The quotient of two integers; nil when the second is 0.
    package init?(_ numerator: BigInteger, over denominator: BigInteger) {
        if denominator.isZero { return nil }
        self.init(reducing: numerator, denominator)
    }

    /// The rational number that the integer is.
    package init(_ integer: BigInteger) { self.init(reduced: integer, .one) }

    /// The rational number with this numerator and this denominator, known to be positive and in lowest terms.
    package init(reduced numerator: BigInteger, _ denominator: BigInteger) {
        self.numerator = numerator
        self.denominator = denominator
    }

    private init(reducing numerator: BigInteger, _ denominator: BigInteger) {
        let divisor = BigInteger.gcd(numerator, denominator)
        let signed = denominator.isNegative ? -divisor : divisor
        let isReduced = signed == .one
        self.init(
            reduced: isReduced ? numerator : numerator.quotient(by: signed),
            isReduced ? denominator : denominator.quotient(by: signed))
    }

    /// Whether the number is an integer.
    package var isInteger: Bool { denominator == .one }

    /// -1, 0 or 1.
    package var signum: Int { numerator.signum }

    package static prefix func - (value: Rational) -> Rational {
        Rational(reduced: -value.numerator, value.denominator)
    }

    // Common factors are taken out before they grow (Knuth, The Art of Computer Programming, 4.5.1).

    package static func + (left: Rational, right: Rational) -> Rational {
        let common = BigInteger.gcd(left.denominator, right.denominator)
        if common == .one {
            return Rational(
                reduced: left.numerator * right.denominator + right.numerator * left.denominator,
                left.denominator * right.denominator)
        }
        let cofactor = left.denominator.quotient(by: common)
        let sum = left.numerator * right.denominator.quotient(by: common) + right.numerator * cofactor
        if sum.isZero { return Rational(.zero) }
        let rest = BigInteger.gcd(sum, common)
        if rest == .one { return Rational(reduced: sum, cofactor * right.denominator) }
        return Rational(reduced: sum.quotient(by: rest), cofactor * right.denominator.quotient(by: rest))
    }

    package static func - (left: Rational, right: Rational) -> Rational { left + -right }

    package static func * (left: Rational, right: Rational) -> Rational {
        product(left.numerator, left.denominator, right.numerator, right.denominator)
    }

    /// The quotient; nil when the divisor is 0.
    package static func / (left: Rational, right: Rational) -> Rational? {
        if right.signum == 0 { return nil }
        let isNegative = right.signum < 0
        return product(
            left.numerator, left.denominator, isNegative ? -right.denominator : right.denominator,
            right.numerator.magnitude)
    }

    /// The product of two fractions in lowest terms.
    private static func product(
        _ first: BigInteger, _ under: BigInteger, _ second: BigInteger, _ underSecond: BigInteger
    ) -> Rational {
        if first.isZero || second.isZero { return Rational(.zero) }
        func reduced(_ upper: BigInteger, _ lower: BigInteger) -> (BigInteger, BigInteger) {
            if lower == .one { return (upper, lower) }
            let common = BigInteger.gcd(upper, lower)
            return common == .one ? (upper, lower) : (upper.quotient(by: common), lower.quotient(by: common))
        }
        let (upperLeft, lowerRight) = reduced(first, underSecond)
        let (upperRight, lowerLeft) = reduced(second, under)
        return Rational(reduced: upperLeft * upperRight, lowerLeft * lowerRight)
    }

    /// The number raised to an integer power; nil for 0 raised to a negative one, or a result beyond `bitLimit` bits.
    package func power(_ exponent: Int, bitLimit: Int = BigInteger.defaultBitLimit) -> Rational? {
        guard exponent != .min, let upper = numerator.power(abs(exponent), bitLimit: bitLimit),
            let lower = denominator.power(abs(exponent), bitLimit: bitLimit)
        else { return nil }
        if exponent >= 0 { return Rational(reduced: upper, lower) }
        if upper.isZero { return nil }
        return upper.isNegative ? Rational(reduced: -lower, -upper) : Rational(reduced: lower, upper)
    }

    /// R7RS `floor`.
    package var floor: BigInteger { numerator.floorQuotient(by: denominator) }

    /// R7RS `ceiling`.
    package var ceiling: BigInteger { -(-numerator).floorQuotient(by: denominator) }

    /// R7RS `truncate`.
    package var truncated: BigInteger { numerator.quotient(by: denominator) }

    /// R7RS `round`: to the nearest integer, to the even one of two.
    package var rounded: BigInteger { numerator.roundingQuotient(by: denominator) }

    /// R7RS `rationalize` on exact numbers: the simplest rational that differs from `self` by no more than
    /// `tolerance`.
    package func rationalized(within tolerance: Rational) -> Rational {
        let width = tolerance.signum < 0 ? -tolerance : tolerance
        return Rational.simplest(from: self - width, through: self + width)
    }

    /// The rational with the smallest denominator, and then the smallest numerator, between two, which are in order.
    package static func simplest(from low: Rational, through high: Rational) -> Rational {
        if low.signum <= 0, high.signum >= 0 { return Rational(.zero) }
        if high.signum < 0 { return -simplest(from: -high, through: -low) }
        // The continued fractions of both ends, for as long as they agree.
        var (low, high) = (low, high)
        var terms: [BigInteger] = []
        while true {
            let whole = low.floor
            if low.isInteger || whole < high.floor {
                terms.append(low.isInteger ? whole : whole + .one)
                break
            }
            terms.append(whole)
            let (lowRest, highRest) = (low - Rational(whole), high - Rational(whole))
            low = Rational(reduced: highRest.denominator, highRest.numerator)
            high = Rational(reduced: lowRest.denominator, lowRest.numerator)
        }
        var (numerator, denominator) = (terms.removeLast(), BigInteger.one)
        while let term = terms.popLast() {
            (numerator, denominator) = (term * numerator + denominator, numerator)
        }
        return Rational(reduced: numerator, denominator)
    }
}

extension Rational: Comparable {
    /// -1, 0 or 1 as the first is less than, equal to or greater than the second.
    package static func compare(_ left: Rational, _ right: Rational) -> Int {
        if left.signum != right.signum { return left.signum < right.signum ? -1 : 1 }
        return BigInteger.compare(left.numerator * right.denominator, right.numerator * left.denominator)
    }

    package static func < (left: Rational, right: Rational) -> Bool { compare(left, right) < 0 }
}
