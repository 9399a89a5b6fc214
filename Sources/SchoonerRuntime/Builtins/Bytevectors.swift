/// Bytevectors: R7RS 6.9.
enum BytevectorPrimitives {
    static let table: [Primitive] = [
        Primitive("bytevector?", 1, "Whether the object is a bytevector. R7RS 6.9", isBytevector),
        Primitive("byte?", 1, "Whether the object is an exact integer from 0 to 255. MIT 12.1", isByte),
        Primitive("make-bytevector", 1...2, "A bytevector of so many equal bytes. R7RS 6.9", makeBytevector),
        Primitive("bytevector", 0..., "A new bytevector of the arguments. R7RS 6.9", bytevector),
        Primitive("bytevector-length", 1, "The number of bytes. R7RS 6.9", length),
        Primitive("bytevector-u8-ref", 2, "The byte at an index. R7RS 6.9", ref),
        Primitive("bytevector-u8-set!", 3, "Stores a byte at an index. R7RS 6.9", set),
        Primitive("bytevector-copy", 1...3, "The bytes from start to end. R7RS 6.9", copy),
        Primitive("bytevector-head", 2, "The bytes before an index. MIT 10", head),
        Primitive("bytevector-tail", 2, "The bytes from an index on. MIT 10", tail),
        Primitive("bytevector-copy!", 3...5, "Copies bytes into another bytevector. R7RS 6.9", copyInto),
        Primitive("bytevector-append", 0..., "The bytevectors joined. R7RS 6.9", append),
        Primitive("bytevector-fill!", 2...4, "Stores one byte from start to end. MIT 12.1", fill),
        Primitive("bytevector=?", 2, "Whether two bytevectors hold the same bytes. MIT 12.1", isSame),
        Primitive("bytevector<?", 2, "Whether the first comes before the second, bytewise. MIT 12.1", isLess),
        Primitive("list->bytevector", 1, "A bytevector of the bytes in a list. MIT 12.1", listToBytevector),
        Primitive("bytevector->list", 1...3, "The bytes from start to end as a list. MIT 12.1", toList),
        Primitive("vector->bytevector", 1...3, "A bytevector of the bytes in a vector. MIT 12.1", vectorToBytevector),
        Primitive("bytevector->vector", 1...3, "The bytes from start to end as a vector. MIT 12.1", toVector),
    ]

    static func checkBytevector(
        _ scheme: Interpreter, _ value: Value, _ operand: Int?, _ procedure: String
    ) throws(Signal) {
        if !value.isBytevector { throw scheme.wrongType(value, operand, procedure) }
    }

    static func byte(
        _ scheme: Interpreter, _ value: Value, _ operand: Int, _ procedure: String
    ) throws(Signal) -> UInt8 {
        guard value.isFixnum else { throw scheme.wrongType(value, operand, procedure) }
        guard let byte = UInt8(exactly: value.fixnum) else { throw scheme.badRange(value, operand, procedure) }
        return byte
    }

