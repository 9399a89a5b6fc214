/// The shortest digits that read back as the same flonum.
struct FlonumDigits {
    /// The digits, ASCII, without leading or trailing zeros.
    var digits: [UInt8] = []
    /// Where the point stands, counted in digits from the left of the first: `.digits` × radix^point.
    var point = 0

    /// The digits of a flonum that is finite and above 0.
    init(_ value: Double, radix: Int) {
        if radix == 10 { readDescription(of: value) } else { generate(value, radix: radix) }
    }

    /// Swift's description has the shortest digits, and of those the closest.
    private mutating func readDescription(of value: Double) {
        var text = value.description
        text.withUTF8 { bytes in
            var beforePoint = true
            var index = 0
            digits.reserveCapacity(17)
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                if byte == 0x2E {
                    beforePoint = false
                } else if byte == 0x65 {
                    break
                } else {
                    if digits.isEmpty, byte == 0x30 {
                        if !beforePoint { point -= 1 }
                        continue
                    }
                    digits.append(byte)
                    if beforePoint { point += 1 }
                }
            }
            guard index < bytes.count else { return }
            let negative = bytes[index] == 0x2D
            var exponent = 0
            for byte in bytes[index...] where byte >= 0x30 { exponent = exponent * 10 + Int(byte - 0x30) }
            point += negative ? -exponent : exponent
        }
        while digits.last == 0x30 { digits.removeLast() }
    }

    /// Free-format generation with exact integers (Steele and White; Burger and Dybvig, "Printing Floating-Point
    /// Numbers Quickly and Accurately", 1996).
    private mutating func generate(_ value: Double, radix: Int) {
        let raw = value.significandBitPattern
        let significand = value.isNormal ? raw | 1 << 52 : raw
        let exponent = value.isNormal ? Int(value.exponentBitPattern) - 1075 : -1074
        // Between two powers of two the gap below is half the gap above.
        let isUneven = raw == 0 && value.exponentBitPattern > 1
        let even = significand & 1 == 0
        let extra = isUneven ? 2 : 1
        var rest = BigInteger(UInt(significand)).shiftedLeft(Swift.max(exponent, 0) + extra)
        var scale = BigInteger.one.shiftedLeft(Swift.max(-exponent, 0) + extra)
        var below = BigInteger.one.shiftedLeft(Swift.max(exponent, 0))
        var above = isUneven ? below.shiftedLeft(1) : below
        func reaches(_ sum: BigInteger) -> Bool { even ? sum >= scale : sum > scale }

        point = Int((Double.logarithm(value, radix) - 1e-10).rounded(.up))
        if point >= 0 {
            scale = scale * (BigInteger(radix).power(point) ?? .one)
        } else {
            let factor = BigInteger(radix).power(-point) ?? .one
            (rest, below, above) = (rest * factor, below * factor, above * factor)
        }
        if reaches(rest + above) {
            point += 1
        } else {
            (rest, below, above) = (rest * radix, below * radix, above * radix)
        }
        while true {
            let (quotient, remainder) = rest.truncatingDivision(by: scale)
            var digit = quotient.limbs.first ?? 0
            rest = remainder
            let low = even ? rest <= below : rest < below
            let high = reaches(rest + above)
            if low || high {
                let order = BigInteger.compare(rest * 2, scale)
                if high, !low || order > 0 || (order == 0 && digit & 1 == 1) { digit += 1 }
                digits.append(RadixTables.digit(digit))
                break
            }
            digits.append(RadixTables.digit(digit))
            (rest, below, above) = (rest * radix, below * radix, above * radix)
        }
        while digits.last == 0x30 { digits.removeLast() }
    }
}

extension Double {
    /// The logarithm of a positive number in `radix`, good enough to count digits, from the exponent and a chord of
    /// the binary logarithm, which is never above it and less than 0.09 below.
    fileprivate static func logarithm(_ value: Double, _ radix: Int) -> Double {
        let binary = Double(value.exponent) + (value.significand - 1)
        return binary / RadixLogarithm.binary[radix]
    }
}

private enum RadixLogarithm {
    /// The binary logarithm of each radix, from Briggs' squaring: one bit of it for each squaring.
    static let binary: [Double] = (0...36).map { radix in
        guard radix >= 2 else { return 1 }
        var mantissa = Double(radix)
        var result = Double(Int(mantissa.exponent))
        mantissa = mantissa.significand
        var bit = 0.5
        while bit > 1e-17 {
            mantissa *= mantissa
            if mantissa >= 2 {
                result += bit
                mantissa /= 2
            }
            bit /= 2
        }
        return result
    }
}
