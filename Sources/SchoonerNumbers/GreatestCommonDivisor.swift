/// Greatest common divisor and least common multiple (R7RS section 6.2.6).
extension BigInteger {
    /// The greatest common divisor, never negative; 0 only for two zeros.
    package static func gcd(_ left: BigInteger, _ right: BigInteger) -> BigInteger {
        var (greater, lesser) = (left.magnitude, right.magnitude)
        if greater < lesser { swap(&greater, &lesser) }
        if lesser.isZero { return greater }
        if lesser.limbs.count == 1 {
            return BigInteger(gcd(lesser.limbs[0], greater.remainder(by: lesser).limbs.first ?? 0))
        }
        var pair = EuclideanPair(greater.limbs, lesser.limbs)
        return pair.commonDivisor()
    }

    /// The greatest common divisor of two words.
    private static func gcd(_ first: UInt, _ second: UInt) -> UInt {
        var (first, second) = (first, second)
        while second != 0 { (first, second) = (second, first % second) }
        return first
    }

    /// The least common multiple, never negative; 0 when either number is.
    package static func lcm(_ left: BigInteger, _ right: BigInteger) -> BigInteger {
        if left.isZero || right.isZero { return .zero }
        return (left.quotient(by: gcd(left, right)) * right).magnitude
    }
}

/// Two numbers on which Euclid's algorithm works in place, many steps at once (D. H. Lehmer, 1938).
private struct EuclideanPair {
    /// The words of the greater and of the lesser number, with zeros above their counts.
    private var greater: [UInt]
    private var lesser: [UInt]
    private var greaterCount: Int
    private var lesserCount: Int

    /// Magnitudes without leading zeros, the first not below the second, both of two words or more.
    init(_ greater: [UInt], _ lesser: [UInt]) {
        self.greater = greater
        self.lesser = lesser + repeatElement(0, count: greater.count - lesser.count)
        greaterCount = greater.count
        lesserCount = lesser.count
    }

    mutating func commonDivisor() -> BigInteger {
        while greaterCount > 2, lesserCount > 0 {
            let matrix = LehmerMatrix(leadingBits(greater, greaterCount), leadingBits(lesser, lesserCount))
            if matrix.steps > 0 { apply(matrix) } else { divide() }
        }
        if lesserCount == 0 { return BigInteger(isNegative: false, normalizing: Array(greater[..<greaterCount])) }
        var (first, second) = (wide(greater), wide(lesser))
        while second != 0 { (first, second) = (second, first % second) }
        return BigInteger(
            isNegative: false, normalizing: [UInt(truncatingIfNeeded: first), UInt(truncatingIfNeeded: first >> 64)])
    }

    private func wide(_ words: [UInt]) -> UInt128 {
        UInt128(words.count > 1 ? words[1] : 0) << 64 | UInt128(words[0])
    }

    /// The bits of a number from the place on where the greater has 124 of them.
    private func leadingBits(_ words: [UInt], _ count: Int) -> UInt128 {
        let size = greaterCount * UInt.bitWidth - greater[greaterCount - 1].leadingZeroBitCount
        let (word, bit) = (size - 124).quotientAndRemainder(dividingBy: UInt.bitWidth)
        func at(_ index: Int) -> UInt128 { index < words.count ? UInt128(words[index]) : 0 }
        let low = at(word) | at(word + 1) << 64
        return bit == 0 ? low & (UInt128(1) << 124 - 1) : low >> UInt128(bit) | at(word + 2) << UInt128(128 - bit)
    }

    /// The greater number becomes the lesser, and the lesser the remainder.
    private mutating func divide() {
        let dividend = BigInteger(isNegative: false, normalizing: Array(greater[..<greaterCount]))
        let divisor = BigInteger(isNegative: false, normalizing: Array(lesser[..<lesserCount]))
        let remainder = dividend.remainder(by: divisor).limbs
        swap(&greater, &lesser)
        (greaterCount, lesserCount) = (lesserCount, remainder.count)
        for index in lesser.indices { lesser[index] = index < remainder.count ? remainder[index] : 0 }
    }

