/// Strings to and from lists, vectors and bytes: R7RS 6.7, 6.8, 6.9.
package enum StringConversionPrimitives {
    package static let table: [Primitive] = [
        Primitive("string->list", 1...3, "The characters of a part of a string. R7RS 6.7", toList),
        Primitive("substring->list", 3, "The characters of a part of a string. MIT", toList),
        Primitive("list->string", 1, "A string of a list's characters. R7RS 6.7", fromList),
        Primitive("string->vector", 1...3, "The characters of a part of a string. R7RS 6.8", toVector),
        Primitive("vector->string", 1...3, "A string of a vector's characters. R7RS 6.8", fromVector),
        Primitive("string->utf8", 1...3, "The UTF-8 bytes of a part of a string. R7RS 6.9", toBytes),
        Primitive("utf8->string", 1...3, "The string that UTF-8 bytes spell. R7RS 6.9", fromBytes),
        Primitive("char->string", 1, "A string of the one character. MIT 5", fromCharacter),
    ]

    private static func part(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String
    ) throws(Signal) -> (Value, Range<Int>) {
        let string = try scheme.stringArgument(arguments, 0)
        return (string, try scheme.stringRange(arguments, from: 1, count: string.stringLength, procedure))
    }

    static func toList(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let (string, range) = try part(scheme, arguments, "string->list")
        try scheme.ensureRoom(forWords: range.count * 2)
        var list = Value.null
        for index in range.reversed() {
            list = scheme.heap.cons(Value(character: string.stringScalar(at: index)), list)
        }
        return list
    }

    static func fromList(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].properListLength != nil else { throw scheme.wrongType(arguments[0], nil, "length") }
        return try characters(scheme, arguments[0].listElements().elements, "list->string")
    }

    private static func characters(
        _ scheme: Interpreter, _ elements: [Value], _ procedure: String
    ) throws(Signal) -> Value {
        var scalars: [UInt32] = []
        scalars.reserveCapacity(elements.count)
        for element in elements {
            guard element.isCharacter else { throw scheme.wrongType(element, nil, procedure) }
            scalars.append(element.character & CharacterSyntax.codeMask)
        }
        return try scheme.newString(scalars)
    }

    static func toVector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let (string, range) = try part(scheme, arguments, "string->vector")
        try scheme.ensureRoom(forWords: range.count + 1)
        return scheme.heap.vector(range.map { Value(character: string.stringScalar(at: $0)) })
    }

    static func fromVector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let vector = arguments[0]
        guard vector.isVector else { throw scheme.wrongType(vector, 0, "vector-length") }
        let range = try scheme.stringRange(arguments, from: 1, count: vector.length, "vector->string")
        return try characters(scheme, range.map { vector[slot: $0] }, "vector->string")
    }

    static func toBytes(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let (string, range) = try part(scheme, arguments, "string->utf8")
        try scheme.ensureRoom(forWords: range.count / 2 + 4)
        var sink = UTF8Sink()
        for index in range { sink.put(string.stringScalar(at: index)) }
        return scheme.heap.bytevector(sink.bytes)
    }

    static func fromBytes(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let bytevector = arguments[0]
        guard bytevector.isBytevector else { throw scheme.wrongType(bytevector, nil, "utf8->string") }
        let range = try scheme.stringRange(arguments, from: 1, count: bytevector.byteCount, "utf8->string")
        try scheme.ensureRoom(forWords: range.count / 2 + 4)
        let bytes = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(bytevector.byteBuffer)[range])
        if bytes.allSatisfy({ $0 < 0x80 }) { return scheme.heap.string(latin1: bytes) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw scheme.simpleError("Ill-formed UTF-8 sequence:", scheme.heap.bytevector(Array(bytes)))
        }
        return scheme.heap.string(text)
    }

    static func fromCharacter(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let character = try scheme.characterArgument(arguments, 0, "char->string", operand: nil)
        return scheme.heap.string(scalars: [character & CharacterSyntax.codeMask])
    }
}
