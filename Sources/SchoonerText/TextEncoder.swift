/// Encoding of single characters.
package enum TextEncoder {
    /// The most bytes that `encode` stores.
    package static let maximumLength = 4

    /// Stores the bytes of `scalar` at `output`, which has room for `maximumLength` of them.
    ///
    /// - Returns: how many bytes were stored; 0 when the coding cannot express the character (a surrogate never can).
    @inlinable
    package static func encode(
        _ scalar: UInt32, as coding: TextCoding, into output: UnsafeMutablePointer<UInt8>
    ) -> Int {
        if scalar < 0x80, coding.isASCIISuperset {
            output[0] = UInt8(truncatingIfNeeded: scalar)
            return 1
        }
        return encodeBeyondASCII(scalar, as: coding, into: output)
    }

    @usableFromInline
    static func encodeBeyondASCII(
        _ scalar: UInt32, as coding: TextCoding, into output: UnsafeMutablePointer<UInt8>
    ) -> Int {
        switch coding {
        case .latin1, .binary:
            guard scalar < 0x100 else { return 0 }
            output[0] = UInt8(scalar)
            return 1
        case .usASCII: return 0
        case .windows1252:
            guard let byte = Windows1252.byte(for: scalar) else { return 0 }
            output[0] = byte
            return 1
        default: break
        }
        guard Unicode.Scalar(scalar) != nil else { return 0 }
        switch coding {
        case .utf16LittleEndian, .utf16BigEndian:
            guard scalar > 0xFFFF else {
                store(UInt16(scalar), bigEndian: coding == .utf16BigEndian, at: output)
                return 2
            }
            let offset = scalar - 0x10000
            store(UInt16(0xD800 + offset >> 10), bigEndian: coding == .utf16BigEndian, at: output)
            store(UInt16(0xDC00 + offset & 0x3FF), bigEndian: coding == .utf16BigEndian, at: output + 2)
            return 4
        case .utf32LittleEndian:
            for index in 0..<4 { output[index] = UInt8(truncatingIfNeeded: scalar >> (8 * UInt32(index))) }
            return 4
        case .utf32BigEndian:
            for index in 0..<4 { output[index] = UInt8(truncatingIfNeeded: scalar >> (24 - 8 * UInt32(index))) }
            return 4
        default: return encodeUTF8(scalar, into: output)
        }
    }

    private static func encodeUTF8(_ scalar: UInt32, into output: UnsafeMutablePointer<UInt8>) -> Int {
        func continuation(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift) & 0x3F) }
        if scalar < 0x80 {
            output[0] = UInt8(scalar)
            return 1
        }
        if scalar < 0x800 {
            output[0] = UInt8(0xC0 | scalar >> 6)
            output[1] = continuation(0)
            return 2
        }
        if scalar < 0x10000 {
            output[0] = UInt8(0xE0 | scalar >> 12)
            output[1] = continuation(6)
            output[2] = continuation(0)
            return 3
        }
        output[0] = UInt8(0xF0 | scalar >> 18)
        output[1] = continuation(12)
        output[2] = continuation(6)
        output[3] = continuation(0)
        return 4
    }

    private static func store(_ unit: UInt16, bigEndian: Bool, at output: UnsafeMutablePointer<UInt8>) {
        let low = UInt8(truncatingIfNeeded: unit)
        let high = UInt8(truncatingIfNeeded: unit >> 8)
        output[0] = bigEndian ? high : low
        output[1] = bigEndian ? low : high
    }
}
