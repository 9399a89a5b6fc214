/// Real numbers within a token.
extension NumberParser {
    /// Takes a real number, with a sign or without; nil when there is none, with `failure` saying why.
    mutating func readReal() -> ParsedNumber? {
        var isNegative = false
        if current == 0x2B || current == 0x2D {
            isNegative = current == 0x2D
            position += 1
            if let special = readSpecial(isNegative: isNegative) {
                return exactness == .exact ? nil : .flonum(special)
            }
        }
        let whole = readDigits()
        if current == 0x2F, whole.count > 0 { return readRatio(whole, isNegative: isNegative) }
        var digits = whole
        var fraction = 0
        var isDecimal = whole.hasUnknown
        if current == 0x2E {
            position += 1
            if whole.hasUnknown {
                // Unknown digits after the point change nothing.
                while current == 0x23 { position += 1 }
            } else {
                digits = readDigits(after: whole)
                fraction = digits.count - whole.count
            }
            isDecimal = true
        }
        guard digits.count > 0 else { return nil }
        let exponent = readExponent()
        isDecimal = isDecimal || exponent != nil
        if !isDecimal { return integer(digits, isNegative: isNegative) }
        return decimal(digits, fraction: fraction, exponent: exponent ?? (radix, 0), isNegative: isNegative)
    }

    /// A run of digits, with its value when that fits a word.
    private struct Digits {
        var start: Int
        var end: Int
        /// How many digits there are, unknown ones included.
        var count = 0
        /// The value so far; meaningless once it has overflowed.
        var value: UInt = 0
        var overflowed = false
        /// Whether `#` stood among the digits.
        var hasUnknown = false
    }

    /// Takes digits, and `#` after at least one of them. The run goes on from `previous`, across a point.
    private mutating func readDigits(after previous: Digits? = nil) -> Digits {
        var digits = previous ?? Digits(start: position, end: position)
        let wordRadix = UInt(radix)
        while position < text.count {
            var weight = UInt(RadixTables.weight(text[position]))
            if text[position] == 0x23, digits.count > 0 {
                digits.hasUnknown = true
                weight = 0
            } else if digits.hasUnknown || weight >= wordRadix {
                break
            }
            let (product, first) = digits.value.multipliedReportingOverflow(by: wordRadix)
            let (sum, second) = product.addingReportingOverflow(weight)
            digits.value = sum
            digits.overflowed = digits.overflowed || first || second
            digits.count += 1
            position += 1
        }
        digits.end = position
        return digits
    }

    /// The digits' value at any length. `#` counts as 0.
    private func value(of digits: Digits) -> BigInteger {
        if !digits.overflowed { return BigInteger(digits.value) }
        let run = UnsafeBufferPointer(rebasing: text[digits.start..<digits.end])
        if !digits.hasUnknown { return IntegerText.value(of: run, radix: radix) }
        let plain = run.map { $0 == 0x23 ? 0x30 : $0 }
        return plain.withUnsafeBufferPointer { IntegerText.value(of: $0, radix: radix) }
    }

    private mutating func integer(_ digits: Digits, isNegative: Bool) -> ParsedNumber? {
        if exactness == .inexact {
            let value = DecimalFlonum.nearest(value(of: digits), radix: radix, exponent: 0)
            return .flonum(isNegative ? -value : value)
        }
        if !digits.overflowed, digits.value <= UInt(BigInteger.fixnums.upperBound) {
            return .fixnum(isNegative ? -Int(digits.value) : Int(digits.value))
        }
        if digits.count > NumberSyntax.digitLimit { return fail(.tooLarge) }
        let magnitude = value(of: digits)
        return ParsedNumber(isNegative ? -magnitude : magnitude)
    }

    private mutating func readRatio(_ numerator: Digits, isNegative: Bool) -> ParsedNumber? {
        position += 1
        let denominator = readDigits()
        guard denominator.count > 0 else { return nil }
        // A point or an exponent after a ratio makes the token no number; what may follow is for the caller to see.
        if current == 0x2E { return nil }
        if max(numerator.count, denominator.count) > NumberSyntax.digitLimit { return fail(.tooLarge) }
        let isInexact = exactness == .inexact || (exactness == nil && (numerator.hasUnknown || denominator.hasUnknown))
        let magnitude = value(of: numerator)
        guard let ratio = Rational(isNegative ? -magnitude : magnitude, over: value(of: denominator)) else {
            return fail(.divisionByZero)
        }
        guard isInexact else { return ParsedNumber(ratio) }
        let nearest = Double(nearest: ratio)
        return .flonum(nearest == 0 && isNegative ? -0.0 : nearest)
    }

