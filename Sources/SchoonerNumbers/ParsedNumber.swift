/// A number as the reader or an operation delivers it, in the smallest kind that holds it.
package indirect enum ParsedNumber: Hashable, Sendable {
    /// An integer of 63 bits.
    case fixnum(Int)
    /// An integer beyond that.
    case big(BigInteger)
    /// A rational that is not an integer, in lowest terms, the denominator positive.
    case ratio(BigInteger, BigInteger)
    /// An inexact real.
    case flonum(Double)
    /// A complex number whose imaginary part is not an exact 0. Both parts are real.
    case rectangular(real: ParsedNumber, imaginary: ParsedNumber)

    /// The integer, a fixnum where it is small enough.
    package init(_ integer: BigInteger) {
        if let small = integer.asFixnum { self = .fixnum(small) } else { self = .big(integer) }
    }

    /// The rational, an integer where it is one.
    package init(_ rational: Rational) {
        self = rational.isInteger ? .init(rational.numerator) : .ratio(rational.numerator, rational.denominator)
    }

    /// The complex number with these real parts, a real one when the imaginary part is an exact 0.
    package init(real: ParsedNumber, imaginary: ParsedNumber) {
        self = imaginary == .fixnum(0) ? real : .rectangular(real: real, imaginary: imaginary)
    }

    /// The nearest flonum to a real number; nil for a complex one.
    package var flonumValue: Double? {
        switch self {
        case .fixnum(let value): Double(value)
        case .big(let value): Double(nearest: value)
        case .ratio(let numerator, let denominator): Double(nearest: numerator, over: denominator)
        case .flonum(let value): value
        case .rectangular: nil
        }
    }
}
