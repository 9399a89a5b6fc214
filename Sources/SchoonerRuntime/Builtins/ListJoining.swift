/// Joining and reversing lists: R7RS 6.4, MIT reference manual 7.5.
enum ListJoiningPrimitives {
    static let table: [Primitive] = [
        Primitive("append", 0..., "The lists joined; the last is shared. R7RS 6.4", append),
        Primitive("append!", 0..., "The lists joined by altering them. MIT 7.5", appendInPlace),
        Primitive("reverse", 1, "The elements the other way round. R7RS 6.4", reverse),
        Primitive("reverse!", 1, "The pairs turned round. MIT 7.5", reverseInPlace),
        Primitive("append-reverse", 2, "The first list turned round, in front of the second. SRFI 1", appendReverse),
        Primitive("append-reverse!", 2, "`append-reverse`, using up the first list. SRFI 1", appendReverseInPlace),
    ]

    static func append(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments.count > 0 else { return .null }
        var total = 0
        for index in 0..<arguments.count - 1 { total += try length(scheme, arguments[index], "append") }
        try scheme.ensureRoom(forWords: total * 2)
        var result = arguments[arguments.count - 1]
        for index in stride(from: arguments.count - 2, through: 0, by: -1) where arguments[index].isPair {
            let count = arguments.count == 2 ? total : try length(scheme, arguments[index], "append")
            result = ListBuilder.copy(scheme.heap, arguments[index], count: count, tail: result)
        }
        return result
    }

    /// The length of a proper list; the error tells what ends an improper one.
    private static func length(_ scheme: Interpreter, _ list: Value, _ procedure: String) throws(Signal) -> Int {
        guard let spine = list.spine() else { throw scheme.wrongType(list, nil, procedure) }
        guard spine.tail.isNull else { throw scheme.wrongType(spine.tail, nil, procedure) }
        return spine.count
    }

    static func appendInPlace(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        var result = Value.null
        var last = Value.null
        for index in 0..<arguments.count {
            let list = arguments[index]
            if index < arguments.count - 1 {
                if list.isNull { continue }
                guard list.isPair, let count = list.spine()?.count else {
                    throw scheme.wrongType(list, nil, "append!")
                }
                if last.isNull { result = list } else { scheme.heap.setCdr(last, list) }
                last = list
                for _ in 1..<count { last = last.cdr }
            } else if last.isNull {
                result = list
            } else {
                scheme.heap.setCdr(last, list)
            }
        }
        return result
    }

    static func reverse(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try reverse(scheme, arguments[0], onto: .null)
    }

    static func appendReverse(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try reverse(scheme, arguments[0], onto: arguments[1])
    }

    private static func reverse(_ scheme: Interpreter, _ list: Value, onto tail: Value) throws(Signal) -> Value {
        let count = try length(scheme, list, "append-reverse")
        try scheme.ensureRoom(forWords: count * 2)
        var result = tail
        var rest = list
        for _ in 0..<count {
            result = scheme.heap.cons(rest.car, result)
            rest = rest.cdr
        }
        return result
    }

    static func reverseInPlace(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try reverseInPlace(scheme, arguments[0], onto: .null)
    }

    static func appendReverseInPlace(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try reverseInPlace(scheme, arguments[0], onto: arguments[1])
    }

    private static func reverseInPlace(
        _ scheme: Interpreter, _ list: Value, onto tail: Value
    ) throws(Signal) -> Value {
        _ = try length(scheme, list, "append-reverse!")
        var result = tail
        var rest = list
        while rest.isPair {
            let next = rest.cdr
            scheme.heap.setCdr(rest, result)
            result = rest
            rest = next
        }
        return result
    }
}
