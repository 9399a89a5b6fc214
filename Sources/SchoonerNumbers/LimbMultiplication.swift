/// Multiplication of runs of words: schoolbook below a threshold, Karatsuba above it, transforms above another.
extension LimbKernel {
    /// From this many words on Karatsuba is used. Measured on x86-64, anything from 24 to 56 costs about the same.
    static let karatsubaThreshold = 40

    /// From this many words of the shorter operand on transforms are used.
    static let transformThreshold = 600

    /// Stores the product, `leftCount + rightCount` words, apart from the operands.
    static func multiply(
        _ left: Source, _ leftCount: Int, _ right: Source, _ rightCount: Int, into result: Target
    ) {
        if leftCount < rightCount { return multiply(right, rightCount, left, leftCount, into: result) }
        guard rightCount >= karatsubaThreshold else {
            return multiplySchoolbook(left, leftCount, right, rightCount, into: result)
        }
        if rightCount >= transformThreshold, leftCount <= 4 * rightCount {
            return multiplyByTransform(left, leftCount, right, rightCount, into: result)
        }
        let scratchCount = 4 * rightCount + 512
        let productCount = leftCount == rightCount ? 0 : 2 * rightCount
        withUnsafeTemporaryAllocation(of: UInt.self, capacity: scratchCount + productCount) { buffer in
            let scratch = buffer.baseAddress!
            if leftCount == rightCount { return karatsuba(left, right, leftCount, into: result, scratch) }
            // A longer operand is cut into pieces as long as the shorter one.
            let product = scratch + scratchCount
            result.update(repeating: 0, count: leftCount + rightCount)
            var position = 0
            while position < leftCount {
                let count = Swift.min(rightCount, leftCount - position)
                if count == rightCount, count < transformThreshold {
                    karatsuba(left + position, right, count, into: product, scratch)
                } else {
                    multiply(right, rightCount, left + position, count, into: product)
                }
                _ = add(
                    result + position, leftCount + rightCount - position, product, count + rightCount,
                    into: result + position)
                position += count
            }
        }
    }

    private static func multiplySchoolbook(
        _ left: Source, _ leftCount: Int, _ right: Source, _ rightCount: Int, into result: Target
    ) {
        guard rightCount > 0 else { return result.update(repeating: 0, count: leftCount) }
        result[leftCount] = multiply(left, leftCount, by: right[0], adding: 0, into: result)
        var index = 1
        while index + 1 < rightCount {
            accumulate(left, leftCount, times: right[index], right[index + 1], onto: result + index)
            index += 2
        }
        if index < rightCount {
            result[index + leftCount] = accumulate(left, leftCount, times: right[index], onto: result + index)
        }
    }

    /// Adds `words` times a factor of two words to `result`, where two more words take the carry; one pass over memory
    /// for two rows of products.
    @inline(__always)
    private static func accumulate(
        _ words: Source, _ count: Int, times low: UInt, _ high: UInt, onto result: Target
    ) {
        let (wideLow, wideHigh) = (UInt128(truncatingIfNeeded: low), UInt128(truncatingIfNeeded: high))
        var (first, second, last): (UInt, UInt, UInt) = (0, 0, 0)
        for index in 0..<count {
            let word = words[index]
            let one =
                UInt128(truncatingIfNeeded: word) &* wideLow &+ UInt128(truncatingIfNeeded: first)
                &+ UInt128(truncatingIfNeeded: result[index])
            let two =
                UInt128(truncatingIfNeeded: last) &* wideHigh &+ UInt128(truncatingIfNeeded: second)
                &+ UInt128(truncatingIfNeeded: UInt(truncatingIfNeeded: one))
            result[index] = UInt(truncatingIfNeeded: two)
            first = UInt(truncatingIfNeeded: one &>> 64)
            second = UInt(truncatingIfNeeded: two &>> 64)
            last = word
        }
        // The carry of the first row goes where the last product of the second row does.
        let rest =
            UInt128(truncatingIfNeeded: last) &* wideHigh &+ UInt128(truncatingIfNeeded: second)
            &+ UInt128(truncatingIfNeeded: first)
        result[count] = UInt(truncatingIfNeeded: rest)
        result[count + 1] = UInt(truncatingIfNeeded: rest &>> 64)
    }

    /// The product of two numbers of `count` words. The scratch space has `4 * count + 512` words.
    private static func karatsuba(_ left: Source, _ right: Source, _ count: Int, into result: Target, _ scratch: Target)
    {
        guard count >= karatsubaThreshold else {
            return multiplySchoolbook(left, count, right, count, into: result)
        }
        let low = (count + 1) / 2
        let high = count - low
        karatsuba(left, right, low, into: result, scratch)
        karatsuba(left + low, right + low, high, into: result + 2 * low, scratch)
        // scratch: the two differences, then their product, then what the recursion needs.
        let leftNegative = storeDistance(left, low, left + low, high, into: scratch)
        let rightNegative = storeDistance(right, low, right + low, high, into: scratch + low)
        let product = scratch + 2 * low + 1
        karatsuba(scratch, scratch + low, low, into: product, product + 2 * low)
        let middle = scratch
        middle[2 * low] = add(result, 2 * low, result + 2 * low, 2 * high, into: middle)
        if leftNegative == rightNegative {
            middle[2 * low] &-= subtract(middle, 2 * low, product, 2 * low, into: middle)
        } else {
            middle[2 * low] &+= add(middle, 2 * low, product, 2 * low, into: middle)
        }
        let rest = 2 * count - low
        let middleCount = significantCount(middle, 2 * low + 1)
        _ = add(result + low, rest, middle, Swift.min(middleCount, rest), into: result + low)
    }

    /// Stores the distance of two numbers in as many words as the first has; true when the second is the greater.
    private static func storeDistance(
        _ left: Source, _ leftCount: Int, _ right: Source, _ rightCount: Int, into result: Target
    ) -> Bool {
        let longer = significantCount(left + rightCount, leftCount - rightCount) > 0
        if longer || compare(left, right, rightCount) >= 0 {
            _ = subtract(left, leftCount, right, rightCount, into: result)
            return false
        }
        _ = subtract(right, rightCount, left, rightCount, into: result)
        (result + rightCount).update(repeating: 0, count: leftCount - rightCount)
        return true
    }
}
