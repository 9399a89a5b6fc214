/// The names of characters: R7RS section 6.6, MIT's manual ("Character Names") and what MIT 12.1 does.
package enum CharacterNames {
    /// The names that `write` uses.
    private static let written: [(name: String, scalar: UInt32)] = [
        ("null", 0x00), ("alarm", 0x07), ("backspace", 0x08), ("tab", 0x09), ("newline", 0x0A), ("return", 0x0D),
        ("escape", 0x1B), ("space", 0x20), ("delete", 0x7F),
    ]

    /// The names that are only read.
    private static let read: [(name: String, scalar: UInt32)] = [
        ("altmode", 0x1B), ("rubout", 0x7F), ("linefeed", 0x0A), ("page", 0x0C), ("formfeed", 0x0C), ("call", 0x1A),
        ("nul", 0x00), ("soh", 0x01), ("stx", 0x02), ("etx", 0x03), ("eot", 0x04), ("enq", 0x05), ("ack", 0x06),
        ("bel", 0x07), ("bs", 0x08), ("ht", 0x09), ("lf", 0x0A), ("vt", 0x0B), ("ff", 0x0C), ("cr", 0x0D), ("so", 0x0E),
        ("si", 0x0F), ("dle", 0x10), ("dc1", 0x11), ("dc2", 0x12), ("dc3", 0x13), ("dc4", 0x14), ("nak", 0x15),
        ("syn", 0x16), ("etb", 0x17), ("can", 0x18), ("em", 0x19), ("sub", 0x1A), ("esc", 0x1B), ("fs", 0x1C),
        ("gs", 0x1D), ("rs", 0x1E), ("us", 0x1F), ("del", 0x7F), ("sp", 0x20), ("nbsp", 0xA0), ("bom", 0xFEFF),
    ]

    /// The character that is written `#\` and `name`: a single character for itself, a name in any case, `x41` or
    /// `U+41`. Nil when there is none.
    ///
    /// A hexadecimal number may be that of a surrogate, as in MIT; whether to accept one is for the caller to say.
    package static func scalar(named name: some Collection<UInt32>) -> UInt32? {
        guard let first = name.first else { return nil }
        if name.count == 1 { return first }
        if first == 0x78, let value = hexadecimal(name.dropFirst()) { return value }
        if first | 0x20 == 0x75, name.dropFirst().first == 0x2B { return hexadecimal(name.dropFirst(2)) }
        for table in [written, read] {
            for entry in table where matches(name, entry.name) { return entry.scalar }
        }
        return nil
    }

    /// What `write` puts after `#\`: the character's name, or `x` and its number when it leaves no ink, or nil when
    /// the character stands for itself.
    package static func name(of scalar: UInt32) -> String? {
        for entry in written where entry.scalar == scalar { return entry.name }
        return CharacterTables.isGraphic(scalar) ? nil : "x" + String(scalar, radix: 16)
    }

    private static func hexadecimal(_ digits: some Collection<UInt32>) -> UInt32? {
        guard !digits.isEmpty else { return nil }
        var value: UInt32 = 0
        for digit in digits {
            guard digit < 0x80, let weight = CharacterTables.digitValue(digit, radix: 16) else { return nil }
            value = value << 4 | UInt32(weight)
            guard value <= 0x10FFFF else { return nil }
        }
        return value
    }

    private static func matches(_ name: some Collection<UInt32>, _ known: String) -> Bool {
        name.count == known.utf8.count
            && zip(name, known.utf8).allSatisfy { CaseMapping.downcase($0) == UInt32($1) && $0 < 0x80 }
    }
}
