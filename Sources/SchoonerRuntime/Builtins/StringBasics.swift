/// Making, taking apart and changing strings: R7RS 6.7, MIT reference manual 6.
package enum StringPrimitives {
    package static let table: [Primitive] = [
        Primitive("string?", 1, "Whether the object is a string. R7RS 6.7", isString),
        Primitive("make-string", 1...2, "A string of so many characters. R7RS 6.7", makeString),
        Primitive("string", 0..., "What `display` prints of the arguments, joined. R7RS 6.7, MIT 12.1", string),
        Primitive("string*", 1, "What `display` prints of a list's elements, joined. MIT 12.1", stringOfList),
        Primitive("string-length", 1, "The number of characters. R7RS 6.7", length),
        Primitive("string-ref", 2, "The character at an index. R7RS 6.7", ref),
        Primitive("string-set!", 3, "Stores a character at an index. R7RS 6.7", set),
        Primitive("substring", 2...3, "The characters from start to end. R7RS 6.7", substring),
        Primitive("string-head", 2, "The characters before an index. MIT 6.3", head),
        Primitive("string-tail", 2, "The characters from an index on. MIT 6.3", tail),
        Primitive("string-append", 0..., "The strings joined. R7RS 6.7", append),
        Primitive("string-append*", 1..., "Strings and a list of strings joined. MIT 6.3", appendList),
        Primitive("string-concatenate", 1, "The strings of a list joined. MIT 12.1", concatenate),
        Primitive("string-copy", 1...3, "A fresh string of a part of a string. R7RS 6.7", copy),
        Primitive("string-copy!", 3...5, "Copies a part of a string into another; the end index. R7RS 6.7", copyInto),
        Primitive("string-fill!", 2...4, "Stores one character in a part of a string. R7RS 6.7", fill),
        Primitive("string-null?", 1, "Whether the string is empty. MIT 6.1", isEmpty),
        Primitive("string-reverse", 1...3, "A string of the characters in reverse order. MIT 6.3", reverse),
        Primitive("string-reverse!", 1...3, "Reverses a part of a string in place. MIT 6", reverseInPlace),
        Primitive("string-mutable?", 1, "Whether the object is a string that may be changed. MIT 12.1", isMutable),
        Primitive("mutable-string?", 1, "Whether the object is a string that may be changed. MIT 12.1", isMutable),
        Primitive("string-immutable?", 1, "Whether the object is a literal string. MIT 12.1", isImmutable),
        Primitive("immutable-string?", 1, "Whether the object is a literal string. MIT 12.1", isImmutable),
        Primitive("string->immutable", 1, "A literal string of the same characters. MIT 12.1", toImmutable),
    ]

    static func isString(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isString)
    }

    static func isMutable(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isString && !arguments[0].isImmutable)
    }

    static func isImmutable(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isString && arguments[0].isImmutable)
    }

    static func toImmutable(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let string = try scheme.stringArgument(arguments, 0, "string->immutable")
        if string.isImmutable { return string }
        let copy = try part(scheme, string, 0..<string.stringLength)
        scheme.heap.makeImmutable(copy)
        return copy
    }

    static func makeString(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let count = try scheme.countArgument(arguments, 0, "make-string")
        var fill: UInt32 = 0
        if arguments.optional(1) != nil { fill = try scheme.characterArgument(arguments, 1) & CharacterSyntax.codeMask }
        let wide = fill > 0xFF
        guard count < 1 << 40 else { throw .abort(.outOfMemory) }
        try scheme.ensureRoom(forWords: (wide ? count / 2 : count / 8) + 8)
        let string = scheme.heap.string(count: count, wide: wide)
        fillCharacters(string, 0..<count, fill, scheme.heap)
        return string
    }

    private static func fillCharacters(_ string: Value, _ range: Range<Int>, _ scalar: UInt32, _ heap: Heap) {
        if scalar > 0xFF && !string.isWideString { heap.widen(string) }
        if string.isWideString {
            let place = string.stringStorage.assumingMemoryBound(to: UInt32.self)
            (place + range.lowerBound).update(repeating: scalar, count: range.count)
        } else {
            let place = string.stringStorage.assumingMemoryBound(to: UInt8.self)
            (place + range.lowerBound).update(repeating: UInt8(truncatingIfNeeded: scalar), count: range.count)
        }
    }

    static func string(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try scheme.usingPrintMethods("string", arguments, escapes: false) { () throws(Signal) in
            try displayed(scheme, arguments.all)
        }
    }

    static func stringOfList(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].properListLength != nil else { throw scheme.wrongType(arguments[0], nil, "for-each") }
        return try scheme.usingPrintMethods("string*", arguments, escapes: false) { () throws(Signal) in
            try displayed(scheme, arguments[0].listElements().elements)
        }
    }

    /// What `display` prints of the objects, as one new string. As in 12.1, `#f` gives nothing.
    static func displayed(_ scheme: Interpreter, _ objects: [Value]) throws(Signal) -> Value {
        var scalars: [UInt32] = []
        for object in objects {
            if object.isCharacter {
                scalars.append(object.character & CharacterSyntax.codeMask)
            } else if object.isString {
                scalars += object.scalars
            } else if object.isTrue {
                scalars += scheme.printedScalars(object, .display)
            }
        }
        return try scheme.newString(scalars)
    }

    // MARK: One character

    static func length(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(fixnum: try scheme.stringArgument(arguments, 0).stringLength)
    }

    private static func position(
        _ scheme: Interpreter, _ arguments: Arguments, _ string: Value, _ procedure: String
    ) throws(Signal) -> Int {
        let index = try scheme.stringIndex(arguments[1], through: string.stringLength, procedure)
        guard index < string.stringLength else { throw scheme.badRange(arguments[1], nil, procedure) }
        return index
    }

    static func ref(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let string = try scheme.stringArgument(arguments, 0, "string-ref")
        return Value(character: string.stringScalar(at: try position(scheme, arguments, string, "string-ref")))
    }

    static func set(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let string = try scheme.mutableStringArgument(arguments, 0, "string-set!")
        let index = try position(scheme, arguments, string, "string-set!")
        let character = try scheme.characterArgument(arguments, 2, "string-set!", operand: nil)
        scheme.heap.setString(string, at: index, character & CharacterSyntax.codeMask)
        return .unspecific
    }

    static func isEmpty(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(try scheme.stringArgument(arguments, 0).stringLength == 0)
    }

    // MARK: Parts

    private static func part(_ scheme: Interpreter, _ string: Value, _ range: Range<Int>) throws(Signal) -> Value {
        try scheme.ensureRoom(forWords: range.count / 2 + 8)
        return scheme.heap.substring(string, range)
    }

    static func substring(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let string = try scheme.stringArgument(arguments, 0)
        return try part(
            scheme, string, try scheme.stringRange(arguments, from: 1, count: string.stringLength, "substring"))
    }

    static func head(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let string = try scheme.stringArgument(arguments, 0)
        return try part(
            scheme, string, 0..<(try scheme.stringIndex(arguments[1], through: string.stringLength, "substring")))
    }

    static func tail(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let string = try scheme.stringArgument(arguments, 0)
        let start = try scheme.stringIndex(arguments[1], through: string.stringLength, "substring")
        return try part(scheme, string, start..<string.stringLength)
    }

    static func copy(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let string = try scheme.stringArgument(arguments, 0)
        return try part(
            scheme, string, try scheme.stringRange(arguments, from: 1, count: string.stringLength, "string-copy"))
    }

    // MARK: Joining

    static func append(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try join(scheme, arguments.all, "string-append")
    }

    static func appendList(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let last = arguments[arguments.count - 1]
        guard last.properListLength != nil else { throw scheme.wrongType(last, nil, "string-append*") }
        return try join(scheme, arguments.all.dropLast() + last.listElements().elements, "string-concatenate")
    }

    static func concatenate(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].properListLength != nil else {
            throw scheme.wrongType(arguments[0], nil, "string-concatenate")
        }
        return try join(scheme, arguments[0].listElements().elements, "string-concatenate")
    }

    private static func join(_ scheme: Interpreter, _ parts: [Value], _ procedure: String) throws(Signal) -> Value {
        var count = 0
        var wide = false
        for part in parts {
            guard part.isString else { throw scheme.wrongType(part, nil, procedure) }
            count += part.stringLength
            wide = wide || part.isWideString
        }
        try scheme.ensureRoom(forWords: (wide ? count / 2 : count / 8) + 8)
        let result = scheme.heap.string(count: count, wide: wide)
        var place = 0
        for part in parts {
            scheme.heap.copyCharacters(part, 0..<part.stringLength, to: result, at: place)
            place += part.stringLength
        }
        return result
    }

    // MARK: Changing

    static func copyInto(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let target = try scheme.stringArgument(arguments, 0)
        if target.isImmutable { throw scheme.badRange(target, nil, "string-copy!") }
        let start = try scheme.stringIndex(arguments[1], through: target.stringLength, "string-copy!")
        let source = try scheme.stringArgument(arguments, 2)
        let range = try scheme.stringRange(arguments, from: 3, count: source.stringLength, "string-copy!")
        guard start + range.count <= target.stringLength else {
            throw scheme.badRange(arguments[1], nil, "string-copy!")
        }
        scheme.heap.copyCharacters(source, range, to: target, at: start)
        return Value(fixnum: start + range.count)
    }

    static func fill(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let string = try scheme.mutableStringArgument(arguments, 0, "string-fill")
        let character = try scheme.characterArgument(arguments, 1, "string-fill!", operand: nil)
        let range = try scheme.stringRange(arguments, from: 2, count: string.stringLength, "string-fill!")
        fillCharacters(string, range, character & CharacterSyntax.codeMask, scheme.heap)
        return .unspecific
    }

    static func reverse(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let string = try scheme.stringArgument(arguments, 0)
        let range = try scheme.stringRange(arguments, from: 1, count: string.stringLength, "string-reverse")
        return try scheme.newString(string.scalars(range).reversed())
    }

    static func reverseInPlace(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let string = try scheme.mutableStringArgument(arguments, 0, "string-reverse!")
        let range = try scheme.stringRange(arguments, from: 1, count: string.stringLength, "string-reverse!")
        for (offset, scalar) in string.scalars(range).reversed().enumerated() {
            scheme.heap.setString(string, at: range.lowerBound + offset, scalar)
        }
        return .unspecific
    }
}
