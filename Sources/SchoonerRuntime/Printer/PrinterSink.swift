/// Where a printer puts its characters.
package protocol PrinterSink {
    /// Takes one character, by its code point.
    mutating func put(_ scalar: UInt32)
    /// Whether nothing more will be kept, so that printing may stop.
    var isFull: Bool { get }
}

extension PrinterSink {
    package var isFull: Bool { false }

    package mutating func put(ascii bytes: some Sequence<UInt8>) {
        for byte in bytes { put(UInt32(byte)) }
    }

    package mutating func put(_ text: String) {
        for scalar in text.unicodeScalars { put(scalar.value) }
    }
}

/// Collects code points.
package struct ScalarSink: PrinterSink {
    package private(set) var scalars: [UInt32] = []
    /// The most characters that are kept.
    package let limit: Int

    package init(limit: Int = .max) { self.limit = limit }

    package mutating func put(_ scalar: UInt32) {
        if scalars.count < limit { scalars.append(scalar) }
    }

    package var isFull: Bool { scalars.count >= limit }
}

/// Collects UTF-8; a surrogate is written as U+FFFD.
package struct UTF8Sink: PrinterSink {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func put(_ scalar: UInt32) {
        if scalar < 0x80 {
            bytes.append(UInt8(scalar))
        } else {
            bytes.append(
                contentsOf: UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
        }
    }
}
