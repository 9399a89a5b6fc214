import SchoonerText

/// Characters: their properties, cases and order. R7RS 6.6, MIT reference manual 5.
package enum CharacterPrimitives {
    package static let table: [Primitive] =
        [
            Primitive("char?", 1, "Whether the object is a character. R7RS 6.6", isCharacter),
            Primitive("bitless-char?", 1, "Whether the object is a character without bucky bits. MIT 12.1", isBitless),
            Primitive("unicode-char?", 1, "Whether the object is a character that Unicode has. MIT 5.5", isUnicode),
            Primitive("char-general-category", 1, "Unicode's general category of a character. MIT 5.5", category),
            Primitive("code-point-general-category", 1, "Unicode's general category of a code. MIT 12.1", codeCategory),
            mapping("char-upcase", "in upper case", CaseMapping.upcase),
            mapping("char-downcase", "in lower case", CaseMapping.downcase),
            mapping("char-titlecase", "as it begins a title", CaseMapping.titlecase),
            mapping("char-foldcase", "without distinction of case", CaseMapping.foldcase),
            predicate("char-alphabetic?", "a letter", CharacterTables.isAlphabetic),
            predicate("char-numeric?", "a decimal digit", CharacterTables.isNumeric),
            predicate("char-whitespace?", "white space", CharacterTables.isWhitespace),
            predicate("char-upper-case?", "an upper-case letter", CharacterTables.isUppercase),
            predicate("char-lower-case?", "a lower-case letter", CharacterTables.isLowercase),
            predicate("char-alphanumeric?", "a letter or a decimal digit", CharacterClass.alphanumeric.contains),
            predicate("char-title-case?", "a title-case letter", CharacterClass.titleCase.contains),
            predicate("char-cased?", "a letter with case", CharacterClass.cased.contains),
            predicate("char-graphic?", "a letter, digit, mark or symbol to see", CharacterClass.graphic.contains),
            predicate("char-printing?", "to be seen, or white space", CharacterClass.printing.contains),
            predicate("char-standard?", "to be seen, or a newline", CharacterClass.standard.contains),
            predicate("char-newline?", "a line feed or carriage return", CharacterClass.newline.contains),
            predicate("char-wsp?", "a space or tab", CharacterClass.blank.contains),
            predicate("char-ctl?", "one of ASCII's control characters", CharacterClass.isoControl.contains),
            below("char-ascii?", 0x80), below("ascii-char?", 0x80),
            below("char-8-bit?", 0x100), below("8-bit-char?", 0x100),
            predicate(
                "char-changes-when-upper-cased?", "changed by `string-upcase`",
                CharacterClass.changesWhenUpperCased.contains),
            predicate(
                "char-changes-when-lower-cased?", "changed by `string-downcase`",
                CharacterClass.changesWhenLowerCased.contains),
            predicate(
                "char-changes-when-title-cased?", "changed at the head of a title",
                CharacterClass.changesWhenTitleCased.contains),
            predicate(
                "char-changes-when-case-folded?", "changed by `string-foldcase`",
                CharacterClass.changesWhenCaseFolded.contains),
        ]
        + comparison("=?", "equal", ==) + comparison("<?", "in increasing order", <)
        + comparison(">?", "in decreasing order", >) + comparison("<=?", "in non-decreasing order", <=)
        + comparison(">=?", "in non-increasing order", >=)

    private static func mapping(
        _ name: String, _ meaning: String, _ map: @escaping @Sendable (UInt32) -> UInt32
    ) -> Primitive {
        Primitive(name, 1, "The character \(meaning). R7RS 6.6") {
            (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
            let character = try scheme.characterArgument(arguments, 0)
            let bits = character & ~CharacterSyntax.codeMask
            return Value(character: bits | map(character & CharacterSyntax.codeMask))
        }
    }

    private static func predicate(
        _ name: String, _ meaning: String, _ holds: @escaping @Sendable (UInt32) -> Bool
    ) -> Primitive {
        Primitive(name, 1, "Whether the character is \(meaning). R7RS 6.6, MIT 5") {
            (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
            Value(holds(try scheme.characterArgument(arguments, 0) & CharacterSyntax.codeMask))
        }
    }

    /// Whether the character, with its bucky bits, is below a limit.
    private static func below(_ name: String, _ limit: UInt32) -> Primitive {
        Primitive(name, 1, "Whether the character's code is below \(limit). MIT 5.5") {
            (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
            Value(try scheme.characterArgument(arguments, 0) < limit)
        }
    }

    /// The comparison and its twin that ignores case.
    private static func comparison(
        _ suffix: String, _ meaning: String, _ holds: @escaping @Sendable (UInt32, UInt32) -> Bool
    ) -> [Primitive] {
        func row(_ name: String, _ meaning: String, _ key: @escaping @Sendable (UInt32) -> UInt32) -> Primitive {
            Primitive(name, 2..., "Whether the characters are \(meaning). R7RS 6.6") {
                (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
                // Of two that are no characters MIT names the second.
                if arguments.count > 1 { _ = try scheme.characterArgument(arguments, 1) }
                var previous = key(try scheme.characterArgument(arguments, 0))
                var result = true
                for index in 1..<max(1, arguments.count) {
                    let next = key(try scheme.characterArgument(arguments, index))
                    if !holds(previous, next) { result = false }
                    previous = next
                }
                return Value(result)
            }
        }
        return [
            row("char" + suffix, meaning) { $0 },
            row("char-ci" + suffix, meaning + ", but for case") { CaseMapping.foldcase($0) },
        ]
    }

    static func isCharacter(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isCharacter)
    }

    static func isBitless(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isCharacter && arguments[0].character <= CharacterSyntax.codeMask)
    }

    static func isUnicode(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isCharacter && CharacterClass.unicode.contains(arguments[0].character))
    }

    // MARK: Categories

    static func category(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let scalar = try scheme.characterArgument(arguments, 0, "char-general-category", operand: nil)
        let category = CharacterTables.generalCategory(scalar & CharacterSyntax.codeMask)
        return scheme.heap.intern(category.mitName)
    }

    static func codeCategory(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isFixnum, (0..<Int(InversionList.limit)).contains(arguments[0].fixnum) else {
            throw scheme.wrongType(arguments[0], nil, "code-point-general-category")
        }
        return scheme.heap.intern(CharacterTables.generalCategory(UInt32(arguments[0].fixnum)).mitName)
    }
}
