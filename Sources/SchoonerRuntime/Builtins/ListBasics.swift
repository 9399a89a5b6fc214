/// Making, measuring and cutting lists: R7RS 6.4, MIT reference manual 7.
enum ListPrimitives {
    static let table: [Primitive] =
        [
            Primitive("list?", 1, "Whether the object is a proper list. R7RS 6.4", isList),
            Primitive("list", 0..., "A new list of the arguments. R7RS 6.4", list),
            Primitive("cons*", 1..., "A list whose tail is the last argument. MIT 7.2", consStar),
            Primitive("list*", 1..., "Another name of `cons*`.", consStar),
            Primitive("make-list", 1...2, "A list of so many equal elements. R7RS 6.4", makeList),
            Primitive("iota", 1...3, "A list of numbers: count, start, step. MIT 7.2, SRFI 1", iota),
            Primitive("length", 1, "The length of a proper list. R7RS 6.4", length),
            Primitive("length+", 1, "The length of a list, #f for a circular one. SRFI 1", lengthPlus),
            Primitive("list-tail", 2, "What is left after so many elements. R7RS 6.4", listTail),
            Primitive("list-head", 2, "The first so many elements. MIT 7.4", listHead),
            Primitive("list-ref", 2, "The element at an index. R7RS 6.4", listRef),
            Primitive("list-set!", 3, "Stores at an index. R7RS 6.4", listSet),
            Primitive("sublist", 3, "The elements from start to end. MIT 7.4", sublist),
            Primitive("list-copy", 1, "A copy of the pairs of a list. R7RS 6.4", listCopy),
            Primitive("last-pair", 1, "The last pair of a list. MIT 7.4", lastPair),
            Primitive("last", 1, "The last element of a list. MIT 7.4, SRFI 1", last),
            Primitive("except-last-pair", 1, "A list without its last element. MIT 7.4", exceptLastPair),
            Primitive("except-last-pair!", 1, "Cuts the last element off. MIT 7.4", exceptLastPairInPlace),
        ] + ordinals

