/// Between exact numbers and flonums, correctly rounded: to the nearest, to the even one of two.
extension Double {
    /// The flonum nearest to the integer; infinite when it is too large.
    package init(nearest value: BigInteger) {
        let bits = value.magnitudeBitLength
        let excess = Swift.max(bits - UInt64.bitWidth, 0)
        let top = UInt64(value.shiftedRight(excess).limbs.first ?? 0)
        let sticky = excess > 0 && value.trailingZeroBitCount < excess
        self.init(isNegative: value.isNegative, significand: top, exponent: excess, sticky: sticky)
    }

    /// The flonum nearest to the rational; infinite when it is too large, a zero with its sign when too small.
    package init(nearest value: Rational) {
        self.init(nearest: value.numerator, over: value.denominator)
    }

    /// The flonum nearest to a quotient, which need not be in lowest terms. The denominator is above 0.
    package init(nearest numerator: BigInteger, over denominator: BigInteger) {
        // Scaled so that the integer quotient has 63 or 64 bits, more than any flonum.
        let shift = 63 - (numerator.magnitudeBitLength - denominator.magnitudeBitLength)
        let (upper, lower) =
            shift >= 0
            ? (numerator.magnitude.shiftedLeft(shift), denominator)
            : (numerator.magnitude, denominator.shiftedLeft(-shift))
        let (quotient, remainder) = upper.truncatingDivision(by: lower)
        self.init(
            isNegative: numerator.isNegative, significand: UInt64(quotient.limbs.first ?? 0), exponent: -shift,
            sticky: !remainder.isZero)
    }

    /// The flonum nearest to `significand` × 2^`exponent`, and a little more when `sticky`; the significand then has
    /// at least 55 bits.
    package init(isNegative: Bool, significand: UInt64, exponent: Int, sticky: Bool) {
        let sign: UInt64 = isNegative ? 1 << 63 : 0
        let bits = UInt64.bitWidth - significand.leadingZeroBitCount
        let order = exponent + bits - 1
        if significand == 0 || order < -1075 {
            self.init(bitPattern: sign)
            return
        }
        if order > 1023 {
            self.init(bitPattern: sign | Double.infinity.bitPattern)
            return
        }
        let precision = order >= -1022 ? 53 : 53 - (-1022 - order)
        let dropped = bits - precision
        var kept: UInt64
        if dropped <= 0 {
            kept = significand << UInt64(-dropped)
        } else {
            kept = dropped == 64 ? 0 : significand >> UInt64(dropped)
            let rest = dropped == 64 ? significand : significand & ((1 << UInt64(dropped)) - 1)
            let half: UInt64 = 1 << UInt64(dropped - 1)
            if rest > half || (rest == half && (sticky || kept & 1 == 1)) { kept += 1 }
        }
        // A carry out of the significand runs into the exponent, where it belongs, up to infinity.
        let biased = order >= -1022 ? UInt64(order + 1022) << 52 : 0
        self.init(bitPattern: sign | (biased + kept))
    }
}

extension BigInteger {
    /// The flonum's value; nil when it is not an integer.
    package init?(exactly value: Double) {
        guard value.isFinite, value == value.rounded(.towardZero) else { return nil }
        guard value != 0 else {
            self = .zero
            return
        }
        let exponent = Int(value.exponent) - 52
        let significand = BigInteger(UInt(value.significandBitPattern | 1 << 52))
        let shifted = exponent >= 0 ? significand.shiftedLeft(exponent) : significand.shiftedRight(-exponent)
        self = value < 0 ? -shifted : shifted
    }
}

extension Rational {
    /// The flonum's exact value (R7RS `exact`); nil for infinities and not-a-numbers.
    package init?(exactly value: Double) {
        guard value.isFinite else { return nil }
        if let integer = BigInteger(exactly: value) {
            self.init(integer)
            return
        }
        // Not an integer, so below 2^52: significand over a power of two.
        let raw = value.significandBitPattern
        let isNormal = value.isNormal
        let significand = isNormal ? raw | 1 << 52 : raw
        let exponent = isNormal ? Int(value.exponentBitPattern) - 1075 : -1074
        let twos = significand.trailingZeroBitCount
        let numerator = BigInteger(UInt(significand >> UInt64(twos)))
        self.init(reduced: value < 0 ? -numerator : numerator, BigInteger.one.shiftedLeft(-exponent - twos))
    }
}

/// Small questions about flonums.
package enum Flonum {
    /// R7RS `round`: to the nearest integer, to the even one of two.
    @inlinable
    package static func rounded(_ value: Double) -> Double { value.rounded(.toNearestOrEven) }

    /// The machine integer that the flonum is exactly, nil when there is none.
    @inlinable
    package static func exactIntegerValue(_ value: Double) -> Int? { Int(exactly: value) }

    /// The order of a flonum and an integer of any size: -1, 0 or 1; nil for a not-a-number.
    package static func compare(_ value: Double, _ integer: BigInteger) -> Int? {
        if value.isNaN { return nil }
        if value.isInfinite { return value < 0 ? -1 : 1 }
        guard let whole = BigInteger(exactly: value.rounded(.down)) else { return nil }
        let order = BigInteger.compare(whole, integer)
        return order == 0 && value != value.rounded(.down) ? 1 : order
    }

    /// The order of a flonum and a rational: -1, 0 or 1; nil for a not-a-number.
    package static func compare(_ value: Double, _ rational: Rational) -> Int? {
        if value.isNaN { return nil }
        guard let exact = Rational(exactly: value) else { return value < 0 ? -1 : 1 }
        return Rational.compare(exact, rational)
    }
}
