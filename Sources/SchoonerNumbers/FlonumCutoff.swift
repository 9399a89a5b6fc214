/// How many digits of a flonum are shown, and in which notation: MIT reference manual 4.8, `param:flonum-printer-cutoff`.
package struct FlonumCutoff: Equatable, Sendable {
    package enum Notation: Sendable { case normal, scientific, engineering }

    /// So many digits in all, or so many behind the point (before it, when negative).
    package var isRelative: Bool
    package var places: Int
    package var notation: Notation

    package init(isRelative: Bool, places: Int, notation: Notation) {
        self.isRelative = isRelative
        self.places = places
        self.notation = notation
    }
}

extension FlonumDigits {
    /// Rounds to what the cutoff leaves. There may be no digits left.
    ///
    /// - Parameter value: the flonum whose digits these are; it decides when they stand half-way.
    mutating func round(_ cutoff: FlonumCutoff, of value: Double) {
        let kept = cutoff.isRelative ? cutoff.places : point + cutoff.places
        guard kept < digits.count else { return }
        guard kept >= 0 else {
            digits = []
            return
        }
        let roundsUp: Bool
        if digits[kept] == 0x35, digits.count == kept + 1 {
            // Half-way between two texts, unless the flonum itself lies a little beside: MIT goes up from the units on,
            // and down behind the point.
            let side = compareExactly(value)
            roundsUp = side > 0 || (side == 0 && kept <= point)
        } else {
            roundsUp = digits[kept] >= 0x35
        }
        digits.removeSubrange(kept...)
        if roundsUp { increment() }
        while digits.last == 0x30 { digits.removeLast() }
    }

    private mutating func increment() {
        while let last = digits.popLast() {
            if last != 0x39 {
                digits.append(last + 1)
                return
            }
        }
        digits = [0x31]
        point += 1
    }

    /// On which side of these digits the flonum lies: -1, 0 or 1.
    private func compareExactly(_ value: Double) -> Int {
        var left = BigInteger(Int(value.significandBitPattern | (value.isNormal ? 1 << 52 : 0)))
        let exponent = (value.isNormal ? Int(value.exponent) : -1022) - 52
        var right = digits.reduce(BigInteger.zero) { $0 * 10 + BigInteger(Int($1) - 0x30) }
        let power = point - digits.count
        let ten = BigInteger(10).power(abs(power)) ?? .one
        if power < 0 { left = left * ten } else { right = right * ten }
        if exponent < 0 { right = right.shiftedLeft(-exponent) } else { left = left.shiftedLeft(exponent) }
        return BigInteger.compare(left, right)
    }
}

extension NumberText {
    /// Appends a flonum's digits, rounded, in decimal.
    package static func append(_ value: Double, _ cutoff: FlonumCutoff, to text: inout [UInt8]) {
        guard value.isFinite, value != 0 else { return append(value, to: &text) }
        if value.sign == .minus { text.append(0x2D) }
        var number = FlonumDigits(value.magnitude, radix: 10)
        let magnitude = number.point
        number.round(cutoff, of: value.magnitude)
        switch cutoff.notation {
        case .normal:
            if number.digits.isEmpty { return text.append(contentsOf: "0.".utf8) }
            appendPlain(number, radix: 10, to: &text)
        case .scientific:
            appendScientific(
                number.digits, before: 1, exponent: (number.digits.isEmpty ? magnitude : number.point) - 1, to: &text)
        case .engineering:
            let exponent = (number.digits.isEmpty ? magnitude : number.point) - 1
            let above = exponent - exponent.floorDivided(by: 3) * 3
            appendScientific(number.digits, before: above + 1, exponent: exponent - above, to: &text)
        }
    }

    private static func appendScientific(
        _ digits: [UInt8], before count: Int, exponent: Int, to text: inout [UInt8]
    ) {
        if digits.isEmpty {
            text.append(0x30)
        } else {
            text.append(contentsOf: digits.prefix(count))
            text.append(contentsOf: repeatElement(0x30, count: max(0, count - digits.count)))
            if digits.count > count {
                text.append(0x2E)
                text.append(contentsOf: digits[count...])
            }
        }
        text.append(0x65)
        append(exponent, to: &text)
    }

    /// Appends any number, its flonums cut.
    package static func append(_ value: ParsedNumber, _ cutoff: FlonumCutoff, to text: inout [UInt8]) {
        switch value {
        case .flonum(let flonum): append(flonum, cutoff, to: &text)
        case .rectangular(let real, let imaginary):
            if real != .fixnum(0) { append(real, cutoff, to: &text) }
            let start = text.count
            append(imaginary, cutoff, to: &text)
            if text[start] != 0x2D, text[start] != 0x2B { text.insert(0x2B, at: start) }
            if imaginary == .fixnum(1) || imaginary == .fixnum(-1) { text.removeLast() }
            text.append(0x69)
        default: append(value, to: &text)
        }
    }
}

extension Int {
    fileprivate func floorDivided(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
