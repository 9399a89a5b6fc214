/// Powers and roots.
extension BigInteger {
    /// The number raised to `exponent`, which is not negative; nil when the result would have more than `bitLimit`
    /// bits. `0` to the power `0` is 1.
    package func power(_ exponent: Int, bitLimit: Int = BigInteger.defaultBitLimit) -> BigInteger? {
        precondition(exponent >= 0, "the caller turns a negative exponent into a ratio")
        if exponent == 0 { return .one }
        if isZero || limbs == [1] { return exponent & 1 == 1 ? self : magnitude }
        let (bits, overflow) = (magnitudeBitLength - 1).multipliedReportingOverflow(by: exponent)
        guard !overflow, bits <= bitLimit else { return nil }
        // A power of two is a shift; the rest is squared from the exponent's highest bit down.
        let twos = trailingZeroBitCount
        guard let base = shifted(by: -twos), let scale = BigInteger.one.shifted(by: twos * exponent) else { return nil }
        var result = base
        var bit = Int.bitWidth - exponent.leadingZeroBitCount - 1
        while bit > 0 {
            bit -= 1
            result = result * result
            if exponent >> bit & 1 == 1 { result = result * base }
        }
        return twos == 0 ? result : result * scale
    }

    /// The number raised to `exponent` modulo `modulus`; the result has the modulus's sign, as `modulo` gives it.
    /// The exponent is not negative and the modulus not 0.
    package func power(_ exponent: BigInteger, modulo modulus: BigInteger) -> BigInteger {
        precondition(!exponent.isNegative && !modulus.isZero, "the caller rules out these arguments")
        let base = modulo(modulus)
        var result = BigInteger.one.modulo(modulus)
        var bit = exponent.magnitudeBitLength
        while bit > 0 {
            bit -= 1
            result = (result * result).modulo(modulus)
            if exponent.limbs[bit / UInt.bitWidth] >> UInt(bit % UInt.bitWidth) & 1 == 1 {
                result = (result * base).modulo(modulus)
            }
        }
        return result
    }

    /// R7RS `exact-integer-sqrt`: the greatest integer whose square is not above the number, and the rest. Nil for a
    /// negative number.
    package func squareRoot() -> (root: BigInteger, rest: BigInteger)? {
        isNegative ? nil : BigInteger.squareRoot(of: self)
    }

    /// Zimmermann's recursion: the root of the upper half of the bits, one division for the lower half.
    private static func squareRoot(of value: BigInteger) -> (root: BigInteger, rest: BigInteger) {
        let bits = value.magnitudeBitLength
        if bits <= 62 {
            let number = value.limbs.first ?? 0
            var root = UInt(Double(number).squareRoot())
            while root * root > number { root -= 1 }
            while (root + 1) * (root + 1) <= number { root += 1 }
            return (BigInteger(root), BigInteger(number - root * root))
        }
        if bits <= 124 { return shortSquareRoot(of: value) }
        let quarter = (bits - 1) / 4
        let (upper, upperRest) = squareRoot(of: value.shiftedRight(2 * quarter))
        let (quotient, remainder) = (upperRest.shiftedLeft(quarter) + value.bits(quarter..<2 * quarter))
            .truncatingDivision(by: upper.shiftedLeft(1))
        var root = upper.shiftedLeft(quarter) + quotient
        var rest = remainder.shiftedLeft(quarter) + value.bits(0..<quarter) - quotient * quotient
        while rest.isNegative {
            rest = rest + root.shiftedLeft(1) - .one
            root = root - .one
        }
        return (root, rest)
    }

    /// The root of a number of 63 to 124 bits.
    private static func shortSquareRoot(of value: BigInteger) -> (root: BigInteger, rest: BigInteger) {
        let high: UInt = value.limbs.count > 1 ? value.limbs[1] : 0
        let number = UInt128(high) << 64 | UInt128(value.limbs[0])
        // The flonum's root has 52 good bits; one step of Newton's method doubles them.
        var root = UInt128(Double(number).squareRoot())
        root = (root + number / root) / 2
        while root * root > number { root -= 1 }
        while (root + 1) * (root + 1) <= number { root += 1 }
        return (BigInteger(UInt(root)), BigInteger(isNegative: false, normalizing: words(number - root * root)))
    }

    private static func words(_ number: UInt128) -> [UInt] {
        [UInt(truncatingIfNeeded: number), UInt(truncatingIfNeeded: number >> 64)]
    }

    /// The bits of the absolute value in `range`, as a number.
    private func bits(_ range: Range<Int>) -> BigInteger {
        let above = magnitude.shiftedRight(range.lowerBound)
        let (words, bits) = range.count.quotientAndRemainder(dividingBy: UInt.bitWidth)
        var kept = Array(above.limbs.prefix(words + 1))
        if kept.count > words { kept[words] &= (1 << UInt(bits)) - 1 }
        return BigInteger(isNegative: false, normalizing: kept)
    }
}
