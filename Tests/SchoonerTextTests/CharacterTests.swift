import SchoonerText
import Testing

private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

@Suite struct CharacterTests {
    /// What MIT 12.1 writes for these characters.
    @Test(
        arguments: [
            (0x00, "null"), (0x01, "x1"), (0x07, "alarm"), (0x08, "backspace"), (0x09, "tab"), (0x0A, "newline"),
            (0x0B, "xb"), (0x0C, "xc"), (0x0D, "return"), (0x1B, "escape"), (0x1F, "x1f"), (0x20, "space"), (0x21, nil),
            (0x22, nil), (0x7E, nil), (0x7F, "delete"), (0x80, "x80"), (0xA0, "xa0"), (0xA1, nil), (0xAD, "xad"),
            (0xFF, nil),
            (0x300, nil), (0x378, "x378"), (0x3BB, nil), (0x61C, "x61c"), (0x1680, "x1680"), (0x200B, "x200b"),
            (0x2028, "x2028"), (0x3000, "x3000"), (0xD800, "xd800"), (0xE000, "xe000"), (0xFEFF, "xfeff"),
            (0xFFFD, nil),
            (0xFFFF, "xffff"), (0x1F600, nil), (0x10FFFF, "x10ffff"),
        ] as [(UInt32, String?)])
    func written(scalar: UInt32, name: String?) {
        #expect(CharacterNames.name(of: scalar) == name)
        if let name { #expect(CharacterNames.scalar(named: scalars(name)) == scalar) }
    }

    /// The names that MIT 12.1's reader knows, and some that it does not.
    @Test(
        arguments: [
            ("altmode", 0x1B), ("ESCAPE", 0x1B), ("esc", 0x1B), ("backspace", 8), ("delete", 0x7F), ("del", 0x7F),
            ("rubout", 0x7F), ("linefeed", 10), ("Newline", 10), ("null", 0), ("NUL", 0), ("page", 12), ("return", 13),
            ("space", 32), ("sp", 32), ("tab", 9), ("alarm", 7), ("U+41", 0x41), ("u+3bb", 0x3BB), ("x41", 0x41),
            ("x00041", 0x41), ("x", 0x78), ("X", 0x58), ("nbsp", 0xA0), ("BOM", 0xFEFF), ("dle", 16), ("λ", 0x3BB),
            ("a", 0x61),
            ("xd800", 0xD800), ("", nil), ("nl", nil), ("bell", nil), ("X41", nil), ("U+", nil), ("foo", nil),
            ("x110000", nil), ("xfffffffff", nil), ("nel", nil), ("x-41", nil),
        ] as [(String, UInt32?)])
    func names(name: String, scalar: UInt32?) { #expect(CharacterNames.scalar(named: scalars(name)) == scalar) }

    /// Answers of MIT 12.1.
    @Test func predicates() {
        #expect(CharacterTables.isAlphabetic(0xAA) && CharacterTables.isAlphabetic(0x345))
        #expect(
            !CharacterTables.isNumeric(0xB2) && !CharacterTables.isNumeric(0xBD) && !CharacterTables.isNumeric(0x2167))
        #expect(CharacterTables.isNumeric(0x664) && CharacterTables.digitValue(0x664) == 4)
        #expect(CharacterTables.isWhitespace(0xA0) && CharacterTables.isWhitespace(0x85))
        #expect(!CharacterTables.isWhitespace(0x200B) && !CharacterTables.isWhitespace(0x1C))
        #expect(CharacterTables.isUppercase(0x2167) && !CharacterTables.isUppercase(0x1C5))
        #expect(CharacterTables.isLowercase(0xAA))
        #expect(CharacterTables.digitValue(0x61, radix: 16) == 10 && CharacterTables.digitValue(0x61, radix: 10) == nil)
        #expect(CharacterTables.generalCategory(0x61).mitName == "letter:lowercase")
        #expect(CharacterTables.generalCategory(0x378).mitName == "other:not-assigned")
        #expect(CharacterTables.isPlainInString(0xA0) && !CharacterTables.isPlainInString(0x2028))
        #expect(CharacterTables.isPlainInString(0x20) && !CharacterTables.isPlainInString(0x09))
    }

    @Test func asciiAgreesWithTheTables() {
        for value in UInt32(0)..<0x80 {
            let properties = Unicode.Scalar(value)!.properties
            #expect(CharacterTables.isAlphabetic(value) == properties.isAlphabetic)
            #expect(CharacterTables.isWhitespace(value) == properties.isWhitespace)
            #expect(CharacterTables.isUppercase(value) == properties.isUppercase)
            #expect(CharacterTables.isLowercase(value) == properties.isLowercase)
            #expect(CharacterTables.isGraphic(value) == CharacterTables.generalCategory(value).isGraphic)
            #expect(scalars(properties.uppercaseMapping) == [CaseMapping.upcase(value)])
            #expect(scalars(properties.lowercaseMapping) == [CaseMapping.downcase(value)])
        }
    }

    @Test func whatIsNoCharacterHasNoProperties() {
        for value: UInt32 in [0xD800, 0xDFFF, 0x11_0000, .max] {
            #expect(!CharacterTables.isAlphabetic(value) && !CharacterTables.isWhitespace(value))
            #expect(CharacterTables.digitValue(value) == nil && !CharacterTables.isGraphic(value))
            #expect(CaseMapping.upcase(value) == value && CaseMapping.foldcase(value) == value)
            #expect(CaseMapping.fullUpcase(value).count == 1 && CaseMapping.fullFoldcase(value)[0] == value)
        }
        #expect(CharacterTables.generalCategory(0xD800) == .surrogate)
    }

    /// One character to one: answers of MIT 12.1.
    @Test(arguments: [
        ("ß", "ß", "ß", "ß"), ("Σ", "Σ", "σ", "σ"), ("ς", "Σ", "ς", "σ"), ("ÿ", "Ÿ", "ÿ", "ÿ"), ("µ", "Μ", "µ", "μ"),
        ("ı", "I", "ı", "ı"), ("İ", "İ", "i", "İ"), ("ǆ", "Ǆ", "ǆ", "ǆ"), ("ŉ", "ŉ", "ŉ", "ŉ"), ("ẞ", "ẞ", "ß", "ß"),
        ("ᾳ", "ᾼ", "ᾳ", "ᾳ"), ("Ꭰ", "Ꭰ", "ꭰ", "Ꭰ"), ("ꭰ", "Ꭰ", "ꭰ", "Ꭰ"),
    ])
    func simpleCase(character: String, up: String, down: String, fold: String) {
        let value = scalars(character)[0]
        #expect([CaseMapping.upcase(value)] == scalars(up))
        #expect([CaseMapping.downcase(value)] == scalars(down))
        #expect([CaseMapping.foldcase(value)] == scalars(fold))
    }

    private func full(_ text: String, _ mapping: (UInt32) -> CaseExpansion) -> String {
        var result = String.UnicodeScalarView()
        for value in scalars(text) {
            let expansion = mapping(value)
            for index in 0..<expansion.count { result.append(Unicode.Scalar(expansion[index])!) }
        }
        return String(result)
    }

    @Test func fullCase() {
        #expect(full("straße", CaseMapping.fullUpcase) == "STRASSE")
        #expect(full("ŉ ǰ ﬃ ΐ", CaseMapping.fullUpcase) == "ʼN J̌ FFI Ϊ́")
        #expect(full("İΑΣ", CaseMapping.fullDowncase) == "i̇ασ")
        #expect(full("Straße ẞ ΣΊΣΥΦΟΣ ŉ ı ᾼ", CaseMapping.fullFoldcase) == "strasse ss σίσυφοσ ʼn ı αι")
    }

    @Test(arguments: [
        ("ΑΣ", [1]), ("ΑΣΑ", []), ("Σ", []), ("ΑΣ.", [1]), ("ΑΣ\u{301}", [1]), ("Α.Σ", [2]), ("ΑΣ ΑΣ", [1, 4]),
        ("Α Σ", []),
    ])
    func finalSigma(text: String, finals: [Int]) {
        let values = scalars(text)
        let found = values.indices.filter { index in
            values[index] == 0x3A3 && CaseMapping.isFinalSigma(at: index, count: values.count) { values[$0] }
        }
        #expect(found == finals)
    }
}
