/// What the text procedures know about each radix from 2 to 36.
enum RadixTables {
    /// The largest power of `radix` that fits a word, and its exponent.
    static func chunk(_ radix: Int) -> (digits: Int, power: UInt) { chunks[radix] }

    private static let chunks: [(digits: Int, power: UInt)] = (0...36).map { radix in
        guard radix >= 2 else { return (0, 1) }
        var (digits, power) = (1, UInt(radix))
        while true {
            let (next, overflow) = power.multipliedReportingOverflow(by: UInt(radix))
            if overflow { return (digits, power) }
            (digits, power) = (digits + 1, next)
        }
    }

    /// How many bits a digit has when `radix` is a power of two, else nil.
    static func bitsPerDigit(_ radix: Int) -> Int? {
        radix & (radix - 1) == 0 ? radix.trailingZeroBitCount : nil
    }

    /// The ASCII digit for a weight below 36.
    @inline(__always)
    static func digit(_ weight: UInt) -> UInt8 {
        UInt8(truncatingIfNeeded: weight < 10 ? 0x30 + weight : 0x61 + weight - 10)
    }

    /// The weight of an ASCII digit, 255 for anything that is none.
    @inline(__always)
    static func weight(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x5A: byte - 0x41 + 10
        case 0x61...0x7A: byte - 0x61 + 10
        default: 255
        }
    }
}
