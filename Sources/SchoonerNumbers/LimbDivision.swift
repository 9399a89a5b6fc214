/// Division of runs of words: schoolbook below a threshold, by halves above it.
extension LimbKernel {
    /// From this many words of quotient and divisor on the division goes by halves.
    static let divisionThreshold = 60

    /// Division with remainder.
    ///
    /// `dividend` is replaced by the remainder. The divisor has its highest bit set and at least two words; the
    /// dividend has more words, the highest of which is less than the divisor's highest word.
    ///
    /// - Parameter quotient: room for `dividendCount - divisorCount` words.
    static func divide(
        _ dividend: Target, _ dividendCount: Int, by divisor: Source, _ divisorCount: Int, quotient: Target
    ) {
        var left = dividendCount - divisorCount
        guard left >= divisionThreshold, divisorCount >= divisionThreshold else {
            return divideSchoolbook(dividend, dividendCount, by: divisor, divisorCount, quotient: quotient)
        }
        withUnsafeTemporaryAllocation(of: UInt.self, capacity: divisorCount) { buffer in
            // The quotient in pieces no longer than the divisor, from the highest down, a shorter one first.
            var count = left % divisorCount == 0 ? divisorCount : left % divisorCount
            while left > 0 {
                left -= count
                dividePiece(
                    dividend + left, by: divisor, divisorCount, quotient: quotient + left, count, buffer.baseAddress!)
                count = divisorCount
            }
        }
    }

    /// A piece of a quotient. The dividend has as many words more than the divisor as the piece; without its lowest
    /// `count` words it is less than the divisor.
    private static func dividePiece(
        _ dividend: Target, by divisor: Source, _ divisorCount: Int, quotient: Target, _ count: Int, _ scratch: Target
    ) {
        if count < divisionThreshold {
            return divideSchoolbook(dividend, divisorCount + count, by: divisor, divisorCount, quotient: quotient)
        }
        let low = divisorCount - count
        var over = divideByHalves(dividend + low, by: divisor + low, count, quotient: quotient, scratch)
        if low > 0 {
            over = correct(
                dividend, by: divisor, divisorCount, low: low, quotient: quotient, count, over: over, scratch)
        }
        assert(over == 0, "the quotient fits its words")
    }

    /// Divides `2 * count` words by `count` words, and answers the word of the quotient above its `count` words: 0 or 1
    /// (C. Burnikel and J. Ziegler, "Fast Recursive Division", 1998).
    private static func divideByHalves(
        _ dividend: Target, by divisor: Source, _ count: Int, quotient: Target, _ scratch: Target
    ) -> UInt {
        guard count >= divisionThreshold else {
            var over: UInt = 0
            if compare(dividend + count, divisor, count) >= 0 {
                _ = subtract(dividend + count, count, divisor, count, into: dividend + count)
                over = 1
            }
            divideSchoolbook(dividend, 2 * count, by: divisor, count, quotient: quotient)
            return over
        }
        let low = count / 2
        let high = count - low
        let over = correct(
            dividend + low, by: divisor, count, low: low, quotient: quotient + low, high,
            over: divideByHalves(
                dividend + 2 * low, by: divisor + low, high, quotient: quotient + low, scratch), scratch)
        _ = correct(
            dividend, by: divisor, count, low: high, quotient: quotient, low,
            over: divideByHalves(dividend + high, by: divisor + high, low, quotient: quotient, scratch), scratch)
        return over
    }

    /// Brings a quotient by the highest `count` words of the divisor, and its remainder, to those by the whole divisor.
    ///
    /// - Parameters:
    ///   - dividend: the remainder, which lacks what the lowest `low` words of the divisor take from it.
    ///   - over: the word of the quotient above its `count` words; so is the result.
    private static func correct(
        _ dividend: Target, by divisor: Source, _ divisorCount: Int, low: Int, quotient: Target, _ count: Int,
        over: UInt, _ scratch: Target
    ) -> UInt {
        var over = over
        multiply(quotient, count, divisor, low, into: scratch)
        var borrow = Int(subtract(dividend, divisorCount, scratch, divisorCount, into: dividend))
        if over != 0 { borrow += Int(subtract(dividend + count, low, divisor, low, into: dividend + count)) }
        while borrow > 0 {
            if decrement(quotient, count) { over &-= 1 }
            borrow -= Int(add(dividend, divisorCount, divisor, divisorCount, into: dividend))
        }
        return over
    }

    /// Subtracts 1, and answers whether that borrowed from beyond the words.
    private static func decrement(_ words: Target, _ count: Int) -> Bool {
        for index in 0..<count {
            words[index] &-= 1
            if words[index] != .max { return false }
        }
        return true
    }

    /// Schoolbook division (Knuth, The Art of Computer Programming, 4.3.1, algorithm D).
    ///
    /// `dividend` is replaced by the remainder. The divisor has its highest bit set and at least two words; the
    /// dividend has at least as many words and one more, whose value is less than the divisor's highest word.
    ///
    /// - Parameter quotient: room for `dividendCount - divisorCount` words.
    private static func divideSchoolbook(
        _ dividend: Target, _ dividendCount: Int, by divisor: Source, _ divisorCount: Int, quotient: Target
    ) {
        let top = divisor[divisorCount - 1]
        let next = divisor[divisorCount - 2]
        var index = dividendCount - divisorCount
        while index > 0 {
            index -= 1
            let high = dividend[index + divisorCount]
            let middle = dividend[index + divisorCount - 1]
            var guess: UInt
            var rest: UInt
            var restOverflowed = false
            if high >= top {
                guess = .max
                (rest, restOverflowed) = middle.addingReportingOverflow(top)
            } else {
                (guess, rest) = top.dividingFullWidth((high, middle))
            }
            while !restOverflowed {
                let product = guess.multipliedFullWidth(by: next)
                guard (product.high, product.low) > (rest, dividend[index + divisorCount - 2]) else { break }
                guess &-= 1
                (rest, restOverflowed) = rest.addingReportingOverflow(top)
            }
            let borrow = deduct(divisor, divisorCount, times: guess, from: dividend + index)
            let (difference, tooMuch) = high.subtractingReportingOverflow(borrow)
            dividend[index + divisorCount] = difference
            if tooMuch {
                guess &-= 1
                let carry = add(dividend + index, divisorCount, divisor, divisorCount, into: dividend + index)
                dividend[index + divisorCount] &+= carry
            }
            quotient[index] = guess
        }
    }
}
