/// Numbers to text, as MIT 12.1's `number->string` writes them. The radix is 2 to 36; text is ASCII.
package enum NumberText {
    /// Appends a machine integer.
    package static func append(_ value: Int, radix: Int = 10, to text: inout [UInt8]) {
        IntegerText.append(value, radix: radix, to: &text)
    }

    /// Appends an integer of any size.
    package static func append(_ value: BigInteger, radix: Int = 10, to text: inout [UInt8]) {
        IntegerText.append(value, radix: radix, to: &text)
    }

    /// Appends a rational: numerator, `/` and denominator, or an integer alone.
    package static func append(_ value: Rational, radix: Int = 10, to text: inout [UInt8]) {
        append(value.numerator, radix: radix, to: &text)
        guard !value.isInteger else { return }
        text.append(0x2F)
        append(value.denominator, radix: radix, to: &text)
    }

    /// Appends a flonum: the shortest digits that read back as the same number, with a point that has no zero before
    /// or after it, and in scientific form where MIT takes it. Radix 16 is C's `%a` form, as in MIT.
    package static func append(_ value: Double, radix: Int = 10, to text: inout [UInt8]) {
        if value.isNaN { return appendNaN(value, to: &text) }
        if value.sign == .minus { text.append(0x2D) }
        if value.isInfinite {
            if value.sign == .plus { text.append(0x2B) }
            return text.append(contentsOf: "inf.0".utf8)
        }
        if value == 0 { return text.append(contentsOf: "0.".utf8) }
        if radix == 16 { return appendHexadecimal(value.magnitude, to: &text) }
        appendPlain(FlonumDigits(value.magnitude, radix: radix), radix: radix, to: &text)
    }

    /// Appends digits with their point, in scientific form where there would be too many zeros.
    static func appendPlain(_ number: FlonumDigits, radix: Int, to text: inout [UInt8]) {
        let (digits, point, count) = (number.digits, number.point, number.digits.count)
        let limit = significantDigits(radix)
        if point > 0, point <= limit + 1 {
            if point >= count {
                text.append(contentsOf: digits)
                text.append(contentsOf: repeatElement(0x30, count: point - count))
                text.append(0x2E)
            } else {
                text.append(contentsOf: digits[..<point])
                text.append(0x2E)
                text.append(contentsOf: digits[point...])
            }
        } else if point <= 0, count - point <= limit {
            text.append(0x2E)
            text.append(contentsOf: repeatElement(0x30, count: -point))
            text.append(contentsOf: digits)
        } else {
            text.append(digits[0])
            if count > 1 {
                text.append(0x2E)
                text.append(contentsOf: digits[1...])
            }
            text.append(0x65)
            append(point - 1, radix: radix, to: &text)
        }
    }

    /// Appends any number; a complex one as `real+imaginaryi`, without a real part that is an exact 0.
    package static func append(_ value: ParsedNumber, radix: Int = 10, to text: inout [UInt8]) {
        switch value {
        case .fixnum(let integer): append(integer, radix: radix, to: &text)
        case .big(let integer): append(integer, radix: radix, to: &text)
        case .ratio(let numerator, let denominator):
            append(Rational(reduced: numerator, denominator), radix: radix, to: &text)
        case .flonum(let flonum): append(flonum, radix: radix, to: &text)
        case .rectangular(let real, let imaginary):
            if real != .fixnum(0) { append(real, radix: radix, to: &text) }
            let start = text.count
            append(imaginary, radix: radix, to: &text)
            if text[start] != 0x2D, text[start] != 0x2B { text.insert(0x2B, at: start) }
            if imaginary == .fixnum(1) || imaginary == .fixnum(-1) { text.removeLast() }
            text.append(0x69)
        }
    }

    /// The text of a machine integer.
    package static func text(of value: Int, radix: Int = 10) -> [UInt8] {
        collect { append(value, radix: radix, to: &$0) }
    }

    /// The text of an integer.
    package static func text(of value: BigInteger, radix: Int = 10) -> [UInt8] {
        collect { append(value, radix: radix, to: &$0) }
    }

    /// The text of a rational.
    package static func text(of value: Rational, radix: Int = 10) -> [UInt8] {
        collect { append(value, radix: radix, to: &$0) }
    }

    /// The text of a flonum.
    package static func text(of value: Double, radix: Int = 10) -> [UInt8] {
        collect { append(value, radix: radix, to: &$0) }
    }

    /// The text of any number.
    package static func text(of value: ParsedNumber, radix: Int = 10) -> [UInt8] {
        collect { append(value, radix: radix, to: &$0) }
    }

    private static func collect(_ body: (inout [UInt8]) -> Void) -> [UInt8] {
        var text: [UInt8] = []
        body(&text)
        return text
    }

    /// From how many digits on MIT takes the scientific form: the most that a flonum needs, `2 + floor(53 log_r 2)`.
    private static func significantDigits(_ radix: Int) -> Int { radix == 2 ? 53 : significantDigitTable[radix] }

    private static let significantDigitTable: [Int] = (0...36).map { radix in
        guard radix >= 2 else { return 0 }
        // The greatest n with radix^n <= 2^53.
        var (power, digits): (UInt, Int) = (UInt(radix), 0)
        while power <= 1 << 53 {
            digits += 1
            power *= UInt(radix)
        }
        return 2 + digits
    }

    private static func appendNaN(_ value: Double, to text: inout [UInt8]) {
        let isQuiet = value.bitPattern & 1 << 51 != 0
        text.append(value.sign == .minus ? 0x2D : 0x2B)
        text.append(contentsOf: (isQuiet ? "nan." : "snan.").utf8)
        append(Int(value.bitPattern & ((1 << 51) - 1)), to: &text)
    }

    private static func appendHexadecimal(_ value: Double, to text: inout [UInt8]) {
        let significand = value.significand
        text.append(0x31)
        var fraction = significand.significandBitPattern << 12
        if fraction != 0 { text.append(0x2E) }
        while fraction != 0 {
            text.append(RadixTables.digit(UInt(fraction >> 60)))
            fraction <<= 4
        }
        text.append(0x70)
        let exponent = Int(value.exponent)
        if exponent >= 0 { text.append(0x2B) }
        append(exponent, to: &text)
    }
}
