import SchoonerText

/// Characters: R7RS 6.6, MIT reference manual 5.
package enum CharacterPrimitives {
    package static let table: [Primitive] =
        [
            Primitive("char?", 1, "Whether the object is a character. R7RS 6.6", isCharacter),
            Primitive("char->integer", 1, "The code of a character. R7RS 6.6", toInteger),
            Primitive("integer->char", 1, "The character with a code. R7RS 6.6", fromInteger),
            Primitive("char-code", 1, "The code point of a character, without its bucky bits. MIT 5.5", code),
            Primitive("char-bits", 1, "The bucky bits of a character. MIT 5.5", bits),
            Primitive("bitless-char?", 1, "Whether the object is a character without bucky bits. MIT 12.1", isBitless),
            Primitive("unicode-char?", 1, "Whether the object is a character that Unicode has. MIT 5", isUnicode),
            Primitive("char->name", 1, "The name of a character, or #f. MIT 5.1", name),
            Primitive("name->char", 1, "The character with a name. MIT 5.1", fromName),
            Primitive("char->digit", 1...2, "The weight of a digit in a radix, or #f. MIT 5.3", toDigit),
            Primitive("digit->char", 1...2, "The digit of a weight in a radix. MIT 5.3", fromDigit),
            Primitive("digit-value", 1, "The value of a decimal digit, or #f. R7RS 6.6", digitValue),
            mapping("char-upcase", "in upper case", CaseMapping.upcase),
            mapping("char-downcase", "in lower case", CaseMapping.downcase),
            mapping("char-foldcase", "without distinction of case", CaseMapping.foldcase),
            predicate("char-alphabetic?", "a letter", CharacterTables.isAlphabetic),
            predicate("char-numeric?", "a decimal digit", CharacterTables.isNumeric),
            predicate("char-whitespace?", "white space", CharacterTables.isWhitespace),
            predicate("char-upper-case?", "an upper-case letter", CharacterTables.isUppercase),
            predicate("char-lower-case?", "a lower-case letter", CharacterTables.isLowercase),
            predicate("char-graphic?", "visible", CharacterTables.isGraphic),
            predicate("char-alphanumeric?", "a letter or a decimal digit") {
                CharacterTables.isAlphabetic($0) || CharacterTables.isNumeric($0)
            },
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
            Value(holds(try scheme.characterArgument(arguments, 0)))
        }
    }

    /// The comparison and its twin that ignores case.
    private static func comparison(
        _ suffix: String, _ meaning: String, _ holds: @escaping @Sendable (UInt32, UInt32) -> Bool
    ) -> [Primitive] {
        func row(_ name: String, _ meaning: String, _ key: @escaping @Sendable (UInt32) -> UInt32) -> Primitive {
            Primitive(name, 1..., "Whether the characters are \(meaning). R7RS 6.6") {
                (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
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
        Value(arguments[0].isCharacter && Unicode.Scalar(arguments[0].character) != nil)
    }

    static func toInteger(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(fixnum: Int(try scheme.characterArgument(arguments, 0)))
    }

    static func fromInteger(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isFixnum else { throw scheme.wrongType(arguments[0], 0, "integer->char") }
        guard let code = UInt32(exactly: arguments[0].fixnum), code >> 25 == 0,
            code & CharacterSyntax.codeMask <= 0x10FFFF
        else { throw scheme.badRange(arguments[0], 0, "integer->char") }
        return Value(character: code)
    }

    static func code(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(fixnum: Int(try scheme.characterArgument(arguments, 0) & CharacterSyntax.codeMask))
    }

    static func bits(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(fixnum: Int(try scheme.characterArgument(arguments, 0) >> CharacterSyntax.buckyShift))
    }

    // MARK: Names

    static func name(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let character = try scheme.characterArgument(arguments, 0)
        guard character <= CharacterSyntax.codeMask, let name = CharacterNames.name(of: character) else {
            return .false
        }
        return scheme.heap.string(name)
    }

    static func fromName(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let text = try scheme.stringArgument(arguments, 0, "name->char").scalars
        guard !text.isEmpty, case .character(let character) = CharacterSyntax.read(text) else {
            throw scheme.badRange(arguments[0], nil, "name->char")
        }
        return Value(character: character)
    }

    // MARK: Digits

    private static func radix(_ scheme: Interpreter, _ arguments: Arguments, _ procedure: String) throws(Signal) -> Int
    {
        guard let value = arguments.supplied(1) else { return 10 }
        guard value.isFixnum, (2...36).contains(value.fixnum) else { throw scheme.wrongType(value, nil, procedure) }
        return value.fixnum
    }

    static func toDigit(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let character = try scheme.characterArgument(arguments, 0)
        let radix = try radix(scheme, arguments, "char->digit")
        return CharacterTables.digitValue(character, radix: radix).map { Value(fixnum: $0) } ?? .false
    }

    static func fromDigit(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let radix = try radix(scheme, arguments, "digit->char")
        guard arguments[0].isFixnum, arguments[0].fixnum >= 0 else {
            throw scheme.wrongType(arguments[0], nil, "digit->char")
        }
        guard arguments[0].fixnum < radix else { throw scheme.badRange(arguments[0], nil, "digit->char") }
        let weight = UInt32(arguments[0].fixnum)
        return Value(character: weight < 10 ? 0x30 + weight : 0x61 + weight - 10)
    }

    static func digitValue(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        CharacterTables.digitValue(try scheme.characterArgument(arguments, 0)).map { Value(fixnum: $0) } ?? .false
    }
}
