/// Vectors: R7RS 6.8, MIT reference manual 8. Errors name the primitives that MIT's library stops in.
enum VectorPrimitives {
    static let table: [Primitive] =
        [
            Primitive("vector?", 1, "Whether the object is a vector. R7RS 6.8", isVector),
            Primitive("make-vector", 1...2, "A vector of so many equal elements. R7RS 6.8", makeVector),
            Primitive("vector", 0..., "A new vector of the arguments. R7RS 6.8", vector),
            Primitive("vector-length", 1, "The number of elements. R7RS 6.8", length),
            Primitive("vector-ref", 2, "The element at an index. R7RS 6.8", ref),
            Primitive("vector-set!", 3, "Stores at an index. R7RS 6.8", set),
            Primitive("vector->list", 1...3, "The elements from start to end as a list. R7RS 6.8", toList),
            Primitive("subvector->list", 3, "The elements from start to end as a list. MIT 8.3", subvectorToList),
            Primitive("list->vector", 1, "A vector of the elements of a list. R7RS 6.8", listToVector),
            Primitive("vector-fill!", 2...4, "Stores one object from start to end. R7RS 6.8", fill),
            Primitive("subvector-fill!", 4, "Stores one object from start to end. MIT 8.3", subvectorFill),
            Primitive("vector-copy", 1...3, "The elements from start to end. R7RS 6.8", copy),
            Primitive("subvector", 3, "The elements from start to end. MIT 8.3", subvector),
            Primitive("vector-head", 2, "The elements before an index. MIT 8.3", head),
            Primitive("vector-tail", 2, "The elements from an index on. MIT 8.3", tail),
            Primitive("vector-copy!", 3...5, "Copies elements into another vector. R7RS 6.8", copyInto),
            Primitive("subvector-move-left!", 5, "Copies elements, lowest first. MIT 8.3", moveLeft),
            Primitive("subvector-move-right!", 5, "Copies elements, highest first. MIT 8.3", moveRight),
            Primitive("vector-append", 0..., "The vectors joined. R7RS 6.8", append),
            Primitive("vector-grow", 2, "A longer copy; the new elements are #f. MIT 8.1", grow),
            Primitive("vector-last", 1, "The last element. MIT 8.2", last),
        ] + ordinals

    static func checkVector(
        _ scheme: Interpreter, _ value: Value, _ operand: Int?, _ procedure: String
    ) throws(Signal) {
        if !value.isVector { throw scheme.wrongType(value, operand, procedure) }
    }

