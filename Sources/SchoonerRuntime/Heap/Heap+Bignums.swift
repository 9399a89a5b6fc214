// Integers of moderate size worked on where they lie: sums, differences, and products and quotients with small factors,
// without the arrays of `BigInteger`. What is larger goes through SchoonerNumbers, where the copies no longer count.

/// The words of an exact integer's magnitude, and its sign.
private struct IntegerWords {
    let words: UnsafePointer<UInt>
    let count: Int
    let isNegative: Bool

    /// - Parameter scratch: where a fixnum's magnitude is put.
    init(_ value: Value, scratch: UnsafeMutablePointer<UInt>) {
        if value.isFixnum {
            scratch.pointee = value.fixnum.magnitude
            words = UnsafePointer(scratch)
            count = value == .zero ? 0 : 1
            isNegative = value.fixnum < 0
        } else {
            words = UnsafeRawPointer(value.words + 1).assumingMemoryBound(to: UInt.self)
            count = value.length
            isNegative = value.flags & Header.negative != 0
        }
    }

    /// The order of the magnitudes: -1, 0 or 1.
    func compare(_ other: IntegerWords) -> Int {
        if count != other.count { return count < other.count ? -1 : 1 }
        for index in stride(from: count - 1, through: 0, by: -1) where words[index] != other.words[index] {
            return words[index] < other.words[index] ? -1 : 1
        }
        return 0
    }
}

extension Heap {
    /// The most words that a result may have here: it has to fit the nursery.
    private static var shortWords: Int { min(2048, largeObjectWords - 2) }
    /// The greatest number of word products for which the schoolbook is as good as SchoonerNumbers.
    private static var shortProducts: Int { 256 }

    /// The sum or difference of two exact integers; nil when they are too large.
    func shortSum(_ left: Value, _ right: Value, isDifference: Bool) -> Value? {
        guard max(left.limbCount, right.limbCount) < Heap.shortWords else { return nil }
        var (leftWord, rightWord): (UInt, UInt) = (0, 0)
        return withUnsafeMutablePointer(to: &leftWord) { leftScratch in
            withUnsafeMutablePointer(to: &rightWord) { rightScratch in
                let first = IntegerWords(left, scratch: leftScratch)
                let second = IntegerWords(right, scratch: rightScratch)
                return sum(first, second, second.isNegative != isDifference)
            }
        }
    }

    private func sum(_ first: IntegerWords, _ second: IntegerWords, _ secondNegative: Bool) -> Value {
        let isSum = first.isNegative == secondNegative
        let order = first.compare(second)
        if !isSum && order == 0 { return .zero }
        let (greater, lesser) = order >= 0 ? (first, second) : (second, first)
        let isNegative = order >= 0 ? first.isNegative : secondNegative
        let result = startBignum(words: greater.count + 1)
        var carry: UInt = 0
        for index in 0..<greater.count {
            let word = index < lesser.count ? lesser.words[index] : 0
            if isSum {
                let (partial, overflow) = greater.words[index].addingReportingOverflow(word)
                let (total, overflow2) = partial.addingReportingOverflow(carry)
                result[index] = total
                carry = overflow || overflow2 ? 1 : 0
            } else {
                let (partial, overflow) = greater.words[index].subtractingReportingOverflow(word)
                let (total, overflow2) = partial.subtractingReportingOverflow(carry)
                result[index] = total
                carry = overflow || overflow2 ? 1 : 0
            }
        }
        result[greater.count] = carry
        return finishBignum(result, words: greater.count + 1, isNegative: isNegative)
    }

    /// The product of two exact integers; nil when they are too large.
    func shortProduct(_ left: Value, _ right: Value) -> Value? {
        let (leftCount, rightCount) = (left.limbCount, right.limbCount)
        guard leftCount + rightCount < Heap.shortWords else { return nil }
        guard min(leftCount, rightCount) == 1 || leftCount * rightCount <= Heap.shortProducts else { return nil }
        var (leftWord, rightWord): (UInt, UInt) = (0, 0)
        return withUnsafeMutablePointer(to: &leftWord) { leftScratch in
            withUnsafeMutablePointer(to: &rightWord) { rightScratch in
                let first = IntegerWords(left, scratch: leftScratch)
                let second = IntegerWords(right, scratch: rightScratch)
                if first.count == 0 || second.count == 0 { return .zero }
                return first.count >= second.count ? product(first, second) : product(second, first)
            }
        }
    }

    private func product(_ longer: IntegerWords, _ shorter: IntegerWords) -> Value {
        let count = longer.count + shorter.count
        let result = startBignum(words: count)
        result.update(repeating: 0, count: count)
        for low in 0..<shorter.count {
            let factor = shorter.words[low]
            var carry: UInt = 0
            for index in 0..<longer.count {
                // A word times a word plus two words fits two words.
                var (high, word) = longer.words[index].multipliedFullWidth(by: factor)
                var overflow: Bool
                (word, overflow) = word.addingReportingOverflow(carry)
                high &+= overflow ? 1 : 0
                (word, overflow) = word.addingReportingOverflow(result[low &+ index])
                high &+= overflow ? 1 : 0
                result[low &+ index] = word
                carry = high
            }
            result[low + longer.count] = carry
        }
        return finishBignum(result, words: count, isNegative: longer.isNegative != shorter.isNegative)
    }

    /// The quotient, rounded towards zero, of a bignum and a fixnum that is not 0; nil when the bignum is too large.
    func shortQuotient(_ bignum: Value, by divisor: Int) -> Value? {
        let count = bignum.length
        guard count < Heap.shortWords else { return nil }
        let result = startBignum(words: count)
        var rest: UInt = 0
        for index in stride(from: count - 1, through: 0, by: -1) {
            let word = UInt(bitPattern: bignum.words[index + 1])
            (result[index], rest) = divisor.magnitude.dividingFullWidth((rest, word))
        }
        return finishBignum(
            result, words: count, isNegative: (bignum.flags & Header.negative != 0) != (divisor < 0))
    }

    // MARK: Building in place

    /// Room for an object of so many words at the end of the nursery; `finishBignum` must follow at once.
    private func startBignum(words count: Int) -> UnsafeMutablePointer<UInt> {
        UnsafeMutableRawPointer(allocate(words: count + 1) + 1).assumingMemoryBound(to: UInt.self)
    }

    /// Makes the words a number in its smallest form, and gives back the room that it does not need.
    private func finishBignum(_ result: UnsafeMutablePointer<UInt>, words: Int, isNegative: Bool) -> Value {
        var count = words
        while count > 0 && result[count - 1] == 0 { count -= 1 }
        let header = UnsafeMutableRawPointer(result - 1).assumingMemoryBound(to: Int.self)
        if count <= 1 {
            let magnitude = count == 0 ? 0 : result[0]
            if magnitude <= UInt(Value.mostPositiveFixnum) || isNegative && magnitude == 1 << 62 {
                registers.pointee.free = Int(bitPattern: header)
                return Value(fixnum: isNegative ? 0 &- Int(magnitude) : Int(magnitude))
            }
        }
        header.pointee = Header.make(.bignum, length: count, flags: isNegative ? Header.negative : 0)
        registers.pointee.free = Int(bitPattern: header + (count + 1))
        return Value(address: Int(bitPattern: header), tag: Tag.object)
    }
}
