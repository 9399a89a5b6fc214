/// The character predicates of R7RS section 6.6, for any number a character may have.
///
/// ASCII is answered without a table; everything else by the Swift standard library's Unicode data. Surrogates and
/// numbers beyond U+10FFFF have no properties and never trap.
package enum CharacterTables {
    /// Unicode's general category.
    package static func generalCategory(_ scalar: UInt32) -> GeneralCategory {
        guard let properties = Unicode.Scalar(scalar)?.properties else {
            return (0xD800...0xDFFF).contains(scalar) ? .surrogate : .unassigned
        }
        return GeneralCategory(properties.generalCategory)
    }

    /// R7RS `char-alphabetic?`: the Unicode property Alphabetic.
    package static func isAlphabetic(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return isASCIILetter(scalar) }
        return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
    }

    /// R7RS `char-numeric?`: a decimal digit of any script.
    package static func isNumeric(_ scalar: UInt32) -> Bool { digitValue(scalar) != nil }

    /// R7RS `char-whitespace?`: the Unicode property White_Space.
    package static func isWhitespace(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar == 0x20 || (0x09...0x0D).contains(scalar) }
        return Unicode.Scalar(scalar)?.properties.isWhitespace ?? false
    }

    /// R7RS `char-upper-case?`: the Unicode property Uppercase.
    package static func isUppercase(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (0x41...0x5A).contains(scalar) }
        return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
    }

    /// R7RS `char-lower-case?`: the Unicode property Lowercase.
    package static func isLowercase(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (0x61...0x7A).contains(scalar) }
        return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
    }

    /// R7RS `digit-value`: 0 to 9 for a decimal digit of any script, else nil.
    package static func digitValue(_ scalar: UInt32) -> Int? {
        if scalar < 0x80 { return (0x30...0x39).contains(scalar) ? Int(scalar - 0x30) : nil }
        guard let properties = Unicode.Scalar(scalar)?.properties, properties.numericType == .decimal,
            let value = properties.numericValue
        else { return nil }
        return Int(value)
    }

    /// MIT `char->digit`: the weight of a digit or letter in `radix` (2 to 36), nil when it has none.
    package static func digitValue(_ scalar: UInt32, radix: Int) -> Int? {
        let value: Int
        switch scalar {
        case 0x41...0x5A: value = Int(scalar - 0x41) + 10
        case 0x61...0x7A: value = Int(scalar - 0x61) + 10
        default:
            guard let decimal = digitValue(scalar) else { return nil }
            value = decimal
        }
        return value < radix ? value : nil
    }

    /// Whether `write` shows the character itself after `#\` (MIT 12.1): it leaves ink.
    package static func isGraphic(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar > 0x20 && scalar != 0x7F }
        return generalCategory(scalar).isGraphic
    }

    /// Whether `write` shows the character itself inside a string (MIT 12.1): it leaves ink or is a space of any
    /// width. `"` and `\` are for the caller to escape.
    package static func isPlainInString(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar >= 0x20 && scalar != 0x7F }
        let category = generalCategory(scalar)
        return category.isGraphic || category == .spaceSeparator
    }

    /// Whether the character between two letters does not divide their word: apostrophes, dots of abbreviations, digits,
    /// underscores and marks (after Unicode Standard Annex 29).
    package static func joinsWords(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x27, 0x2E, 0x3A, 0xAD, 0xB7, 0x2018, 0x2019, 0x2024, 0x2027: true
        default:
            switch generalCategory(scalar) {
            case .nonspacingMark, .spacingMark, .enclosingMark, .format, .decimalNumber, .connectorPunctuation: true
            default: false
            }
        }
    }

    static func isASCIILetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar | 0x20) }
}
