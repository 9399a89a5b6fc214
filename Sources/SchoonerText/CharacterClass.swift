/// The sets of characters that MIT 12.1 names, `char-set:alphabetic` and so on, by what a character must be.
package enum CharacterClass: UInt8, CaseIterable, Sendable {
    case alphabetic, alphanumeric, ascii, blank, cased
    case changesWhenCaseFolded, changesWhenLowerCased, changesWhenTitleCased, changesWhenUpperCased
    case control, empty, graphic, hexDigit, isoControl, iso88591, lowerCase, newline, noNewline, numeric, printing
    case punctuation, standard, symbol, titleCase, unicode, upperCase, whitespace

    /// What stands after `char-set:`.
    package var name: String {
        switch self {
        case .alphabetic: "alphabetic"
        case .alphanumeric: "alphanumeric"
        case .ascii: "ascii"
        case .blank: "blank"
        case .cased: "cased"
        case .changesWhenCaseFolded: "changes-when-case-folded"
        case .changesWhenLowerCased: "changes-when-lower-cased"
        case .changesWhenTitleCased: "changes-when-title-cased"
        case .changesWhenUpperCased: "changes-when-upper-cased"
        case .control: "control"
        case .empty: "empty"
        case .graphic: "graphic"
        case .hexDigit: "hex-digit"
        case .isoControl: "iso-control"
        case .iso88591: "iso-8859-1"
        case .lowerCase: "lower-case"
        case .newline: "newline"
        case .noNewline: "no-newline"
        case .numeric: "numeric"
        case .printing: "printing"
        case .punctuation: "punctuation"
        case .standard: "standard"
        case .symbol: "symbol"
        case .titleCase: "title-case"
        case .unicode: "unicode"
        case .upperCase: "upper-case"
        case .whitespace: "whitespace"
        }
    }

    /// Whether `char-set` and `name->char-set` of MIT 12.1 know the class by a symbol.
    package var isKnownBySymbol: Bool {
        switch self {
        case .blank, .changesWhenCaseFolded, .changesWhenLowerCased, .changesWhenTitleCased, .changesWhenUpperCased,
            .empty, .isoControl, .iso88591, .standard:
            false
        default: true
        }
    }

    package func contains(_ scalar: UInt32) -> Bool {
        switch self {
        case .alphabetic: CharacterTables.isAlphabetic(scalar)
        case .alphanumeric: CharacterTables.isAlphabetic(scalar) || CharacterTables.isNumeric(scalar)
        case .ascii: scalar < 0x80
        case .blank: scalar == 0x20 || scalar == 0x09
        case .cased: CharacterClass.properties(scalar)?.isCased ?? false
        case .changesWhenCaseFolded: CharacterClass.properties(scalar)?.changesWhenCaseFolded ?? false
        case .changesWhenLowerCased: CharacterClass.properties(scalar)?.changesWhenLowercased ?? false
        case .changesWhenTitleCased: CharacterClass.properties(scalar)?.changesWhenTitlecased ?? false
        case .changesWhenUpperCased: CharacterClass.properties(scalar)?.changesWhenUppercased ?? false
        case .control: CharacterTables.generalCategory(scalar).rawValue >= GeneralCategory.control.rawValue
        case .empty: false
        case .graphic: CharacterClass.isGraphic(scalar)
        case .hexDigit: scalar < 0x80 && CharacterTables.digitValue(scalar, radix: 16) != nil
        case .isoControl: scalar < 0x20 || scalar == 0x7F
        case .iso88591: scalar < 0x100
        case .lowerCase: CharacterTables.isLowercase(scalar)
        case .newline: scalar == 0x0A || scalar == 0x0D
        case .noNewline: scalar != 0x0A && scalar != 0x0D && CharacterClass.isAssigned(scalar)
        case .numeric: CharacterTables.isNumeric(scalar)
        case .printing: CharacterClass.isGraphic(scalar) || CharacterTables.isWhitespace(scalar)
        case .punctuation: CharacterTables.generalCategory(scalar).isPunctuation
        case .standard: scalar == 0x0A || CharacterClass.isGraphic(scalar)
        case .symbol: CharacterTables.generalCategory(scalar).isSymbol
        case .titleCase: CharacterTables.generalCategory(scalar) == .titlecaseLetter
        case .unicode: CharacterClass.isAssigned(scalar)
        case .upperCase: CharacterTables.isUppercase(scalar)
        case .whitespace: CharacterTables.isWhitespace(scalar)
        }
    }

    private static func properties(_ scalar: UInt32) -> Unicode.Scalar.Properties? {
        Unicode.Scalar(scalar)?.properties
    }

    /// MIT's `char-graphic?`: letters, digits, punctuation and symbols. Marks that are no letters do not count.
    private static func isGraphic(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar > 0x20 && scalar != 0x7F }
        let category = CharacterTables.generalCategory(scalar)
        return category.isPunctuation || category.isSymbol || category == .decimalNumber
            || CharacterTables.isAlphabetic(scalar)
    }

    /// Whether Unicode has a character with this number.
    private static func isAssigned(_ scalar: UInt32) -> Bool {
        let category = CharacterTables.generalCategory(scalar)
        return category != .unassigned && category != .surrogate
    }
}