    static func isList(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].properListLength != nil)
    }

    static func list(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        collect(scheme, arguments, count: arguments.count, tail: .null)
    }

    static func consStar(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        collect(scheme, arguments, count: arguments.count - 1, tail: arguments[arguments.count - 1])
    }

    private static func collect(_ scheme: Interpreter, _ arguments: Arguments, count: Int, tail: Value) -> Value {
        var result = tail
        var index = count
        while index > 0 {
            index -= 1
            result = scheme.heap.cons(arguments[index], result)
        }
        return result
    }

    static func makeList(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let count = try scheme.countArgument(arguments, 0, "make-list")
        let fill = arguments.optional(1) ?? .unspecific
        guard count < Int.max / 64 else { throw .needsMemory(count) }
        try scheme.ensureRoom(forWords: count * 2)
        var result = Value.null
        for _ in 0..<count { result = scheme.heap.cons(fill, result) }
        return result
    }

    static func iota(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let count = try scheme.countArgument(arguments, 0, "iota")
        guard count < Int.max / 64 else { throw .needsMemory(count) }
        try scheme.ensureRoom(forWords: count * 4)
        let start = arguments.optional(1) ?? .zero
        let step = arguments.optional(2) ?? .one
        guard start.isNumber else { throw scheme.wrongType(start, nil, "iota") }
        guard step.isNumber else { throw scheme.wrongType(step, nil, "iota") }
        var result = Value.null
        if start.isFixnum && step.isFixnum {
            let (product, overflow) = step.fixnum.multipliedReportingOverflow(by: count)
            let (end, overflow2) = start.fixnum.addingReportingOverflow(product)
            if !overflow && !overflow2 && Value.fitsFixnum(end) {
                for index in stride(from: count - 1, through: 0, by: -1) {
                    result = scheme.heap.cons(Value(fixnum: start.fixnum + index * step.fixnum), result)
                }
                return result
            }
        } else if (start.isFlonum || start.isFixnum) && (step.isFlonum || step.isFixnum) {
            let first = start.isFlonum ? start.double : Double(start.fixnum)
            let difference = step.isFlonum ? step.double : Double(step.fixnum)
            for index in stride(from: count - 1, through: 0, by: -1) {
                result = scheme.heap.cons(scheme.heap.flonum(first + Double(index) * difference), result)
            }
            return result
        }
        throw .call(scheme.libraryProcedure("%iota"), [arguments[0], start, step])
    }

    static func length(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard let length = arguments[0].properListLength else {
            throw scheme.wrongType(arguments[0], nil, "length")
        }
        return Value(fixnum: length)
    }

    static func lengthPlus(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard let spine = arguments[0].spine() else { return .false }
        guard spine.tail.isNull else { throw scheme.wrongType(arguments[0], nil, "length+") }
        return Value(fixnum: spine.count)
    }

    /// The place after `count` pairs; errors name the primitive that MIT's loop would have stopped in.
    private static func tail(_ scheme: Interpreter, _ list: Value, _ count: Int, _ stop: String) throws(Signal) -> Value
    {
        var rest = list
        for _ in 0..<count {
            guard rest.isPair else { throw scheme.wrongType(rest, 0, stop) }
            rest = rest.cdr
        }
        return rest
    }

    static func listTail(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try tail(scheme, arguments[0], try scheme.countArgument(arguments, 1, "list-tail"), "cdr")
    }

    static func listRef(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let rest = try tail(scheme, arguments[0], try scheme.countArgument(arguments, 1, "list-ref"), "cdr")
        guard rest.isPair else { throw scheme.wrongType(rest, 0, "car") }
        return rest.car
    }

    static func listSet(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let rest = try tail(scheme, arguments[0], try scheme.countArgument(arguments, 1, "list-set!"), "cdr")
        guard rest.isPair else { throw scheme.wrongType(rest, 0, "set-car!") }
        scheme.heap.setCar(rest, arguments[2])
        return .unspecific
    }

    static func listHead(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try head(scheme, arguments[0], try scheme.countArgument(arguments, 1, "list-head"))
    }

    static func sublist(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let end = try scheme.countArgument(arguments, 2, "sublist")
        let start = try scheme.countArgument(arguments, 1, "sublist")
        guard start <= end else { throw scheme.badRange(arguments[1], nil, "sublist") }
        return try head(scheme, try tail(scheme, arguments[0], start, "cdr"), end - start)
    }

    private static func head(_ scheme: Interpreter, _ list: Value, _ count: Int) throws(Signal) -> Value {
        var rest = list
        for _ in 0..<count {
            guard rest.isPair else { throw scheme.wrongType(rest, 0, "car") }
            rest = rest.cdr
        }
        try scheme.ensureRoom(forWords: count * 2)
        return ListBuilder.copy(scheme.heap, list, count: count, tail: .null)
    }

    static func listCopy(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard let spine = arguments[0].spine() else { throw scheme.wrongType(arguments[0], nil, "list-copy") }
        try scheme.ensureRoom(forWords: spine.count * 2)
        return ListBuilder.copy(scheme.heap, arguments[0], count: spine.count, tail: spine.tail)
    }

    private static func findLastPair(_ scheme: Interpreter, _ list: Value, _ procedure: String) throws(Signal) -> Value
    {
        guard list.isPair, let count = list.spine()?.count else { throw scheme.wrongType(list, nil, procedure) }
        return try tail(scheme, list, count - 1, procedure)
    }

    static func lastPair(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try findLastPair(scheme, arguments[0], "last-pair")
    }

    static func last(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try findLastPair(scheme, arguments[0], "last-pair").car
    }

    static func exceptLastPair(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isPair, let count = arguments[0].spine()?.count else {
            throw scheme.wrongType(arguments[0], nil, "except-last-pair")
        }
        try scheme.ensureRoom(forWords: count * 2)
        return ListBuilder.copy(scheme.heap, arguments[0], count: count - 1, tail: .null)
    }

    static func exceptLastPairInPlace(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isPair, let count = arguments[0].spine()?.count else {
            throw scheme.wrongType(arguments[0], nil, "except-last-pair!")
        }
        if count == 1 { return .null }
        scheme.heap.setCdr(try tail(scheme, arguments[0], count - 2, "cdr"), .null)
        return arguments[0]
    }

    /// `first` to `tenth`.
    private static let ordinals: [Primitive] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ].enumerated().map { position, name in
        Primitive(name, 1, "Element \(position) of a list, counted from 0. MIT 7.4, SRFI 1") {
            (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
            var rest = arguments[0]
            for _ in 0..<position {
                guard rest.isPair else { throw scheme.wrongType(rest, nil, "safe-cdr") }
                rest = rest.cdr
            }
            guard rest.isPair else { throw scheme.wrongType(rest, nil, "safe-car") }
            return rest.car
        }
    }
}

/// Builds a list front to back.
struct ListBuilder {
    private let heap: Heap
    private(set) var head = Value.null
    private var last = Value.null

    init(_ heap: Heap) { self.heap = heap }

    mutating func append(_ element: Value) {
        let pair = heap.cons(element, .null)
        if last.isNull { head = pair } else { heap.setCdr(last, pair) }
        last = pair
    }

    /// The list, with its tail put in place.
    func finish(tail: Value = .null) -> Value {
        if last.isNull { return tail }
        if !tail.isNull { heap.setCdr(last, tail) }
        return head
    }

    /// A copy of the first `count` pairs in front of a tail.
    static func copy(_ heap: Heap, _ list: Value, count: Int, tail: Value) -> Value {
        var builder = ListBuilder(heap)
        var rest = list
        for _ in 0..<count {
            builder.append(rest.car)
            rest = rest.cdr
        }
        return builder.finish(tail: tail)
    }
}
