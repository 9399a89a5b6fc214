/// Integers to digits and back, in any radix from 2 to 36.
enum IntegerText {
    /// Appends the machine integer.
    static func append(_ value: Int, radix: Int, to text: inout [UInt8]) {
        if value < 0 { text.append(0x2D) }
        append(word: value.magnitude, radix: radix, width: 1, to: &text)
    }

    /// Appends the integer.
    static func append(_ value: BigInteger, radix: Int, to text: inout [UInt8]) {
        if value.isNegative { text.append(0x2D) }
        if let bits = RadixTables.bitsPerDigit(radix) {
            return appendBinary(value, bitsPerDigit: bits, to: &text)
        }
        var powers: [BigInteger] = []
        if value.limbs.count > directLimit {
            // radix^chunk, its square, the square of that, up to about the root of the number.
            var power = BigInteger(RadixTables.chunk(radix).power)
            while 2 * power.limbs.count - 1 <= value.limbs.count {
                powers.append(power)
                power = power * power
            }
            powers.append(power)
        }
        append(value.magnitude, radix: radix, powers: powers[...], width: 0, to: &text)
    }

    /// Up to this many words the digits are split off one word's worth after the other.
    private static let directLimit = 30

    /// Appends the number with leading zeros up to `width` digits. `powers` are radix^(chunk × 2^i).
    private static func append(
        _ value: BigInteger, radix: Int, powers: ArraySlice<BigInteger>, width: Int, to text: inout [UInt8]
    ) {
        var powers = powers
        while let last = powers.last, BigInteger.compare(value, last) < 0 { powers.removeLast() }
        guard value.limbs.count > directLimit, let divisor = powers.last else {
            return appendDirectly(value, radix: radix, width: width, to: &text)
        }
        let lowWidth = RadixTables.chunk(radix).digits << (powers.count - 1)
        let (high, low) = value.truncatingDivision(by: divisor)
        append(high, radix: radix, powers: powers, width: Swift.max(width - lowWidth, 0), to: &text)
        append(low, radix: radix, powers: powers.dropLast(), width: lowWidth, to: &text)
    }

    private static func appendDirectly(_ value: BigInteger, radix: Int, width: Int, to text: inout [UInt8]) {
        let (digits, power) = RadixTables.chunk(radix)
        var chunks: [UInt] = []
        var words = value.limbs
        var count = words.count
        words.withUnsafeMutableBufferPointer { buffer in
            while count > 0, let base = buffer.baseAddress {
                chunks.append(LimbKernel.divide(base, count, by: power, into: base))
                count = LimbKernel.significantCount(base, count)
            }
        }
        guard let top = chunks.popLast() else {
            return text.append(contentsOf: repeatElement(0x30, count: Swift.max(width, 1)))
        }
        append(word: top, radix: radix, width: Swift.max(width - chunks.count * digits, 1), to: &text)
        while let chunk = chunks.popLast() { append(word: chunk, radix: radix, width: digits, to: &text) }
    }

    private static func append(word: UInt, radix: Int, width: Int, to text: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: UInt.bitWidth) { buffer in
            var word = word
            var start = UInt.bitWidth
            while word > 0 {
                let (rest, weight) =
                    radix == 10
                    ? word.quotientAndRemainder(dividingBy: 10) : word.quotientAndRemainder(dividingBy: UInt(radix))
                start -= 1
                buffer[start] = RadixTables.digit(weight)
                word = rest
            }
            let count = UInt.bitWidth - start
            if count < width { text.append(contentsOf: repeatElement(0x30, count: width - count)) }
            text.append(contentsOf: buffer[start...])
        }
    }

    private static func appendBinary(_ value: BigInteger, bitsPerDigit: Int, to text: inout [UInt8]) {
        let bits = value.magnitudeBitLength
        var position = Swift.max((bits + bitsPerDigit - 1) / bitsPerDigit, 1) * bitsPerDigit
        let mask: UInt = (1 << UInt(bitsPerDigit)) - 1
        while position > 0 {
            position -= bitsPerDigit
            let (word, bit) = position.quotientAndRemainder(dividingBy: UInt.bitWidth)
            var weight = word < value.limbs.count ? value.limbs[word] >> UInt(bit) : 0
            if bit + bitsPerDigit > UInt.bitWidth, word + 1 < value.limbs.count {
                weight |= value.limbs[word + 1] << UInt(UInt.bitWidth - bit)
            }
            text.append(RadixTables.digit(weight & mask))
        }
    }

    /// The number that ASCII digits of `radix` stand for. Bytes that are no digit, such as a decimal point, do not
    /// count.
    static func value(of digits: UnsafeBufferPointer<UInt8>, radix: Int) -> BigInteger {
        let (chunkDigits, _) = RadixTables.chunk(radix)
        var chunks: [UInt] = []
        var (chunk, filled): (UInt, Int) = (0, 0)
        // From the end, so that every chunk but the highest is full.
        var significant = 0
        for byte in digits where RadixTables.weight(byte) < radix { significant += 1 }
        var missing = significant % chunkDigits == 0 ? chunkDigits : significant % chunkDigits
        for byte in digits {
            let weight = RadixTables.weight(byte)
            guard weight < radix else { continue }
            chunk = chunk &* UInt(radix) &+ UInt(weight)
            filled += 1
            if filled == missing {
                chunks.append(chunk)
                (chunk, filled, missing) = (0, 0, chunkDigits)
            }
        }
        chunks.reverse()
        return chunks.withUnsafeBufferPointer { combine($0, radix: radix) }
    }

    /// The number whose digits in radix^chunk are given, the lowest first.
    private static func combine(_ chunks: UnsafeBufferPointer<UInt>, radix: Int) -> BigInteger {
        let power = RadixTables.chunk(radix).power
        var groups: [BigInteger] = []
        let groupSize = 32
        var start = 0
        while start < chunks.count {
            let end = Swift.min(start + groupSize, chunks.count)
            groups.append(
                BigInteger(isNegative: false, capacity: end - start) { words in
                    var count = 0
                    for index in (start..<end).reversed() {
                        words[count] = LimbKernel.multiply(words, count, by: power, adding: chunks[index], into: words)
                        count += 1
                    }
                    return count
                })
            start = end
        }
        guard groups.count > 1 else { return groups.first ?? .zero }
        // Neighbours are joined pair by pair, the power squared each time.
        var step = BigInteger(power).power(groupSize) ?? .one
        while groups.count > 1 {
            var joined: [BigInteger] = []
            for index in stride(from: 0, to: groups.count, by: 2) {
                joined.append(
                    index + 1 < groups.count ? groups[index + 1] * step + groups[index] : groups[index])
            }
            groups = joined
            if groups.count > 1 { step = step * step }
        }
        return groups[0]
    }
}
