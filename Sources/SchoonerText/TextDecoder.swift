/// A resumable decoder: bytes in, Unicode scalars out, whatever way the bytes are cut into packets.
///
/// It is a plain value: copying it and decoding with the copy is how to look ahead. Bytes that decode to nothing
/// yield U+FFFD, one for each maximal subpart of an ill-formed sequence (Unicode 16, section 3.9, table 3-8).
package struct TextDecoder: Sendable {
    /// What one call of `decode` came to.
    package enum Step: Equatable, Sendable {
        /// A character, after taking `consumed` bytes of the input (none when the bytes kept from earlier input
        /// turn out to be ill-formed).
        case scalar(UInt32, consumed: Int)
        /// All the input was taken and is the beginning of a character, or there was no input.
        case needsInput
    }

    /// The coding of the bytes.
    package let coding: TextCoding
    /// The bits gathered so far: of a UTF-8 sequence the code point, of the wider codings the raw bytes.
    private var accumulator: UInt32 = 0
    /// How many bytes of the current character have been taken.
    private var taken: UInt8 = 0
    /// UTF-8: how many continuation bytes are still to come.
    private var missing: UInt8 = 0
    /// UTF-8: the range that the next continuation byte must be in.
    private var lowest: UInt8 = 0x80
    private var highest: UInt8 = 0xBF
    /// UTF-16: a high surrogate waiting for its low one, or 0.
    private var highSurrogate: UInt16 = 0

    /// A decoder at the beginning of a stream of `coding`.
    package init(coding: TextCoding) { self.coding = coding }

    /// Whether bytes of an unfinished character are held.
    package var isPending: Bool { taken != 0 || highSurrogate != 0 }

    /// Decodes one character from the beginning of `input`.
    package mutating func decode(_ input: UnsafeBufferPointer<UInt8>) -> Step {
        guard let first = input.first else { return .needsInput }
        switch coding {
        case .utf8:
            if taken == 0, first < 0x80 { return .scalar(UInt32(first), consumed: 1) }
            return decodeUTF8(input)
        case .latin1, .binary: return .scalar(UInt32(first), consumed: 1)
        case .usASCII: return .scalar(first < 0x80 ? UInt32(first) : TextCoding.replacement, consumed: 1)
        case .windows1252: return .scalar(Windows1252.scalar(for: first), consumed: 1)
        case .utf16LittleEndian, .utf16BigEndian: return decodeUTF16(input)
        case .utf32LittleEndian, .utf32BigEndian: return decodeUTF32(input)
        }
    }

    /// Ends the stream: U+FFFD when it broke off inside a character, else nil.
    ///
    /// Call until it answers nil; afterwards the decoder is as new.
    package mutating func finish() -> UInt32? {
        guard isPending else { return nil }
        self = TextDecoder(coding: coding)
        return TextCoding.replacement
    }

    /// Decodes as much of `input` as fits in `output`.
    ///
    /// - Returns: the bytes taken and the characters stored.
    package mutating func decode(
        _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt32>
    ) -> (consumed: Int, produced: Int) {
        var position = 0
        var produced = 0
        while produced < output.count, position < input.count {
            if coding.isASCIISuperset, !isPending {
                while produced < output.count, position < input.count, input[position] < 0x80 {
                    output[produced] = UInt32(input[position])
                    produced += 1
                    position += 1
                }
                if produced == output.count || position == input.count { break }
            }
            switch decode(UnsafeBufferPointer(rebasing: input[position...])) {
            case .scalar(let scalar, let consumed):
                output[produced] = scalar
                produced += 1
                position += consumed
            case .needsInput:
                position = input.count
            }
        }
        return (position, produced)
    }

    private mutating func decodeUTF8(_ input: UnsafeBufferPointer<UInt8>) -> Step {
        var position = 0
        if taken == 0 {
            let lead = input[0]
            position = 1
            guard beginUTF8(lead) else { return .scalar(TextCoding.replacement, consumed: 1) }
        }
        while missing > 0 {
            guard position < input.count else { return .needsInput }
            let byte = input[position]
            guard byte >= lowest, byte <= highest else {
                // The offending byte may begin a character of its own, so it stays in the input.
                taken = 0
                return .scalar(TextCoding.replacement, consumed: position)
            }
            accumulator = accumulator << 6 | UInt32(byte & 0x3F)
            (lowest, highest) = (0x80, 0xBF)
            missing -= 1
            taken += 1
            position += 1
        }
        taken = 0
        return .scalar(accumulator, consumed: position)
    }

    /// Takes the first byte of a longer UTF-8 sequence; false when none begins with it.
    private mutating func beginUTF8(_ lead: UInt8) -> Bool {
        (lowest, highest) = (0x80, 0xBF)
        switch lead {
        case 0xC2...0xDF: (missing, accumulator) = (1, UInt32(lead & 0x1F))
        case 0xE0...0xEF:
            (missing, accumulator) = (2, UInt32(lead & 0x0F))
            if lead == 0xE0 { lowest = 0xA0 }
            if lead == 0xED { highest = 0x9F }
        case 0xF0...0xF4:
            (missing, accumulator) = (3, UInt32(lead & 0x07))
            if lead == 0xF0 { lowest = 0x90 }
            if lead == 0xF4 { highest = 0x8F }
        default: return false
        }
        taken = 1
        return true
    }

    private mutating func decodeUTF16(_ input: UnsafeBufferPointer<UInt8>) -> Step {
        var position = 0
        while true {
            let before = (position, taken, accumulator)
            while taken < 2 {
                guard position < input.count else { return .needsInput }
                accumulator = accumulator << 8 | UInt32(input[position])
                taken += 1
                position += 1
            }
            let unit =
                coding == .utf16BigEndian
                ? UInt16(truncatingIfNeeded: accumulator) : UInt16(truncatingIfNeeded: accumulator).byteSwapped
            let isLow = (0xDC00...0xDFFF).contains(unit)
            if highSurrogate != 0, !isLow {
                // The high surrogate stands alone; what followed it is read again from its beginning.
                highSurrogate = 0
                (position, taken, accumulator) = before
                return .scalar(TextCoding.replacement, consumed: position)
            }
            (taken, accumulator) = (0, 0)
            if (0xD800...0xDBFF).contains(unit) {
                highSurrogate = unit
                continue
            }
            if !isLow { return .scalar(UInt32(unit), consumed: position) }
            guard highSurrogate != 0 else { return .scalar(TextCoding.replacement, consumed: position) }
            let scalar = 0x10000 + (UInt32(highSurrogate - 0xD800) << 10 | UInt32(unit - 0xDC00))
            highSurrogate = 0
            return .scalar(scalar, consumed: position)
        }
    }

    private mutating func decodeUTF32(_ input: UnsafeBufferPointer<UInt8>) -> Step {
        var position = 0
        while taken < 4 {
            guard position < input.count else { return .needsInput }
            accumulator = accumulator << 8 | UInt32(input[position])
            taken += 1
            position += 1
        }
        let value = coding == .utf32BigEndian ? accumulator : accumulator.byteSwapped
        (taken, accumulator) = (0, 0)
        return .scalar(Unicode.Scalar(value) == nil ? TextCoding.replacement : value, consumed: position)
    }
}
