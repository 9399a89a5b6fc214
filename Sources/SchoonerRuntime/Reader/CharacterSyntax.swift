import SchoonerText

/// What stands after `#\\`: names, hexadecimal codes and bucky prefixes (R7RS 6.6, MIT 5.1).
///
/// A character's bucky bits (meta 1, control 2, super 4, hyper 8) stand above its 21-bit code point.
package enum CharacterSyntax {
    package static let buckyShift: UInt32 = 21
    package static let codeMask: UInt32 = 0x1F_FFFF

    private static let buckyPrefixes: [(name: String, bit: UInt32)] = [
        ("m-", 1), ("meta-", 1), ("c-", 2), ("control-", 2), ("s-", 4), ("super-", 4), ("h-", 8), ("hyper-", 8),
    ]

    package enum Reading: Equatable {
        case character(UInt32)
        /// A hexadecimal code above U+10FFFF.
        case illegalCodePoint([UInt32])
        case unknown
    }

    /// The character that the text after `#\\` means; the text is not empty.
    package static func read(_ text: [UInt32]) -> Reading {
        var rest = text[...]
        var bucky: UInt32 = 0
        while let prefix = buckyPrefixes.first(where: { begins(rest, with: $0.name) }) {
            bucky |= prefix.bit
            rest = rest.dropFirst(prefix.name.utf8.count)
        }
        if let code = CharacterNames.scalar(named: rest) { return .character(bucky << buckyShift | code) }
        let digits = rest.dropFirst()
        return rest.first == 0x78 && digits.allSatisfy({ LexicalClass.hexDigit($0) != nil })
            ? .illegalCodePoint(Array(digits)) : .unknown
    }

    /// Whether the text is longer than the lower-case ASCII prefix and begins with it, in any case.
    private static func begins(_ text: ArraySlice<UInt32>, with prefix: String) -> Bool {
        text.count > prefix.utf8.count && zip(text, prefix.utf8).allSatisfy { CaseMapping.downcase($0) == UInt32($1) }
    }

    /// The text that `write` puts after `#\\`.
    package static func text(of character: UInt32) -> String {
        let code = character & codeMask
        var result = ""
        for (bit, prefix) in [(8, "H-"), (4, "S-"), (1, "M-"), (2, "C-")] as [(UInt32, String)]
        where character >> buckyShift & bit != 0 { result += prefix }
        if let name = CharacterNames.name(of: code) { return result + name }
        if code >= 0x80 && code != character { return result + "x" + String(code, radix: 16) }
        result.unicodeScalars.append(Unicode.Scalar(code) ?? "\u{FFFD}")
        return result
    }
}