    static func isVector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isVector)
    }

    static func makeVector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let count = try scheme.indexArgument(arguments, 0, below: 1 << 36, operand: 0, "vector-cons")
        try scheme.ensureRoom(forWords: count + 1)
        return scheme.heap.vector(count: count, fill: arguments.optional(1) ?? .false)
    }

    static func vector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let result = scheme.heap.vector(count: arguments.count, fill: .false)
        for index in 0..<arguments.count { scheme.heap.set(result, slot: index, arguments[index]) }
        return result
    }

    static func length(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkVector(scheme, arguments[0], 0, "vector-length")
        return Value(fixnum: arguments[0].length)
    }

    static func ref(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let vector = arguments[0]
        try checkVector(scheme, vector, 0, "vector-ref")
        return vector[slot: try scheme.indexArgument(arguments, 1, below: vector.length, operand: 1, "vector-ref")]
    }

    static func set(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let vector = arguments[0]
        try checkVector(scheme, vector, 0, "vector-set!")
        let index = try scheme.indexArgument(arguments, 1, below: vector.length, operand: 1, "vector-set!")
        scheme.heap.set(vector, slot: index, arguments[2])
        return .unspecific
    }

    // MARK: Lists

    static func toList(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkVector(scheme, arguments[0], 0, "vector-length")
        let range = try scheme.rangeArguments(
            arguments, from: 1, count: arguments[0].length, operand: 1, "subvector->list")
        return try list(scheme, arguments[0], range)
    }

    static func subvectorToList(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkVector(scheme, arguments[0], 0, "subvector->list")
        let range = try scheme.rangeArguments(
            arguments, from: 1, count: arguments[0].length, operand: 1, "subvector->list")
        return try list(scheme, arguments[0], range)
    }

    private static func list(_ scheme: Interpreter, _ vector: Value, _ range: Range<Int>) throws(Signal) -> Value {
        try scheme.ensureRoom(forWords: range.count * 2)
        var result = Value.null
        for index in range.reversed() { result = scheme.heap.cons(vector[slot: index], result) }
        return result
    }

    static func listToVector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard let count = arguments[0].properListLength else {
            throw scheme.wrongType(arguments[0], 0, "list->vector")
        }
        try scheme.ensureRoom(forWords: count + 1)
        let result = scheme.heap.vector(count: count, fill: .false)
        var rest = arguments[0]
        for index in 0..<count {
            scheme.heap.set(result, slot: index, rest.car)
            rest = rest.cdr
        }
        return result
    }

    // MARK: Filling and copying

    static func fill(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkVector(scheme, arguments[0], 0, "vector-length")
        let range = try scheme.rangeArguments(
            arguments, from: 2, count: arguments[0].length, operand: 1, "subvector-fill!")
        for index in range { scheme.heap.set(arguments[0], slot: index, arguments[1]) }
        return .unspecific
    }

    static func subvectorFill(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkVector(scheme, arguments[0], 0, "subvector-fill!")
        let range = try scheme.rangeArguments(
            arguments, from: 1, count: arguments[0].length, operand: 1, "subvector-fill!")
        for index in range { scheme.heap.set(arguments[0], slot: index, arguments[3]) }
        return .unspecific
    }

    private static func slice(_ scheme: Interpreter, _ vector: Value, _ range: Range<Int>) throws(Signal) -> Value {
        try scheme.ensureRoom(forWords: range.count + 1)
        let result = scheme.heap.vector(count: range.count, fill: .false)
        move(scheme, from: vector, range, to: result, at: 0)
        return result
    }

    /// Copies elements; the two ranges may overlap in one vector.
    private static func move(
        _ scheme: Interpreter, from source: Value, _ range: Range<Int>, to target: Value, at start: Int
    ) {
        if source == target && start > range.lowerBound {
            for index in range.reversed() {
                scheme.heap.set(target, slot: start + index - range.lowerBound, source[slot: index])
            }
        } else {
            for index in range {
                scheme.heap.set(target, slot: start + index - range.lowerBound, source[slot: index])
            }
        }
    }

    static func copy(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkVector(scheme, arguments[0], 0, "vector-length")
        let range = try scheme.rangeArguments(
            arguments, from: 1, count: arguments[0].length, operand: nil, "vector-copy")
        return try slice(scheme, arguments[0], range)
    }

    static func subvector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkVector(scheme, arguments[0], nil, "subvector")
        let range = try scheme.rangeArguments(
            arguments, from: 1, count: arguments[0].length, operand: nil, "subvector")
        return try slice(scheme, arguments[0], range)
    }

    static func head(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkVector(scheme, arguments[0], nil, "subvector")
        let end = try scheme.indexArgument(
            arguments, 1, below: arguments[0].length + 1, operand: nil, "subvector")
        return try slice(scheme, arguments[0], 0..<end)
    }

    static func tail(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkVector(scheme, arguments[0], nil, "subvector")
        let start = try scheme.indexArgument(
            arguments, 1, below: arguments[0].length + 1, operand: nil, "subvector")
        return try slice(scheme, arguments[0], start..<arguments[0].length)
    }

    static func copyInto(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let target = arguments[0]
        let source = arguments[2]
        try checkVector(scheme, target, 0, "vector-length")
        try checkVector(scheme, source, 0, "vector-length")
        let range = try scheme.rangeArguments(
            arguments, from: 3, count: source.length, operand: 1, "subvector-move-left!")
        let start = try scheme.indexArgument(
            arguments, 1, below: target.length - range.count + 1, operand: 4, "subvector-move-left!")
        move(scheme, from: source, range, to: target, at: start)
        return .unspecific
    }

    static func moveLeft(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try subvectorMove(scheme, arguments, "subvector-move-left!")
    }

    static func moveRight(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try subvectorMove(scheme, arguments, "subvector-move-right!")
    }

    private static func subvectorMove(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String
    ) throws(Signal) -> Value {
        let source = arguments[0]
        let target = arguments[3]
        try checkVector(scheme, source, 0, procedure)
        try checkVector(scheme, target, 3, procedure)
        let range = try scheme.rangeArguments(arguments, from: 1, count: source.length, operand: 1, procedure)
        let start = try scheme.indexArgument(
            arguments, 4, below: target.length - range.count + 1, operand: 4, procedure)
        let highestFirst = procedure.hasSuffix("right!")
        for step in 0..<range.count {
            let offset = highestFirst ? range.count - 1 - step : step
            scheme.heap.set(target, slot: start + offset, source[slot: range.lowerBound + offset])
        }
        return .unspecific
    }

    static func append(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        var total = 0
        for index in 0..<arguments.count {
            try checkVector(scheme, arguments[index], nil, "vector-append")
            total += arguments[index].length
        }
        try scheme.ensureRoom(forWords: total + 1)
        let result = scheme.heap.vector(count: total, fill: .false)
        var place = 0
        for index in 0..<arguments.count {
            let part = arguments[index]
            move(scheme, from: part, 0..<part.length, to: result, at: place)
            place += part.length
        }
        return result
    }

    static func grow(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let vector = arguments[0]
        try checkVector(scheme, vector, nil, "vector-grow")
        let count = try scheme.countArgument(arguments, 1, "vector-grow")
        guard count >= vector.length else { throw scheme.badRange(arguments[1], nil, "vector-grow") }
        guard count < 1 << 36 else { throw scheme.badRange(arguments[1], nil, "vector-grow") }
        try scheme.ensureRoom(forWords: count + 1)
        let result = scheme.heap.vector(count: count, fill: .false)
        move(scheme, from: vector, 0..<vector.length, to: result, at: 0)
        return result
    }

    static func last(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let vector = arguments[0]
        guard vector.isVector && vector.length > 0 else { throw scheme.wrongType(vector, nil, "vector-last") }
        return vector[slot: vector.length - 1]
    }

    /// `vector-first` to `vector-eighth`.
    private static let ordinals: [Primitive] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
    ].enumerated().map { index, name in
        Primitive("vector-\(name)", 1, "Element \(index) of a vector, counted from 0. MIT 8.2") {
            (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
            let vector = arguments[0]
            try checkVector(scheme, vector, 0, "vector-ref")
            guard index < vector.length else { throw scheme.badRange(Value(fixnum: index), 1, "vector-ref") }
            return vector[slot: index]
        }
    }
}
