/// Searching lists with the three equivalences: R7RS 6.4, MIT reference manual 7.6 and 7.7.
/// A third argument (a predicate) sends the call to the prelude.
enum ListSearchPrimitives {
    static let table: [Primitive] = [
        Primitive("memq", 2, "The tail that begins with the object, by `eq?`. R7RS 6.4", memq),
        Primitive("memv", 2, "The tail that begins with the object, by `eqv?`. R7RS 6.4", memv),
        Primitive("member", 2...3, "The tail that begins with the object, by `equal?`. R7RS 6.4", member),
        Primitive("assq", 2, "The pair whose car is the object, by `eq?`. R7RS 6.4", assq),
        Primitive("assv", 2, "The pair whose car is the object, by `eqv?`. R7RS 6.4", assv),
        Primitive("assoc", 2...3, "The pair whose car is the object, by `equal?`. R7RS 6.4", assoc),
        Primitive("delq", 2, "The list without the object, by `eq?`. MIT 7.6", delq),
        Primitive("delv", 2, "The list without the object, by `eqv?`. MIT 7.6", delv),
        Primitive("delete", 2...3, "The list without the object, by `equal?`. MIT 7.6, SRFI 1", delete),
        Primitive("delq!", 2, "Takes the object out of the list, by `eq?`. MIT 7.6", delqInPlace),
        Primitive("delv!", 2, "Takes the object out of the list, by `eqv?`. MIT 7.6", delvInPlace),
        Primitive("delete!", 2...3, "Takes the object out of the list, by `equal?`. MIT 7.6", deleteInPlace),
        Primitive("del-assq", 2, "The association list without a key, by `eq?`. MIT 11.1", delAssq),
        Primitive("del-assv", 2, "The association list without a key, by `eqv?`. MIT 11.1", delAssv),
        Primitive("del-assoc", 2, "The association list without a key, by `equal?`. MIT 11.1", delAssoc),
        Primitive("del-assq!", 2, "Takes a key out of the association list, by `eq?`. MIT 11.1", delAssqInPlace),
        Primitive("del-assv!", 2, "Takes a key out of the association list, by `eqv?`. MIT 11.1", delAssvInPlace),
        Primitive("del-assoc!", 2, "Takes a key out of the association list, by `equal?`. MIT 11.1", delAssocInPlace),
    ]

    private typealias Equivalence = (Value, Value) -> Bool

    private static let eq: @Sendable (Value, Value) -> Bool = { $0 == $1 }
    private static let eqv: @Sendable (Value, Value) -> Bool = { $0.isEqv($1) }
    private static let equal: @Sendable (Value, Value) -> Bool = { $0.isEqual($1) }

    // MARK: Members

    @inline(__always) private static func findMember(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String, _ same: Equivalence
    ) throws(Signal) -> Value {
        let object = arguments[0]
        var rest = arguments[1]
        var rounds = CycleGuard()
        while rest.isPair {
            if same(object, rest.car) { return rest }
            if rounds.hasSeen(rest) { throw scheme.wrongType(arguments[1], nil, procedure) }
            rest = rest.cdr
        }
        guard rest.isNull else { throw scheme.wrongType(rest, nil, procedure) }
        return .false
    }

    static func memq(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try findMember(scheme, arguments, "memq") { $0 == $1 }
    }

    static func memv(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try findMember(scheme, arguments, "memv") { $0.isEqv($1) }
    }

    static func member(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if arguments.optional(2) != nil { throw .call(scheme.libraryProcedure("%member"), arguments.all) }
        return try findMember(scheme, arguments, "member") { $0.isEqual($1) }
    }

    // MARK: Associations

    @inline(__always) private static func findAssociation(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String, _ same: Equivalence
    ) throws(Signal) -> Value {
        let key = arguments[0]
        var rest = arguments[1]
        var rounds = CycleGuard()
        while rest.isPair {
            let entry = rest.car
            guard entry.isPair else { throw scheme.wrongType(arguments[1], nil, procedure) }
            if same(key, entry.car) { return entry }
            if rounds.hasSeen(rest) { throw scheme.wrongType(arguments[1], nil, procedure) }
            rest = rest.cdr
        }
        guard rest.isNull else { throw scheme.wrongType(rest, nil, procedure) }
        return .false
    }

    static func assq(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try findAssociation(scheme, arguments, "assq") { $0 == $1 }
    }

