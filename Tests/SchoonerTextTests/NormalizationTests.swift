import SchoonerText
import Testing

private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

@Suite struct NormalizationTests {
    /// Examples of Unicode Standard Annex 15, and of every rule of section 3.11.
    @Test(
        arguments: [
            ("", "", ""), ("abc", "abc", "abc"), ("\u{C5}", "\u{C5}", "A\u{30A}"), ("\u{212B}", "\u{C5}", "A\u{30A}"),
            ("\u{1E9B}\u{323}", "\u{1E9B}\u{323}", "\u{17F}\u{323}\u{307}"),
            ("\u{958}", "\u{915}\u{93C}", "\u{915}\u{93C}"),
            ("s\u{307}\u{323}", "\u{1E69}", "s\u{323}\u{307}"), ("\u{344}", "\u{308}\u{301}", "\u{308}\u{301}"),
            ("a\u{301}\u{300}", "\u{E1}\u{300}", "a\u{301}\u{300}"),
            ("e\u{334}\u{301}", "\u{E9}\u{334}", "e\u{334}\u{301}"),
            ("\u{1100}\u{1161}\u{11A8}", "\u{AC01}", "\u{1100}\u{1161}\u{11A8}"),
            ("\u{AC00}\u{11A8}", "\u{AC01}", "\u{1100}\u{1161}\u{11A8}"), ("\u{301}e", "\u{301}e", "\u{301}e"),
            ("\u{1D15E}", "\u{1D157}\u{1D165}", "\u{1D157}\u{1D165}"),
            ("\u{1F82}", "\u{1F82}", "\u{3B1}\u{313}\u{300}\u{345}"),
        ])
    func forms(text: String, composed: String, decomposed: String) {
        #expect(Normalization.compose(scalars(text)) == scalars(composed))
        #expect(Normalization.decompose(scalars(text)) == scalars(decomposed))
    }

    /// Decomposition and composition keep canonical equivalence, which is what Swift's strings compare by, and are
    /// stable, for every character that there is.
    @Test func everyCharacter() {
        var failures: [UInt32] = []
        for code in UInt32(0)...0x3_FFFF {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let decomposed = Normalization.decompose([code])
            let composed = Normalization.compose([code])
            if decomposed == [code] && composed == [code] { continue }
            let isStable =
                Normalization.decompose(composed) == decomposed && Normalization.compose(decomposed) == composed
                && Normalization.decompose(decomposed) == decomposed && Normalization.compose(composed) == composed
            if !isStable || string(decomposed) != String(scalar) || string(composed) != String(scalar) {
                failures.append(code)
            }
        }
        #expect(failures.isEmpty)
    }

    /// Random runs of letters and marks: equivalent texts have the same forms.
    @Test func equivalentTexts() {
        var random = SeededGenerator(seed: 14)
        let pool: [UInt32] =
            [0x61, 0x65, 0x3B1, 0x1100, 0x1161, 0x11A8, 0xAC00, 0xE9, 0x1EA1, 0x915, 0x93C, 0x1E69, 0x3AC]
            + [0x300, 0x301, 0x307, 0x308, 0x313, 0x323, 0x327, 0x334, 0x345, 0x5B0]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 1...7, using: &random)).map { _ in pool.randomElement(using: &random)! }
            let composed = Normalization.compose(text)
            let decomposed = Normalization.decompose(text)
            #expect(string(composed) == string(text) && string(decomposed) == string(text))
            #expect(Normalization.compose(decomposed) == composed && Normalization.decompose(composed) == decomposed)
            #expect(Normalization.isComposed(composed) && Normalization.isDecomposed(decomposed))
        }
    }

    private func string(_ scalars: [UInt32]) -> String {
        var text = ""
        for scalar in scalars { text.unicodeScalars.append(Unicode.Scalar(scalar)!) }
        return text
    }
}
