/// One to three characters: what a character becomes under a full case mapping.
package struct CaseExpansion: Equatable, Sendable {
    /// How many of the characters count, 1 to 3.
    package private(set) var count: Int
    /// The characters in order; those past `count` are 0.
    package private(set) var scalars: (UInt32, UInt32, UInt32)

    init(_ scalar: UInt32) {
        count = 1
        scalars = (scalar, 0, 0)
    }

    init(_ text: String, else scalar: UInt32) {
        self.init(scalar)
        var index = 0
        for mapped in text.unicodeScalars where index < 3 {
            switch index {
            case 0: scalars.0 = mapped.value
            case 1: scalars.1 = mapped.value
            default: scalars.2 = mapped.value
            }
            index += 1
        }
        count = max(index, 1)
    }

    /// The character at `index`, below `count`.
    package subscript(index: Int) -> UInt32 {
        switch index {
        case 0: scalars.0
        case 1: scalars.1
        default: scalars.2
        }
    }

    package static func == (left: CaseExpansion, right: CaseExpansion) -> Bool {
        left.count == right.count && left.scalars == right.scalars
    }
}

/// Case conversion of characters (R7RS 6.6: one character to one) and of strings (R7RS 6.7: one to several).
package enum CaseMapping {
    /// R7RS `char-upcase`: Unicode's simple uppercase mapping.
    package static func upcase(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return (0x61...0x7A).contains(scalar) ? scalar - 0x20 : scalar }
        guard let properties = Unicode.Scalar(scalar)?.properties else { return scalar }
        // Where the full mapping has several characters the simple one is the titlecase letter, if there is one
        // (the Greek letters with iota subscript), else the character itself.
        return single(properties.uppercaseMapping) ?? single(properties.titlecaseMapping) ?? scalar
    }

    /// MIT `char-titlecase`: Unicode's simple titlecase mapping.
    package static func titlecase(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return upcase(scalar) }
        guard let properties = Unicode.Scalar(scalar)?.properties else { return scalar }
        return single(properties.titlecaseMapping) ?? scalar
    }

    /// R7RS `char-downcase`: Unicode's simple lowercase mapping.
    package static func downcase(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return (0x41...0x5A).contains(scalar) ? scalar + 0x20 : scalar }
        if scalar == capitalDottedI { return 0x69 }
        guard let properties = Unicode.Scalar(scalar)?.properties else { return scalar }
        return single(properties.lowercaseMapping) ?? scalar
    }

    /// R7RS `char-foldcase`: Unicode's simple case folding.
    package static func foldcase(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return downcase(scalar) }
        switch scalar {
        case capitalDottedI, smallDotlessI: return scalar
        // Pairs that only their full mappings connect.
        case 0x1FD3: return 0x0390
        case 0x1FE3: return 0x03B0
        case 0xFB05: return 0xFB06
        case _ where isCherokee(scalar): return upcase(scalar)
        default: return downcase(upcase(scalar))
        }
    }

    /// What the character becomes in `string-upcase`.
    package static func fullUpcase(_ scalar: UInt32) -> CaseExpansion {
        if scalar < 0x80 { return CaseExpansion(upcase(scalar)) }
        guard let properties = Unicode.Scalar(scalar)?.properties else { return CaseExpansion(scalar) }
        return CaseExpansion(properties.uppercaseMapping, else: scalar)
    }

    /// What the character becomes at the head of a word in MIT's `string-titlecase`.
    package static func fullTitlecase(_ scalar: UInt32) -> CaseExpansion {
        if scalar < 0x80 { return CaseExpansion(upcase(scalar)) }
        guard let properties = Unicode.Scalar(scalar)?.properties else { return CaseExpansion(scalar) }
        return CaseExpansion(properties.titlecaseMapping, else: scalar)
    }

    /// What the character becomes in `string-downcase`, wherever it stands (see `isFinalSigma`).
    package static func fullDowncase(_ scalar: UInt32) -> CaseExpansion {
        if scalar < 0x80 { return CaseExpansion(downcase(scalar)) }
        guard let properties = Unicode.Scalar(scalar)?.properties else { return CaseExpansion(scalar) }
        return CaseExpansion(properties.lowercaseMapping, else: scalar)
    }

    /// What the character becomes in `string-foldcase`.
    package static func fullFoldcase(_ scalar: UInt32) -> CaseExpansion {
        if scalar < 0x80 { return CaseExpansion(downcase(scalar)) }
        if scalar == smallDotlessI || isCherokee(scalar) { return CaseExpansion(foldcase(scalar)) }
        if scalar == capitalSharpS { return CaseExpansion("ss", else: scalar) }
        guard let value = Unicode.Scalar(scalar) else { return CaseExpansion(scalar) }
        var folded = ""
        for upper in value.properties.uppercaseMapping.unicodeScalars { folded += upper.properties.lowercaseMapping }
        return CaseExpansion(folded, else: scalar)
    }

    /// Whether the capital sigma at `index` ends a word, where Unicode's `string-downcase` has U+03C2 for it
    /// (Final_Sigma, Unicode 16 section 3.13). MIT 12.1 does not look, and always writes U+03C3.
    ///
    /// - Parameter scalar: the character at an index of the text, 0 to `count` - 1.
    package static func isFinalSigma(at index: Int, count: Int, scalar: (Int) -> UInt32) -> Bool {
        var before = index - 1
        while before >= 0, isCaseIgnorable(scalar(before)) { before -= 1 }
        guard before >= 0, isCased(scalar(before)) else { return false }
        var after = index + 1
        while after < count, isCaseIgnorable(scalar(after)) { after += 1 }
        return after == count || !isCased(scalar(after))
    }

    private static let capitalDottedI: UInt32 = 0x130
    private static let smallDotlessI: UInt32 = 0x131
    private static let capitalSharpS: UInt32 = 0x1E9E

    /// Cherokee folds to its capitals, because they are the older letters.
    private static func isCherokee(_ scalar: UInt32) -> Bool {
        (0x13A0...0x13FD).contains(scalar) || (0xAB70...0xABBF).contains(scalar)
    }

    private static func isCased(_ scalar: UInt32) -> Bool { Unicode.Scalar(scalar)?.properties.isCased ?? false }

    private static func isCaseIgnorable(_ scalar: UInt32) -> Bool {
        Unicode.Scalar(scalar)?.properties.isCaseIgnorable ?? false
    }

    private static func single(_ text: String) -> UInt32? {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex else {
            return nil
        }
        return first.value
    }
}