    private mutating func apply(_ matrix: LehmerMatrix) {
        let count = greaterCount
        greater.withUnsafeMutableBufferPointer { first in
            lesser.withUnsafeMutableBufferPointer { second in
                let (x, y) = (first.baseAddress!, second.baseAddress!)
                // After an odd number of steps the signs are the other way round.
                if matrix.steps & 1 == 0 {
                    EuclideanPair.combine(x, y, count, matrix.a, matrix.b, matrix.c, matrix.d)
                } else {
                    EuclideanPair.combine(y, x, count, matrix.b, matrix.a, matrix.d, matrix.c, swapped: true)
                }
                greaterCount = LimbKernel.significantCount(x, count)
                lesserCount = LimbKernel.significantCount(y, count)
            }
        }
    }

    /// Without `swapped`, replaces x by a x - b y, and y by d y - c x. With it, replaces x by a x - b y and y by
    /// d y - c x as well, but stores them in each other's place.
    @inline(__always)
    private static func combine(
        _ x: LimbKernel.Target, _ y: LimbKernel.Target, _ count: Int, _ a: UInt, _ b: UInt, _ c: UInt, _ d: UInt,
        swapped: Bool = false
    ) {
        var (carryA, carryB, carryC, carryD): (UInt, UInt, UInt, UInt) = (0, 0, 0, 0)
        var (borrowX, borrowY): (UInt, UInt) = (0, 0)
        for index in 0..<count {
            let (first, second) = (x[index], y[index])
            let newX = difference(product(first, a, &carryA), product(second, b, &carryB), &borrowX)
            let newY = difference(product(second, d, &carryD), product(first, c, &carryC), &borrowY)
            x[index] = swapped ? newY : newX
            y[index] = swapped ? newX : newY
        }
    }

    @inline(__always)
    private static func product(_ word: UInt, _ factor: UInt, _ carry: inout UInt) -> UInt {
        let product =
            UInt128(truncatingIfNeeded: word) &* UInt128(truncatingIfNeeded: factor)
            &+ UInt128(truncatingIfNeeded: carry)
        carry = UInt(truncatingIfNeeded: product &>> 64)
        return UInt(truncatingIfNeeded: product)
    }

    @inline(__always)
    private static func difference(_ left: UInt, _ right: UInt, _ borrow: inout UInt) -> UInt {
        let (partial, first) = left.subtractingReportingOverflow(right)
        let (result, second) = partial.subtractingReportingOverflow(borrow)
        borrow = (first ? 1 : 0) &+ (second ? 1 : 0)
        return result
    }
}

/// Several steps of Euclid's algorithm, found from the leading bits of two numbers alone, with the condition of G. E.
/// Collins (1980). After `steps` steps, an even number, the numbers x and y have become a x - b y and d y - c x; after
/// an odd one the negatives of these.
private struct LehmerMatrix {
    private(set) var (a, b, c, d): (UInt, UInt, UInt, UInt) = (1, 0, 0, 1)
    private(set) var steps = 0

    /// At most 124 bits of each number, from the same place on; the first is not below the second.
    init(_ first: UInt128, _ second: UInt128) {
        var (x, y) = (first, second)
        while y != 0 {
            // Nearly all quotients are small.
            var (quotient, rest): (UInt, UInt128) = (1, x &- y)
            while rest >= y, quotient < 6 { (quotient, rest) = (quotient &+ 1, rest &- y) }
            if rest >= y {
                let more = rest / y
                guard more < 1 << 32 else { return }
                quotient &+= UInt(truncatingIfNeeded: more)
                rest %= y
            }
            let (scaledC, overC) = c.multipliedReportingOverflow(by: quotient)
            let (scaledD, overD) = d.multipliedReportingOverflow(by: quotient)
            let (nextC, pastC) = a.addingReportingOverflow(scaledC)
            let (nextD, pastD) = b.addingReportingOverflow(scaledD)
            // The true remainder differs from this one by less than the greater factor, in units of the last bit.
            let bound = UInt128(Swift.max(nextC, nextD))
            guard !overC, !overD, !pastC, !pastD, rest >= bound, y &- rest >= bound &+ UInt128(Swift.max(c, d)) else {
                return
            }
            (a, b, c, d) = (c, d, nextC, nextD)
            (x, y) = (y, rest)
            steps += 1
        }
    }
}
