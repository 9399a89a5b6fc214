/// Natural numbers as runs of machine words, least significant first: the loops under `BigInteger`.
///
/// Lengths are in words. Operands may have leading zero words unless a comment says otherwise; a result may be
/// stored over an operand that begins at the same word.
package enum LimbKernel {
    package typealias Source = UnsafePointer<UInt>
    package typealias Target = UnsafeMutablePointer<UInt>

    /// The length of `words` without its leading zeros.
    @inline(__always)
    static func significantCount(_ words: Source, _ count: Int) -> Int {
        var count = count
        while count > 0, words[count - 1] == 0 { count -= 1 }
        return count
    }

    /// -1, 0 or 1 as the first number is less than, equal to or greater than the second of the same length.
    static func compare(_ left: Source, _ right: Source, _ count: Int) -> Int {
        var index = count
        while index > 0 {
            index -= 1
            if left[index] != right[index] { return left[index] < right[index] ? -1 : 1 }
        }
        return 0
    }

    /// Stores the sum of two numbers, the second no longer than the first, and answers the carry.
    static func add(_ left: Source, _ leftCount: Int, _ right: Source, _ rightCount: Int, into result: Target) -> UInt {
        var carry: UInt = 0
        for index in 0..<rightCount {
            let (partial, first) = left[index].addingReportingOverflow(right[index])
            let (sum, second) = partial.addingReportingOverflow(carry)
            result[index] = sum
            carry = (first ? 1 : 0) &+ (second ? 1 : 0)
        }
        var index = rightCount
        while index < leftCount {
            let (sum, overflow) = left[index].addingReportingOverflow(carry)
            result[index] = sum
            carry = overflow ? 1 : 0
            index += 1
        }
        return carry
    }

    /// Stores the difference of two numbers, the second no longer than the first, and answers the borrow.
    static func subtract(
        _ left: Source, _ leftCount: Int, _ right: Source, _ rightCount: Int, into result: Target
    ) -> UInt {
        var borrow: UInt = 0
        for index in 0..<rightCount {
            let (partial, first) = left[index].subtractingReportingOverflow(right[index])
            let (difference, second) = partial.subtractingReportingOverflow(borrow)
            result[index] = difference
            borrow = (first ? 1 : 0) &+ (second ? 1 : 0)
        }
        var index = rightCount
        while index < leftCount {
            let (difference, overflow) = left[index].subtractingReportingOverflow(borrow)
            result[index] = difference
            borrow = overflow ? 1 : 0
            index += 1
        }
        return borrow
    }

    /// Stores `words` times `factor` plus `addend`, and answers the word beyond.
    static func multiply(
        _ words: Source, _ count: Int, by factor: UInt, adding addend: UInt, into result: Target
    ) -> UInt {
        var carry = addend
        let wideFactor = UInt128(truncatingIfNeeded: factor)
        for index in 0..<count {
            // (2^64 - 1)² + 2 (2^64 - 1) is 2^128 - 1: two words and two carries always fit.
            let product = UInt128(truncatingIfNeeded: words[index]) &* wideFactor &+ UInt128(truncatingIfNeeded: carry)
            result[index] = UInt(truncatingIfNeeded: product)
            carry = UInt(truncatingIfNeeded: product &>> 64)
        }
        return carry
    }

    /// Adds `words` times `factor` to `result`, and answers the carry beyond the `count` words.
    static func accumulate(_ words: Source, _ count: Int, times factor: UInt, onto result: Target) -> UInt {
        var carry: UInt = 0
        let wideFactor = UInt128(truncatingIfNeeded: factor)
        for index in 0..<count {
            let product =
                UInt128(truncatingIfNeeded: words[index]) &* wideFactor &+ UInt128(truncatingIfNeeded: carry)
                &+ UInt128(truncatingIfNeeded: result[index])
            result[index] = UInt(truncatingIfNeeded: product)
            carry = UInt(truncatingIfNeeded: product &>> 64)
        }
        return carry
    }

    /// Subtracts `words` times `factor` from `result`, and answers the borrow beyond the `count` words.
    static func deduct(_ words: Source, _ count: Int, times factor: UInt, from result: Target) -> UInt {
        var carry: UInt = 0
        let wideFactor = UInt128(truncatingIfNeeded: factor)
        for index in 0..<count {
            let product = UInt128(truncatingIfNeeded: words[index]) &* wideFactor &+ UInt128(truncatingIfNeeded: carry)
            // The upper word of the difference is 0, or -1 for a borrow: no branch for the processor to guess.
            let difference =
                UInt128(truncatingIfNeeded: result[index])
                &- UInt128(truncatingIfNeeded: UInt(truncatingIfNeeded: product))
            result[index] = UInt(truncatingIfNeeded: difference)
            carry = UInt(truncatingIfNeeded: product &>> 64) &- UInt(truncatingIfNeeded: difference &>> 64)
        }
        return carry
    }

    /// Stores `words` divided by `divisor`, which is not 0, and answers the remainder.
    static func divide(_ words: Source, _ count: Int, by divisor: UInt, into result: Target) -> UInt {
        guard count >= 4 else {
            var (remainder, index) = (0 as UInt, count)
            while index > 0 {
                index -= 1
                (result[index], remainder) = divisor.dividingFullWidth((remainder, words[index]))
            }
            return remainder
        }
        // Multiplication by the reciprocal of the divisor shifted to the top of its word (N. Möller and T. Granlund,
        // "Improved division by invariant integers", 2011).
        let shift = UInt(divisor.leadingZeroBitCount)
        let scaled = divisor &<< shift
        let reciprocal = scaled.dividingFullWidth((~scaled, .max)).quotient
        var remainder = shift == 0 ? 0 : words[count - 1] &>> (64 &- shift)
        var index = count
        while index > 0 {
            index -= 1
            let below = shift == 0 || index == 0 ? 0 : words[index - 1] &>> (64 &- shift)
            let word = words[index] &<< shift | below
            let estimate =
                UInt128(truncatingIfNeeded: reciprocal) &* UInt128(truncatingIfNeeded: remainder)
                &+ UInt128(truncatingIfNeeded: remainder) &<< 64 &+ UInt128(truncatingIfNeeded: word)
            var quotient = UInt(truncatingIfNeeded: estimate &>> 64) &+ 1
            remainder = word &- quotient &* scaled
            if remainder > UInt(truncatingIfNeeded: estimate) {
                quotient &-= 1
                remainder = remainder &+ scaled
            }
            if remainder >= scaled {
                quotient &+= 1
                remainder = remainder &- scaled
            }
            result[index] = quotient
        }
        return remainder &>> shift
    }

    /// Stores `words` shifted left by 0 to 63 bits, and answers the bits shifted out.
    static func shiftLeft(_ words: Source, _ count: Int, by bits: Int, into result: Target) -> UInt {
        guard bits > 0 else {
            if UnsafePointer(result) != words { result.update(from: words, count: count) }
            return 0
        }
        var out: UInt = 0
        for index in 0..<count {
            let word = words[index]
            result[index] = word &<< UInt(bits) | out
            out = word &>> UInt(UInt.bitWidth - bits)
        }
        return out
    }

    /// Stores `words` shifted right by 0 to 63 bits.
    static func shiftRight(_ words: Source, _ count: Int, by bits: Int, into result: Target) {
        guard bits > 0 else {
            if UnsafePointer(result) != words { result.update(from: words, count: count) }
            return
        }
        for index in 0..<count {
            let above = index + 1 < count ? words[index + 1] : 0
            result[index] = words[index] &>> UInt(bits) | above &<< UInt(UInt.bitWidth - bits)
        }
    }
}
