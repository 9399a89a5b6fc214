import SchoonerNumbers
import SchoonerText

/// Whether and how a symbol is written between bars.
enum SymbolSyntax {
    /// Whether the reader would not read the bare characters as this symbol.
    /// - Parameter foldsCase: whether the reader folds case.
    static func needsBars(_ name: Value, foldsCase: Bool) -> Bool {
        let count = name.stringLength
        guard count > 0 else { return true }
        let first = name.stringScalar(at: 0)
        if LexicalClass.isDigit(first) || (count == 1 && first == 0x2E) { return true }
        for index in 0..<count where isSpecial(name.stringScalar(at: index), foldsCase) { return true }
        guard first == 0x2B || first == 0x2D || first == 0x2E, count > 1 else { return false }
        let text = (0..<count).map { name.stringScalar(at: $0) }
        guard text.allSatisfy({ $0 < 0x80 }) else { return false }
        return NumberSyntax.parse(text.map { UInt8($0) }) != nil
    }

    private static func isSpecial(_ scalar: UInt32, _ foldsCase: Bool) -> Bool {
        if scalar >= 0x61 && scalar <= 0x7A { return false }
        if scalar == 0x23 || scalar == 0x7C || scalar == 0x5C || LexicalClass.isAtomDelimiter(scalar) { return true }
        if !CharacterTables.isGraphic(scalar) { return true }
        guard foldsCase else { return false }
        let folded = CaseMapping.fullFoldcase(scalar)
        return folded.count != 1 || folded[0] != scalar
    }
}