    static func assv(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try findAssociation(scheme, arguments, "assv") { $0.isEqv($1) }
    }

    static func assoc(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if arguments.optional(2) != nil { throw .call(scheme.libraryProcedure("%assoc"), arguments.all) }
        return try findAssociation(scheme, arguments, "assoc") { $0.isEqual($1) }
    }

    // MARK: Deletion

    /// The list without the elements that `drops` chooses, in new pairs.
    private static func copy(
        _ scheme: Interpreter, _ list: Value, _ procedure: String, without drops: (Value) -> Bool
    ) throws(Signal) -> Value {
        let count = try checkedLength(scheme, list, procedure)
        try scheme.ensureRoom(forWords: count * 2)
        var builder = ListBuilder(scheme.heap)
        var rest = list
        while rest.isPair {
            if !drops(rest.car) { builder.append(rest.car) }
            rest = rest.cdr
        }
        return builder.finish()
    }

    /// Takes the elements that `drops` chooses out of the list itself.
    private static func cut(
        _ scheme: Interpreter, _ list: Value, _ procedure: String, without drops: (Value) -> Bool
    ) throws(Signal) -> Value {
        _ = try checkedLength(scheme, list, procedure)
        var head = list
        while head.isPair && drops(head.car) { head = head.cdr }
        var last = head
        while last.isPair && last.cdr.isPair {
            if drops(last.cdr.car) { scheme.heap.setCdr(last, last.cdr.cdr) } else { last = last.cdr }
        }
        return head
    }

    private static func checkedLength(_ scheme: Interpreter, _ list: Value, _ procedure: String) throws(Signal) -> Int {
        guard let spine = list.spine() else { throw scheme.wrongType(list, nil, procedure) }
        guard spine.tail.isNull else { throw scheme.wrongType(spine.tail, nil, procedure) }
        return spine.count
    }

    static func delq(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try copy(scheme, arguments[1], "delq") { $0 == arguments[0] }
    }

    static func delv(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try copy(scheme, arguments[1], "delv") { arguments[0].isEqv($0) }
    }

    static func delete(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if arguments.optional(2) != nil { throw .call(scheme.libraryProcedure("%delete"), arguments.all) }
        return try copy(scheme, arguments[1], "delete") { arguments[0].isEqual($0) }
    }

    static func delqInPlace(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try cut(scheme, arguments[1], "delq!") { $0 == arguments[0] }
    }

    static func delvInPlace(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try cut(scheme, arguments[1], "delv!") { arguments[0].isEqv($0) }
    }

    static func deleteInPlace(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if arguments.optional(2) != nil { throw .call(scheme.libraryProcedure("%delete!"), arguments.all) }
        return try cut(scheme, arguments[1], "delete!") { arguments[0].isEqual($0) }
    }

    private static func checkAssociations(_ scheme: Interpreter, _ list: Value, _ procedure: String) throws(Signal) {
        var rest = list
        for _ in 0..<(try checkedLength(scheme, list, procedure)) {
            guard rest.car.isPair else { throw scheme.wrongType(rest.car, nil, procedure) }
            rest = rest.cdr
        }
    }

    private static func deleteAssociation(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String, inPlace: Bool, _ same: Equivalence
    ) throws(Signal) -> Value {
        try checkAssociations(scheme, arguments[1], procedure)
        let drops: (Value) -> Bool = { same(arguments[0], $0.car) }
        return inPlace
            ? try cut(scheme, arguments[1], procedure, without: drops)
            : try copy(scheme, arguments[1], procedure, without: drops)
    }

    static func delAssq(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try deleteAssociation(scheme, arguments, "del-assq", inPlace: false, eq)
    }

    static func delAssv(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try deleteAssociation(scheme, arguments, "del-assv", inPlace: false, eqv)
    }

    static func delAssoc(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try deleteAssociation(scheme, arguments, "del-assoc", inPlace: false, equal)
    }

    static func delAssqInPlace(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try deleteAssociation(scheme, arguments, "del-assq!", inPlace: true, eq)
    }

    static func delAssvInPlace(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try deleteAssociation(scheme, arguments, "del-assv!", inPlace: true, eqv)
    }

    static func delAssocInPlace(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try deleteAssociation(scheme, arguments, "del-assoc!", inPlace: true, equal)
    }
}
