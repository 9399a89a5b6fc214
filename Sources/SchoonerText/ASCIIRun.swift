/// Finding the stretch of a buffer that needs neither decoding nor line translation.
package enum ASCIIRun {
    /// How many bytes at the beginning of `bytes` are below 0x80.
    package static func length(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
        var position = 0
        if bytes.count >= 16 {
            // By sixteen bytes; the last ones overlap.
            let last = bytes.count &- 16
            while true {
                let first = base.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                let second = base.loadUnaligned(fromByteOffset: position &+ 8, as: UInt64.self)
                if (first | second) & 0x8080_8080_8080_8080 != 0 { break }
                if position == last { return bytes.count }
                position = min(position &+ 16, last)
            }
        }
        while position + 8 <= bytes.count {
            let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            let high = word & 0x8080_8080_8080_8080
            if high != 0 { return position + high.trailingZeroBitCount >> 3 }
            position += 8
        }
        while position < bytes.count, bytes[position] < 0x80 { position += 1 }
        return position
    }

    /// How many bytes at the beginning of `bytes` are below 0x80 and neither CR nor LF: the part of a line that can
    /// be taken as it stands in every coding that is a superset of ASCII and every line ending without other
    /// characters in it.
    package static func lineLength(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte >= 0x80 || byte == 0x0A || byte == 0x0D { break }
            position += 1
        }
        return position
    }
}
