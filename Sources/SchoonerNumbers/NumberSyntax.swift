#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The syntax of numbers: R7RS section 7.1.1 with MIT's additions.
///
/// Those are: `1.` and `.5`; exponent markers `s f d l` beside `e`; `#` for an unknown digit (`1#.` is 10.); points in
/// every radix; `p` and a decimal number for a power of two (`#x1.8p3`); not-a-numbers with a payload (`+nan.123`,
/// `-snan.1`).
package enum NumberSyntax {
    /// What a token came to.
    package enum Outcome: Hashable, Sendable {
        case number(ParsedNumber)
        /// The token is not a number; the reader makes it a symbol.
        case notANumber
        /// An exact quotient by 0, such as `1/0`.
        case divisionByZero
        /// An exact number of more than `digitLimit` digits, or with an exponent beyond `exponentLimit`, such as `#e1e999999999`.
        case tooLarge
    }

    /// The most digits of an exact number that are read.
    package static let digitLimit = 10_000_000

    /// The largest exponent of an exact number that is read.
    package static let exponentLimit = 1_000_000

    /// The number that `text`, ASCII, is; nil for anything else (see `outcome`).
    ///
    /// - Parameter radix: 2 to 36, unless a prefix in the text says otherwise.
    package static func parse(_ text: UnsafeBufferPointer<UInt8>, radix: Int = 10) -> ParsedNumber? {
        if case .number(let number) = outcome(of: text, radix: radix) { return number }
        return nil
    }

    /// The number that `text`, ASCII, is; nil for anything else.
    package static func parse(_ text: [UInt8], radix: Int = 10) -> ParsedNumber? {
        text.withUnsafeBufferPointer { parse($0, radix: radix) }
    }

    /// What `text`, ASCII, is.
    package static func outcome(of text: UnsafeBufferPointer<UInt8>, radix: Int = 10) -> Outcome {
        guard let first = text.first, canBeginNumber(first, radix: radix) else { return .notANumber }
        var parser = NumberParser(text: text, radix: radix)
        guard parser.readPrefixes(), let number = parser.readComplex() else {
            return parser.failure
        }
        return .number(number)
    }

    /// Whether a number may begin with this byte: a quick test for the reader.
    @inline(__always)
    package static func canBeginNumber(_ byte: UInt8, radix: Int = 10) -> Bool {
        switch byte {
        case 0x23, 0x2B, 0x2D, 0x2E: true
        default: RadixTables.weight(byte) < radix
        }
    }
}

/// One token being read.
struct NumberParser {
    enum Exactness {
        case exact
        case inexact
    }

    let text: UnsafeBufferPointer<UInt8>
    var radix: Int
    var position = 0
    var exactness: Exactness?
    var failure = NumberSyntax.Outcome.notANumber

    init(text: UnsafeBufferPointer<UInt8>, radix: Int) {
        self.text = text
        self.radix = radix
    }

    var atEnd: Bool { position == text.count }

    /// The byte at the position, letters in lower case; 0 at the end.
    var current: UInt8 {
        guard position < text.count else { return 0 }
        let byte = text[position]
        return (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    /// Takes `#x`, `#e` and the like, each kind at most once; false when there is a wrong one.
    mutating func readPrefixes() -> Bool {
        var hasRadix = false
        while current == 0x23 {
            position += 1
            let letter = current
            switch letter {
            case 0x78, 0x64, 0x6F, 0x62:
                if hasRadix { return false }
                hasRadix = true
                radix = letter == 0x78 ? 16 : letter == 0x64 ? 10 : letter == 0x6F ? 8 : 2
            case 0x65, 0x69:
                if exactness != nil { return false }
                exactness = letter == 0x65 ? .exact : .inexact
            default: return false
            }
            position += 1
        }
        return true
    }

    /// Takes the whole rest of the token.
    mutating func readComplex() -> ParsedNumber? {
        let start = position
        let isSigned = current == 0x2B || current == 0x2D
        guard let first = readReal() else {
            guard failure == .notANumber, isSigned else { return nil }
            position = start
            return readImaginary().map { ParsedNumber(real: zero, imaginary: $0) }
        }
        if atEnd { return first }
        switch current {
        case 0x69 where isSigned && position + 1 == text.count: return ParsedNumber(real: zero, imaginary: first)
        case 0x40:
            position += 1
            guard let angle = readReal(), atEnd else { return nil }
            return polar(first, angle)
        case 0x2B, 0x2D: return readImaginary().map { ParsedNumber(real: first, imaginary: $0) }
        default: return nil
        }
    }

    private var zero: ParsedNumber { .fixnum(0) }

    /// Takes a signed imaginary part with its `i`, which ends the token.
    private mutating func readImaginary() -> ParsedNumber? {
        let start = position
        if let part = readReal() {
            return current == 0x69 && position + 1 == text.count ? part : nil
        }
        guard failure == .notANumber, start + 2 == text.count, text[start + 1] | 0x20 == 0x69 else { return nil }
        let unit = text[start] == 0x2D ? -1 : 1
        return exactness == .inexact ? .flonum(Double(unit)) : .fixnum(unit)
    }

    private mutating func polar(_ magnitude: ParsedNumber, _ angle: ParsedNumber) -> ParsedNumber? {
        if angle == .fixnum(0) || magnitude == .fixnum(0) { return magnitude }
        guard let length = magnitude.flonumValue, let direction = angle.flonumValue else { return nil }
        let (real, imaginary) = (length * cos(direction), length * sin(direction))
        guard exactness == .exact else {
            return ParsedNumber(real: .flonum(real), imaginary: .flonum(imaginary))
        }
        guard let exactReal = Rational(exactly: real), let exactImaginary = Rational(exactly: imaginary) else {
            return nil
        }
        return ParsedNumber(real: ParsedNumber(exactReal), imaginary: ParsedNumber(exactImaginary))
    }
}
