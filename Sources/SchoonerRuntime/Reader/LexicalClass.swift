import SchoonerText

/// How the reader classes characters.
package enum LexicalClass {
    /// MIT's whitespace: ASCII blanks and every Unicode White_Space character.
    package static func isWhitespace(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar == 0x20 || (scalar >= 0x09 && scalar <= 0x0D) }
        return Unicode.Scalar(scalar)?.properties.isWhitespace ?? false
    }

    /// Whether the character ends a symbol, number or other atom. A bar does not.
    package static func isAtomDelimiter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x22, 0x27, 0x28, 0x29, 0x2C, 0x3B, 0x5B, 0x5D, 0x60, 0x7B, 0x7D: true  // " ' ( ) , ; [ ] ` { }
        default: isWhitespace(scalar)
        }
    }

    /// Whether no datum begins with the character: `[ \ ] { }` and what is neither graphic nor white space.
    static func beginsNothing(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x5B, 0x5C, 0x5D, 0x7B, 0x7D: true
        default: !isWhitespace(scalar) && !CharacterTables.isGraphic(scalar)
        }
    }

    static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

    /// The value of a hexadecimal digit.
    static func hexDigit(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x30...0x39: scalar - 0x30
        case 0x41...0x46: scalar - 0x41 + 10
        case 0x61...0x66: scalar - 0x61 + 10
        default: nil
        }
    }

    /// The code point that the hexadecimal digits write; nil for no digits, other characters, a surrogate, or more than
    /// U+10FFFF.
    static func codePoint(hex digits: some Collection<UInt32>) -> UInt32? {
        guard !digits.isEmpty else { return nil }
        var code: UInt32 = 0
        for digit in digits {
            guard let value = hexDigit(digit) else { return nil }
            code = code << 4 | value
            if code > 0x10FFFF { return nil }
        }
        return code & 0x1F_F800 == 0xD800 ? nil : code
    }
}
