/// Unicode's general category of a code point, with MIT's names for it.
package enum GeneralCategory: UInt8, Sendable, CaseIterable {
    case uppercaseLetter, lowercaseLetter, titlecaseLetter, modifierLetter, otherLetter
    case nonspacingMark, spacingMark, enclosingMark
    case decimalNumber, letterNumber, otherNumber
    case connectorPunctuation, dashPunctuation, openPunctuation, closePunctuation
    case initialPunctuation, finalPunctuation, otherPunctuation
    case mathSymbol, currencySymbol, modifierSymbol, otherSymbol
    case spaceSeparator, lineSeparator, paragraphSeparator
    case control, format, surrogate, privateUse, unassigned

    /// The symbol that MIT's `char-general-category` answers.
    package var mitName: String {
        switch self {
        case .uppercaseLetter: "letter:uppercase"
        case .lowercaseLetter: "letter:lowercase"
        case .titlecaseLetter: "letter:titlecase"
        case .modifierLetter: "letter:modifier"
        case .otherLetter: "letter:other"
        case .nonspacingMark: "mark:nonspacing"
        case .spacingMark: "mark:spacing-combining"
        case .enclosingMark: "mark:enclosing"
        case .decimalNumber: "number:decimal-digit"
        case .letterNumber: "number:letter"
        case .otherNumber: "number:other"
        case .connectorPunctuation: "punctuation:connector"
        case .dashPunctuation: "punctuation:dash"
        case .openPunctuation: "punctuation:open"
        case .closePunctuation: "punctuation:close"
        case .initialPunctuation: "punctuation:initial-quote"
        case .finalPunctuation: "punctuation:final-quote"
        case .otherPunctuation: "punctuation:other"
        case .mathSymbol: "symbol:math"
        case .currencySymbol: "symbol:currency"
        case .modifierSymbol: "symbol:modifier"
        case .otherSymbol: "symbol:other"
        case .spaceSeparator: "separator:space"
        case .lineSeparator: "separator:line"
        case .paragraphSeparator: "separator:paragraph"
        case .control: "other:control"
        case .format: "other:format"
        case .surrogate: "other:surrogate"
        case .privateUse: "other:private-use"
        case .unassigned: "other:not-assigned"
        }
    }

    /// Whether the category is of letters, marks, numbers, punctuation or symbols: characters that leave ink.
    package var isGraphic: Bool { rawValue < GeneralCategory.spaceSeparator.rawValue }

    /// Whether the category is one of punctuation.
    package var isPunctuation: Bool {
        (GeneralCategory.connectorPunctuation.rawValue...GeneralCategory.otherPunctuation.rawValue).contains(rawValue)
    }

    /// Whether the category is one of symbols: mathematical, of currencies, modifiers or others.
    package var isSymbol: Bool {
        (GeneralCategory.mathSymbol.rawValue...GeneralCategory.otherSymbol.rawValue).contains(rawValue)
    }

    init(_ category: Unicode.GeneralCategory) {
        switch category {
        case .uppercaseLetter: self = .uppercaseLetter
        case .lowercaseLetter: self = .lowercaseLetter
        case .titlecaseLetter: self = .titlecaseLetter
        case .modifierLetter: self = .modifierLetter
        case .otherLetter: self = .otherLetter
        case .nonspacingMark: self = .nonspacingMark
        case .spacingMark: self = .spacingMark
        case .enclosingMark: self = .enclosingMark
        case .decimalNumber: self = .decimalNumber
        case .letterNumber: self = .letterNumber
        case .otherNumber: self = .otherNumber
        case .connectorPunctuation: self = .connectorPunctuation
        case .dashPunctuation: self = .dashPunctuation
        case .openPunctuation: self = .openPunctuation
        case .closePunctuation: self = .closePunctuation
        case .initialPunctuation: self = .initialPunctuation
        case .finalPunctuation: self = .finalPunctuation
        case .otherPunctuation: self = .otherPunctuation
        case .mathSymbol: self = .mathSymbol
        case .currencySymbol: self = .currencySymbol
        case .modifierSymbol: self = .modifierSymbol
        case .otherSymbol: self = .otherSymbol
        case .spaceSeparator: self = .spaceSeparator
        case .lineSeparator: self = .lineSeparator
        case .paragraphSeparator: self = .paragraphSeparator
        case .control: self = .control
        case .format: self = .format
        case .surrogate: self = .surrogate
        case .privateUse: self = .privateUse
        case .unassigned: self = .unassigned
        @unknown default: self = .unassigned
        }
    }
}
