import BigInt
import SchoonerNumbers

extension SeededGenerator {
    /// An integer of up to `words` machine words, with many words of all zeros or all ones among them.
    mutating func integer(words: Int) -> BigInteger {
        let count = Int.random(in: 0...words, using: &self)
        let limbs = (0..<count).map { _ -> UInt in
            switch UInt.random(in: 0..<8, using: &self) {
            case 0: 0
            case 1: .max
            case 2: 1 << UInt.random(in: 0..<64, using: &self)
            case 3: UInt.random(in: 0...20, using: &self)
            default: next()
            }
        }
        return BigInteger(isNegative: Bool.random(using: &self), normalizing: limbs)
    }

    /// An integer as `integer` gives it, but not 0.
    mutating func nonzero(words: Int) -> BigInteger {
        let value = integer(words: words)
        return value.isZero ? .one : value
    }

    /// A finite flonum of any size, from its bits.
    mutating func flonum() -> Double {
        while true {
            let value = Double(bitPattern: next())
            if value.isFinite { return value }
        }
    }
}

extension BigInteger {
    /// The same number in the library that these tests compare with.
    var reference: BigInt {
        BigInt(sign: isNegative ? .minus : .plus, magnitude: BigUInt(words: limbs))
    }

    /// The number that the other library's is.
    init(_ reference: BigInt) {
        self.init(isNegative: reference.sign == .minus, normalizing: Array(reference.magnitude.words))
    }

    /// The number that decimal digits stand for.
    init(decimal: String) { self.init(BigInt(decimal)!) }
}