    static func isBytevector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isBytevector)
    }

    static func isByte(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isFixnum && UInt8(exactly: arguments[0].fixnum) != nil)
    }

    static func makeBytevector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let count = try scheme.indexArgument(arguments, 0, below: 1 << 38, operand: 0, "allocate-bytevector")
        var fill: UInt8 = 0
        if let value = arguments.optional(1) { fill = try byte(scheme, value, 1, "bytevector-fill!") }
        try scheme.ensureRoom(forWords: count / 8 + 3)
        return scheme.heap.bytevector(count: count, fill: fill)
    }

    static func bytevector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let result = scheme.heap.bytevector(count: arguments.count)
        for index in 0..<arguments.count {
            result.bytes[index] = try byte(scheme, arguments[index], 2, "bytevector-u8-set!")
        }
        return result
    }

    static func length(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkBytevector(scheme, arguments[0], 0, "bytevector-length")
        return Value(fixnum: arguments[0].byteCount)
    }

    static func ref(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkBytevector(scheme, arguments[0], 0, "bytevector-u8-ref")
        let index = try scheme.indexArgument(
            arguments, 1, below: arguments[0].byteCount, operand: 1, "bytevector-u8-ref")
        return Value(fixnum: Int(arguments[0].bytes[index]))
    }

    static func set(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkBytevector(scheme, arguments[0], 0, "bytevector-u8-set!")
        let index = try scheme.indexArgument(
            arguments, 1, below: arguments[0].byteCount, operand: 1, "bytevector-u8-set!")
        arguments[0].bytes[index] = try byte(scheme, arguments[2], 2, "bytevector-u8-set!")
        return .unspecific
    }

    // MARK: Copying

    private static func slice(_ scheme: Interpreter, _ source: Value, _ range: Range<Int>) throws(Signal) -> Value {
        try scheme.ensureRoom(forWords: range.count / 8 + 3)
        let result = scheme.heap.bytevector(count: range.count)
        result.bytes.update(from: source.bytes + range.lowerBound, count: range.count)
        return result
    }

    static func copy(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkBytevector(scheme, arguments[0], 0, "bytevector-length")
        let range = try scheme.rangeArguments(
            arguments, from: 1, count: arguments[0].byteCount, operand: 1, "bytevector-copy")
        return try slice(scheme, arguments[0], range)
    }

    static func head(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkBytevector(scheme, arguments[0], 0, "bytevector-head")
        let end = try scheme.indexArgument(
            arguments, 1, below: arguments[0].byteCount + 1, operand: 1, "bytevector-head")
        return try slice(scheme, arguments[0], 0..<end)
    }

    static func tail(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkBytevector(scheme, arguments[0], 0, "bytevector-tail")
        let start = try scheme.indexArgument(
            arguments, 1, below: arguments[0].byteCount + 1, operand: 1, "bytevector-tail")
        return try slice(scheme, arguments[0], start..<arguments[0].byteCount)
    }

    static func copyInto(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let target = arguments[0]
        let source = arguments[2]
        try checkBytevector(scheme, target, 0, "bytevector-copy!")
        try checkBytevector(scheme, source, 0, "bytevector-length")
        let range = try scheme.rangeArguments(
            arguments, from: 3, count: source.byteCount, operand: 3, "bytevector-copy!")
        let start = try scheme.indexArgument(
            arguments, 1, below: target.byteCount + 1, operand: 1, "bytevector-copy!")
        guard range.count <= target.byteCount - start else {
            throw scheme.badRange(Value(fixnum: range.upperBound), 4, "bytevector-copy!")
        }
        // `update` copes with overlapping memory.
        (target.bytes + start).update(from: source.bytes + range.lowerBound, count: range.count)
        return .unspecific
    }

    static func append(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        var total = 0
        for index in 0..<arguments.count {
            try checkBytevector(scheme, arguments[index], 0, "bytevector-length")
            total += arguments[index].byteCount
        }
        try scheme.ensureRoom(forWords: total / 8 + 3)
        let result = scheme.heap.bytevector(count: total)
        var place = 0
        for index in 0..<arguments.count {
            let part = arguments[index]
            (result.bytes + place).update(from: part.bytes, count: part.byteCount)
            place += part.byteCount
        }
        return result
    }

    static func fill(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkBytevector(scheme, arguments[0], 0, "bytevector-fill!")
        let value = try byte(scheme, arguments[1], 1, "bytevector-fill!")
        let range = try scheme.rangeArguments(
            arguments, from: 2, count: arguments[0].byteCount, operand: 2, "bytevector-fill!")
        (arguments[0].bytes + range.lowerBound).update(repeating: value, count: range.count)
        return .unspecific
    }

    // MARK: Comparing

    static func isSame(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkBytevector(scheme, arguments[0], 0, "bytevector=?")
        try checkBytevector(scheme, arguments[1], 1, "bytevector=?")
        return Value(arguments[0].byteBuffer.elementsEqual(arguments[1].byteBuffer))
    }

    static func isLess(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkBytevector(scheme, arguments[0], 0, "bytevector<?")
        try checkBytevector(scheme, arguments[1], 1, "bytevector<?")
        return Value(arguments[0].byteBuffer.lexicographicallyPrecedes(arguments[1].byteBuffer))
    }

    // MARK: Lists and vectors

    static func listToBytevector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard let count = arguments[0].properListLength else {
            throw scheme.wrongType(arguments[0], nil, "list->bytevector")
        }
        try scheme.ensureRoom(forWords: count / 8 + 3)
        let result = scheme.heap.bytevector(count: count)
        var rest = arguments[0]
        for index in 0..<count {
            result.bytes[index] = try byte(scheme, rest.car, 2, "bytevector-u8-set!")
            rest = rest.cdr
        }
        return result
    }

    static func toList(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkBytevector(scheme, arguments[0], 0, "bytevector->list")
        let range = try scheme.rangeArguments(
            arguments, from: 1, count: arguments[0].byteCount, operand: 1, "bytevector->list")
        try scheme.ensureRoom(forWords: range.count * 2)
        var result = Value.null
        for index in range.reversed() {
            result = scheme.heap.cons(Value(fixnum: Int(arguments[0].bytes[index])), result)
        }
        return result
    }

    static func vectorToBytevector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try VectorPrimitives.checkVector(scheme, arguments[0], 0, "vector->bytevector")
        let range = try scheme.rangeArguments(
            arguments, from: 1, count: arguments[0].length, operand: 1, "vector->bytevector")
        try scheme.ensureRoom(forWords: range.count / 8 + 3)
        let result = scheme.heap.bytevector(count: range.count)
        for index in range {
            result.bytes[index - range.lowerBound] = try byte(
                scheme, arguments[0][slot: index], 2, "bytevector-u8-set!")
        }
        return result
    }

    static func toVector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkBytevector(scheme, arguments[0], 0, "bytevector->vector")
        let range = try scheme.rangeArguments(
            arguments, from: 1, count: arguments[0].byteCount, operand: 1, "bytevector->vector")
        try scheme.ensureRoom(forWords: range.count + 1)
        let result = scheme.heap.vector(count: range.count, fill: .zero)
        for index in range {
            scheme.heap.set(result, slot: index - range.lowerBound, Value(fixnum: Int(arguments[0].bytes[index])))
        }
        return result
    }
}
