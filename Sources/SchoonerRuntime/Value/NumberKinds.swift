import SchoonerNumbers

/// The kinds of numbers that arithmetic tells apart, in the order in which operands are raised.
package enum NumberKind: Int, Comparable, Sendable {
    case integer, ratio, flonum, complex

    package static func < (left: NumberKind, right: NumberKind) -> Bool { left.rawValue < right.rawValue }
}

extension Value {
    /// The kind of a number; nil for anything else.
    package var numberKind: NumberKind? {
        if isFixnum { return .integer }
        if isFlonum { return .flonum }
        guard isObject else { return nil }
        switch header & 0xFFFF {
        case Header.mark(.bignum): return .integer
        case Header.mark(.ratio): return .ratio
        case Header.mark(.complex): return .complex
        default: return nil
        }
    }

    /// The kind in which two numbers meet; nil unless both are numbers.
    static func commonKind(_ left: Value, _ right: Value) -> NumberKind? {
        guard let first = left.numberKind, let second = right.numberKind else { return nil }
        return max(first, second)
    }

    /// Whether the object is a fixnum or bignum.
    var isExactInteger: Bool { isFixnum || isType(.bignum) }

    /// Whether the object is an exact real number.
    var isExactRational: Bool { isFixnum || isType(.bignum) || isType(.ratio) }

    /// Whether the object is a real number.
    var isRealNumber: Bool { isFlonum || isExactRational }

    /// Whether a number has no inexact part.
    var isExactNumber: Bool {
        if isType(.complex) { return self[slot: 0].isExactRational && self[slot: 1].isExactRational }
        return isExactRational
    }

    /// The exact rational that an integer or ratio is.
    var exactRational: Rational {
        isType(.ratio)
            ? Rational(reduced: self[slot: 0].bigInteger, self[slot: 1].bigInteger) : Rational(bigInteger)
    }

    /// The flonum nearest to a real number.
    var nearestDouble: Double {
        if isFlonum { return double }
        if isFixnum { return Double(fixnum) }
        if isType(.ratio) { return Double(nearest: self[slot: 0].bigInteger, over: self[slot: 1].bigInteger) }
        return Double(nearest: bigInteger)
    }

    /// The parts of a number; a real one has an exact zero as its imaginary part.
    var realPart: Value { isType(.complex) ? self[slot: 0] : self }
    var imaginaryPart: Value { isType(.complex) ? self[slot: 1] : .zero }

    /// The complex number nearest to a number.
    var complexDouble: ComplexDouble { ComplexDouble(realPart.nearestDouble, imaginaryPart.nearestDouble) }

    /// How many words an exact number's digits take; 1 for other numbers.
    var limbCount: Int {
        if isType(.bignum) { return length }
        if isType(.ratio) { return self[slot: 0].limbCount + self[slot: 1].limbCount }
        return 1
    }

    /// -1, 0 or 1 for an exact real number.
    var exactSign: Int {
        if isFixnum { return fixnum.signum() }
        if isType(.ratio) { return self[slot: 0].exactSign }
        return flags & Header.negative != 0 ? -1 : 1
    }
}
