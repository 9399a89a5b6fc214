/// Greatest common divisor and least common multiple (R7RS section 6.2.6).
extension BigInteger {
    /// The greatest common divisor, never negative; 0 only for two zeros.
    package static func gcd(_ left: BigInteger, _ right: BigInteger) -> BigInteger {
        var (greater, lesser) = (left.magnitude, right.magnitude)
        if greater < lesser { swap(&greater, &lesser) }
        while lesser.limbs.count > 1 {
            let matrix = LehmerMatrix(greater, lesser)
            if matrix.b == 0 {
                (greater, lesser) = (lesser, greater.remainder(by: lesser))
            } else {
                (greater, lesser) = (
                    greater * matrix.a + lesser * matrix.b, greater * matrix.c + lesser * matrix.d
                )
            }
        }
        guard let divisor = lesser.limbs.first else { return greater }
        var (first, second) = (divisor, greater.remainder(by: lesser).limbs.first ?? 0)
        while second != 0 { (first, second) = (second, first % second) }
        return BigInteger(first)
    }

    /// The least common multiple, never negative; 0 when either number is.
    package static func lcm(_ left: BigInteger, _ right: BigInteger) -> BigInteger {
        if left.isZero || right.isZero { return .zero }
        return (left.quotient(by: gcd(left, right)) * right).magnitude
    }
}

/// Several steps of Euclid's algorithm at once, found from the leading bits of two numbers alone (Knuth, The Art of
/// Computer Programming, 4.5.2, algorithm L). `b` is 0 when the leading bits do not decide a single step.
private struct LehmerMatrix {
    var (a, b, c, d) = (1, 0, 0, 1)

    /// The numbers are positive, the first the greater.
    init(_ greater: BigInteger, _ lesser: BigInteger) {
        let bits = 61
        let shift = greater.magnitudeBitLength - bits
        var x = LehmerMatrix.leadingBits(greater, from: shift)
        var y = LehmerMatrix.leadingBits(lesser, from: shift)
        while y + c != 0, y + d != 0 {
            let quotient = (x + a) / (y + c)
            guard quotient == (x + b) / (y + d) else { break }
            (a, c) = (c, a - quotient * c)
            (b, d) = (d, b - quotient * d)
            (x, y) = (y, x - quotient * y)
        }
    }

    /// The bits of the number from `shift` up, which are at most 61.
    private static func leadingBits(_ value: BigInteger, from shift: Int) -> Int {
        let word = shift / UInt.bitWidth
        let bit = shift % UInt.bitWidth
        guard word < value.limbs.count else { return 0 }
        var bits = value.limbs[word] >> UInt(bit)
        if bit > 0, word + 1 < value.limbs.count { bits |= value.limbs[word + 1] << UInt(UInt.bitWidth - bit) }
        return Int(bits)
    }
}
