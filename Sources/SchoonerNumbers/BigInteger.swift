/// An exact integer of any size.
///
/// Sign and magnitude; the magnitude is an array of machine words, least significant first, without leading zeros, so
/// that zero is the empty array and equal numbers have equal words.
package struct BigInteger: Hashable, Sendable {
    /// Whether the number is below zero. Never true of zero.
    package let isNegative: Bool
    /// The words of the absolute value, least significant first, the last of them not 0.
    package let limbs: [UInt]

    /// Zero.
    package static let zero = BigInteger(isNegative: false, normalizing: [])
    /// One.
    package static let one = BigInteger(1)

    /// A number from its sign and words, which may have leading zeros.
    package init(isNegative: Bool, normalizing words: [UInt]) {
        var words = words
        while words.last == 0 { words.removeLast() }
        self.isNegative = isNegative && !words.isEmpty
        limbs = words
    }

    /// A number from its sign and words in memory, which may have leading zeros.
    package init(isNegative: Bool, limbs words: UnsafeBufferPointer<UInt>) {
        var count = words.count
        while count > 0, words[count - 1] == 0 { count -= 1 }
        self.isNegative = isNegative && count > 0
        limbs = Array(words[..<count])
    }

    /// The number that the machine integer is.
    package init(_ value: Int) {
        isNegative = value < 0
        limbs = value == 0 ? [] : [value.magnitude]
    }

    /// The number that the machine word is.
    package init(_ value: UInt) {
        isNegative = false
        limbs = value == 0 ? [] : [value]
    }

    /// A number of at most `capacity` words, which `body` stores, answering how many of them it stored.
    init(isNegative: Bool, capacity: Int, _ body: (UnsafeMutablePointer<UInt>) -> Int) {
        limbs = Array(unsafeUninitializedCapacity: Swift.max(capacity, 1)) { buffer, count in
            let base = buffer.baseAddress!
            count = LimbKernel.significantCount(base, body(base))
        }
        self.isNegative = isNegative && !limbs.isEmpty
    }

    /// Whether the number is 0.
    package var isZero: Bool { limbs.isEmpty }

    /// Whether the number is odd.
    package var isOdd: Bool { limbs.first.map { $0 & 1 == 1 } ?? false }

    /// -1, 0 or 1.
    package var signum: Int { isZero ? 0 : isNegative ? -1 : 1 }

    /// The number without its sign.
    package var magnitude: BigInteger { isNegative ? -self : self }

    /// How many bits the absolute value takes: 0 for 0, 3 for 4 and -4.
    package var magnitudeBitLength: Int {
        guard let top = limbs.last else { return 0 }
        return limbs.count * UInt.bitWidth - top.leadingZeroBitCount
    }

    /// The number as a machine integer, nil when it is too large for one.
    package var asInt: Int? {
        guard let low = limbs.first else { return 0 }
        guard limbs.count == 1 else { return nil }
        if isNegative { return low <= UInt(Int.max) + 1 ? Int(truncatingIfNeeded: 0 &- low) : nil }
        return Int(exactly: low)
    }

    /// The number as a fixnum (63 bits), nil when it is too large for one.
    package var asFixnum: Int? {
        guard let value = asInt, BigInteger.fixnums.contains(value) else { return nil }
        return value
    }

    /// The integers that are fixnums: -2^62 to 2^62 - 1.
    package static let fixnums = (-1 << 62)...((1 << 62) - 1)

    /// The words of the absolute value in memory, for the length of the call.
    package func withLimbs<Result>(_ body: (UnsafeBufferPointer<UInt>) -> Result) -> Result {
        limbs.withUnsafeBufferPointer(body)
    }

    /// The words of two numbers, neither of which is 0.
    static func withLimbs<Result>(
        _ left: BigInteger, _ right: BigInteger,
        _ body: (LimbKernel.Source, Int, LimbKernel.Source, Int) -> Result
    ) -> Result {
        left.limbs.withUnsafeBufferPointer { first in
            right.limbs.withUnsafeBufferPointer { second in
                body(first.baseAddress!, first.count, second.baseAddress!, second.count)
            }
        }
    }
}

extension BigInteger: Comparable {
    /// -1, 0 or 1 as the absolute value of the first is less than, equal to or greater than that of the second.
    static func compareMagnitudes(_ left: BigInteger, _ right: BigInteger) -> Int {
        if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count ? -1 : 1 }
        if left.isZero { return 0 }
        return withLimbs(left, right) { first, count, second, _ in LimbKernel.compare(first, second, count) }
    }

    /// -1, 0 or 1 as the first is less than, equal to or greater than the second.
    package static func compare(_ left: BigInteger, _ right: BigInteger) -> Int {
        if left.isNegative != right.isNegative { return left.isNegative ? -1 : 1 }
        let order = compareMagnitudes(left, right)
        return left.isNegative ? -order : order
    }

    package static func < (left: BigInteger, right: BigInteger) -> Bool { compare(left, right) < 0 }
}

extension BigInteger: CustomStringConvertible, ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self.init(value) }

    /// The number in decimal.
    package var description: String { String(decoding: NumberText.text(of: self), as: UTF8.self) }
}