    private mutating func decimal(
        _ digits: Digits, fraction: Int, exponent: (base: Int, value: Int), isNegative: Bool
    ) -> ParsedNumber? {
        // In a power-of-two exponent the fraction is in the radix, and both must be put together.
        let scale = exponent.base == radix ? exponent.value - fraction : -fraction
        let binary = exponent.base == radix ? 0 : exponent.value
        if exactness == .exact {
            return exactDecimal(digits, scale: scale, binary: binary, isNegative: isNegative)
        }
        var result: Double
        if radix == 10, binary == 0, !digits.overflowed, let fast = DecimalFlonum.fast(digits.value, exponent: scale) {
            result = fast
        } else if radix == 10, binary == 0, !digits.overflowed,
            let short = DecimalFlonum.short(digits.value, exponent: scale)
        {
            result = short
        } else if binary == 0 {
            result = DecimalFlonum.nearest(value(of: digits), radix: radix, exponent: scale)
        } else {
            result = scaled(value(of: digits), scale: scale, binary: binary)
        }
        if isNegative { result = -result }
        return .flonum(result)
    }

    /// The flonum nearest to `significand` × radix^`scale` × 2^`binary`, the scale not above 0.
    private func scaled(_ significand: BigInteger, scale: Int, binary: Int) -> Double {
        if significand.isZero { return 0 }
        let divisor = BigInteger(radix).power(-scale) ?? .one
        let order = significand.magnitudeBitLength - divisor.magnitudeBitLength + binary
        if order > 1100 { return .infinity }
        if order < -1200 { return 0 }
        return binary >= 0
            ? Double(nearest: significand.shiftedLeft(binary), over: divisor)
            : Double(nearest: significand, over: divisor.shiftedLeft(-binary))
    }

    private mutating func exactDecimal(_ digits: Digits, scale: Int, binary: Int, isNegative: Bool) -> ParsedNumber? {
        let magnitude = value(of: digits)
        if magnitude.isZero { return .fixnum(0) }
        guard digits.count <= NumberSyntax.digitLimit, abs(scale) <= NumberSyntax.exponentLimit,
            abs(binary) <= NumberSyntax.exponentLimit, let power = BigInteger(radix).power(abs(scale))
        else { return fail(.tooLarge) }
        var numerator = isNegative ? -magnitude : magnitude
        var denominator = BigInteger.one
        if scale >= 0 { numerator = numerator * power } else { denominator = power }
        if binary >= 0 {
            numerator = numerator.shiftedLeft(binary)
        } else {
            denominator = denominator.shiftedLeft(-binary)
        }
        return Rational(numerator, over: denominator).map { ParsedNumber($0) }
    }

    /// Takes an exponent, if there is one: its base and value. Values are held within ±2^40, far beyond any that
    /// matters.
    private mutating func readExponent() -> (base: Int, value: Int)? {
        let start = position
        let base: Int
        let digitRadix: Int
        switch current {
        case 0x70 where radix <= 25: (base, digitRadix) = (2, 10)
        case 0x65, 0x73, 0x66, 0x64, 0x6C:
            // A letter that is a digit of the radix cannot mark an exponent.
            guard Int(RadixTables.weight(current)) >= radix, radix <= 14 else { return nil }
            (base, digitRadix) = (radix, radix)
        default: return nil
        }
        position += 1
        let isNegative = current == 0x2D
        if isNegative || current == 0x2B { position += 1 }
        var (value, count) = (0, 0)
        while position < text.count {
            let weight = Int(RadixTables.weight(text[position]))
            guard weight < digitRadix else { break }
            value = Swift.min(value * digitRadix + weight, 1 << 40)
            count += 1
            position += 1
        }
        guard count > 0 else {
            position = start
            return nil
        }
        return (base, isNegative ? -value : value)
    }

    /// Takes `inf.0`, `nan.N` or `snan.N` after a sign.
    private mutating func readSpecial(isNegative: Bool) -> Double? {
        if take("inf.0") { return isNegative ? -Double.infinity : .infinity }
        let start = position
        let isSignaling: Bool
        if take("nan.") {
            isSignaling = false
        } else if take("snan.") {
            isSignaling = true
        } else {
            return nil
        }
        var (payload, count): (UInt64, Int) = (0, 0)
        while (0x30...0x39).contains(current), payload < 1 << 51 {
            payload = payload * 10 + UInt64(current - 0x30)
            count += 1
            position += 1
        }
        guard count > 0, payload < 1 << 51, !(isSignaling && payload == 0) else {
            position = start
            return nil
        }
        let quiet: UInt64 = isSignaling ? 0 : 1 << 51
        return Double(bitPattern: (isNegative ? 1 << 63 : 0) | 0x7FF << 52 | quiet | payload)
    }

    /// Takes `word` in any case when it stands at the position.
    private mutating func take(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard position + length <= text.count else { return false }
        for index in 0..<length {
            let byte = text[position + index]
            let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            if folded != word.utf8Start[index] { return false }
        }
        position += length
        return true
    }

    private mutating func fail(_ outcome: NumberSyntax.Outcome) -> ParsedNumber? {
        failure = outcome
        return nil
    }
}
