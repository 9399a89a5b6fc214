import SchoonerText

/// The case of strings, by Unicode's full mappings: R7RS 6.7, MIT 6.
package enum StringCasePrimitives {
    package static let table: [Primitive] = [
        Primitive("string-upcase", 1, "The string in upper case. R7RS 6.7", upcase),
        Primitive("string-downcase", 1, "The string in lower case. R7RS 6.7", downcase),
        Primitive("string-foldcase", 1, "The string without distinctions of case. R7RS 6.7", foldcase),
        Primitive("string-titlecase", 1, "The string with its words capitalised. MIT 12.1", titlecase),
        Primitive("string-upper-case?", 1, "Whether no letter of the string is in lower case. MIT 6.1", isUpper),
        Primitive("string-lower-case?", 1, "Whether no letter of the string is in upper case. MIT 6.1", isLower),
    ]

    private static func map(
        _ scheme: Interpreter, _ arguments: Arguments, _ mapping: (UInt32) -> CaseExpansion
    ) throws(Signal) -> Value {
        let string = try scheme.stringArgument(arguments, 0)
        var result: [UInt32] = []
        result.reserveCapacity(string.stringLength)
        for index in 0..<string.stringLength { result.append(mapping(string.stringScalar(at: index))) }
        return try scheme.newString(result)
    }

    static func upcase(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try map(scheme, arguments, CaseMapping.fullUpcase)
    }

    static func downcase(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try map(scheme, arguments, CaseMapping.fullDowncase)
    }

    static func foldcase(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try map(scheme, arguments, CaseMapping.fullFoldcase)
    }

    static func titlecase(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        var isInWord = false
        return try map(scheme, arguments) { scalar in
            let isLetter = CharacterTables.isAlphabetic(scalar)
            defer { isInWord = isLetter || (isInWord && CharacterTables.joinsWords(scalar)) }
            return isLetter && !isInWord ? CaseMapping.fullTitlecase(scalar) : CaseMapping.fullDowncase(scalar)
        }
    }

    /// Whether no character of the string, decomposed, would change in a case mapping.
    private static func isUnchanged(
        _ scheme: Interpreter, _ arguments: Arguments, _ changing: CharacterClass
    ) throws(Signal) -> Value {
        let string = try scheme.stringArgument(arguments, 0, "string-in-nfd?")
        return Value(!Normalization.decompose(string.scalars).contains(where: changing.contains))
    }

    static func isUpper(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try isUnchanged(scheme, arguments, .changesWhenUpperCased)
    }

    static func isLower(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try isUnchanged(scheme, arguments, .changesWhenLowerCased)
    }
}

extension [UInt32] {
    fileprivate mutating func append(_ expansion: CaseExpansion) {
        for index in 0..<expansion.count { append(expansion[index]) }
    }
}
