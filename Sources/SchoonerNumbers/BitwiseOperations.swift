/// Shifts and bitwise operations, on integers as endless two's complement (MIT manual, "Bit operations").
extension BigInteger {
    /// The most bits that a result may have unless the caller says otherwise: 1 GiB of them.
    package static let defaultBitLimit = 1 << 33

    /// `arithmetic-shift`: left for a positive count, right, rounding down, for a negative one. Nil when the result
    /// would have more than `bitLimit` bits.
    package func shifted(by count: Int, bitLimit: Int = BigInteger.defaultBitLimit) -> BigInteger? {
        if count >= 0 {
            if isZero { return self }
            let (bits, overflow) = magnitudeBitLength.addingReportingOverflow(count)
            return overflow || bits > bitLimit ? nil : shiftedLeft(count)
        }
        if count == .min || -count >= magnitudeBitLength { return isNegative ? BigInteger(-1) : .zero }
        guard isNegative else { return shiftedRight(-count) }
        // Rounding down is -(((|n| - 1) >> count) + 1).
        return -((magnitude - .one).shiftedRight(-count) + .one)
    }

    /// The absolute value shifted left, with the sign.
    func shiftedLeft(_ count: Int) -> BigInteger {
        if isZero || count == 0 { return self }
        let (words, bits) = count.quotientAndRemainder(dividingBy: UInt.bitWidth)
        let total = limbs.count + words + 1
        return BigInteger(isNegative: isNegative, capacity: total) { result in
            result.update(repeating: 0, count: words)
            result[total - 1] = withLimbs {
                LimbKernel.shiftLeft($0.baseAddress!, $0.count, by: bits, into: result + words)
            }
            return total
        }
    }

    /// The absolute value shifted right, with the sign.
    func shiftedRight(_ count: Int) -> BigInteger {
        let (words, bits) = count.quotientAndRemainder(dividingBy: UInt.bitWidth)
        if words >= limbs.count { return .zero }
        let total = limbs.count - words
        return BigInteger(isNegative: isNegative, capacity: total) { result in
            withLimbs { LimbKernel.shiftRight($0.baseAddress! + words, total, by: bits, into: result) }
            return total
        }
    }

    /// `bitwise-and`.
    package static func & (left: BigInteger, right: BigInteger) -> BigInteger {
        combine(left, right, isNegative: left.isNegative && right.isNegative) { $0 & $1 }
    }

    /// `bitwise-or`.
    package static func | (left: BigInteger, right: BigInteger) -> BigInteger {
        combine(left, right, isNegative: left.isNegative || right.isNegative) { $0 | $1 }
    }

    /// `bitwise-xor`.
    package static func ^ (left: BigInteger, right: BigInteger) -> BigInteger {
        combine(left, right, isNegative: left.isNegative != right.isNegative) { $0 ^ $1 }
    }

    /// `bitwise-not`.
    package static prefix func ~ (value: BigInteger) -> BigInteger { -value - .one }

    /// `bit-count`: how many bits differ from the sign.
    package var bitCount: Int {
        let words = isNegative ? ~self : self
        return words.limbs.reduce(0) { $0 + $1.nonzeroBitCount }
    }

    /// `integer-length`: the bits of two's complement without the sign: 3 for 7 and -8, 4 for 8.
    package var integerLength: Int { isNegative ? (~self).magnitudeBitLength : magnitudeBitLength }

    /// How many of the lowest bits are 0; 0 for 0.
    package var trailingZeroBitCount: Int {
        guard let index = limbs.firstIndex(where: { $0 != 0 }) else { return 0 }
        return index * UInt.bitWidth + limbs[index].trailingZeroBitCount
    }

    /// Whether bit `index` (not negative) of two's complement is 1.
    package func bit(at index: Int) -> Bool {
        let word = index / UInt.bitWidth
        guard word < limbs.count else { return isNegative }
        var cursor = TwosComplement(self)
        var value: UInt = 0
        for _ in 0...word { value = cursor.next() }
        return value >> UInt(index % UInt.bitWidth) & 1 == 1
    }

    private static func combine(
        _ left: BigInteger, _ right: BigInteger, isNegative: Bool, _ operation: (UInt, UInt) -> UInt
    ) -> BigInteger {
        let count = Swift.max(left.limbs.count, right.limbs.count) + 1
        return BigInteger(isNegative: isNegative, capacity: count) { result in
            var (first, second) = (TwosComplement(left), TwosComplement(right))
            var carry = isNegative
            for index in 0..<count {
                var word = operation(first.next(), second.next())
                if isNegative { (word, carry) = (~word).addingReportingOverflow(carry ? 1 : 0) }
                result[index] = word
            }
            return count
        }
    }
}

/// The words of an integer's two's complement, from the lowest up, without end.
private struct TwosComplement {
    private let value: BigInteger
    private var index = 0
    private var carry: Bool

    init(_ value: BigInteger) {
        self.value = value
        carry = value.isNegative
    }

    mutating func next() -> UInt {
        let word = index < value.limbs.count ? value.limbs[index] : 0
        index += 1
        guard value.isNegative else { return word }
        let (sum, overflow) = (~word).addingReportingOverflow(carry ? 1 : 0)
        carry = overflow
        return sum
    }
}
