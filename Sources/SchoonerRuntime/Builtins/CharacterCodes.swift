import SchoonerText

/// Characters as numbers, names and digits: R7RS 6.6, MIT reference manual 5.
enum CharacterCodePrimitives {
    static let table: [Primitive] = [
        Primitive("char->integer", 1, "The code of a character. R7RS 6.6", toInteger),
        Primitive("integer->char", 1, "The character with a code. R7RS 6.6", fromInteger),
        Primitive("char-code", 1, "The code point of a character, without its bucky bits. MIT 5.5", code),
        Primitive("char-bits", 1, "The bucky bits of a character. MIT 5.5", bits),
        Primitive("make-char", 2, "The character of a code point with bucky bits. MIT 5.5", make),
        Primitive("char->bitless-char", 1, "The character without its bucky bits. MIT 12.1", withoutBits),
        Primitive("unicode-code-point?", 1, "Whether the object is the number of a code point. MIT 5.5", isCodePoint),
        Primitive("unicode-scalar-value?", 1, "Whether the object is a code point, no surrogate. MIT 5.5", isScalar),
        Primitive("char->name", 1, "What stands after `#\\` when the character is written. MIT 5.1", name),
        Primitive("name->char", 1, "The character with a name. MIT 5.1", fromName),
        Primitive("char->digit", 1...2, "The weight of a digit in a radix, or #f. MIT 5.3", toDigit),
        Primitive("digit->char", 1...2, "The digit of a weight in a radix. MIT 5.3", fromDigit),
        Primitive("digit-value", 1, "The value of a decimal digit, or #f. R7RS 6.6", digitValue),
        Primitive("char-hash", 1...2, "A hash of a character. MIT 12.1") {
            (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
            try hash(scheme, arguments) { $0 }
        },
        Primitive("char-ci-hash", 1...2, "A hash of a character that ignores case. MIT 12.1") {
            (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
            try hash(scheme, arguments, CaseMapping.foldcase)
        },
    ]

    static func toInteger(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(fixnum: Int(try scheme.characterArgument(arguments, 0)))
    }

    static func fromInteger(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isFixnum else { throw scheme.wrongType(arguments[0], 0, "integer->char") }
        guard let character = character(arguments[0].fixnum) else {
            throw scheme.badRange(arguments[0], 0, "integer->char")
        }
        return character
    }

    /// The character with a code, perhaps with bucky bits above; nil when Unicode has no such scalar value.
    static func character(_ code: Int) -> Value? {
        guard let code = UInt32(exactly: code), code >> 25 == 0,
            Unicode.Scalar(code & CharacterSyntax.codeMask) != nil
        else { return nil }
        return Value(character: code)
    }

    static func code(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(fixnum: Int(try scheme.characterArgument(arguments, 0) & CharacterSyntax.codeMask))
    }

    static func bits(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(fixnum: Int(try scheme.characterArgument(arguments, 0) >> CharacterSyntax.buckyShift))
    }

    static func make(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let code = try scheme.countArgument(arguments, 0, "make-char")
        let bits = try scheme.countArgument(arguments, 1, "make-char")
        guard code <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(code)) else {
            throw scheme.badRange(arguments[0], nil, "make-char")
        }
        guard bits < 16 else { throw scheme.badRange(arguments[1], nil, "make-char") }
        return Value(character: UInt32(bits) << CharacterSyntax.buckyShift | scalar.value)
    }

    static func withoutBits(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(character: try scheme.characterArgument(arguments, 0) & CharacterSyntax.codeMask)
    }

    static func isCodePoint(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isFixnum && (0...0x10FFFF).contains(arguments[0].fixnum))
    }

    static func isScalar(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isFixnum, let code = UInt32(exactly: arguments[0].fixnum) else { return .false }
        return Value(Unicode.Scalar(code) != nil)
    }

    private static func hash(
        _ scheme: Interpreter, _ arguments: Arguments, _ key: (UInt32) -> UInt32
    ) throws(Signal) -> Value {
        var hasher = ValueHasher(scheme.heap, usesAddresses: false)
        let hash = hasher.eq(Value(character: key(try scheme.characterArgument(arguments, 0))))
        guard let modulus = arguments.optional(1) else { return Value(fixnum: hash) }
        guard modulus.isFixnum, modulus.fixnum > 0 else { throw scheme.wrongType(modulus, nil, "char-hash") }
        return Value(fixnum: hash % modulus.fixnum)
    }

    // MARK: Names

    static func name(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let character = try scheme.characterArgument(arguments, 0)
        // Beyond ASCII what has no name goes by its number, though `write` shows it.
        let goesByNumber = character >= 0x80 && character <= CharacterSyntax.codeMask
        return scheme.heap.string(
            goesByNumber ? "x" + String(character, radix: 16) : CharacterSyntax.text(of: character))
    }

    static func fromName(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let text = try scheme.stringArgument(arguments, 0).scalars
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
