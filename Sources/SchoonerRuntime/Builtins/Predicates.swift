/// Booleans and the type predicates that belong to no other table: R7RS 6.3, 6.5, 6.10.
enum PredicatePrimitives {
    static let table: [Primitive] = [
        Primitive("not", 1, "Whether the object is #f. R7RS 6.3") { (_, arguments) throws(Signal) -> Value in
            Value(arguments[0].isFalse)
        },
        Primitive("false?", 1, "Whether the object is #f. MIT 5.1") { (_, arguments) throws(Signal) -> Value in
            Value(arguments[0].isFalse)
        },
        Primitive("boolean?", 1, "Whether the object is #t or #f. R7RS 6.3") {
            (_, arguments) throws(Signal) -> Value in Value(arguments[0].isFalse || arguments[0] == .true)
        },
        Primitive("boolean=?", 2..., "Whether all booleans are the same. R7RS 6.3", areSameBooleans),
        Primitive("symbol?", 1, "Whether the object is a symbol. R7RS 6.5") { (_, arguments) throws(Signal) -> Value in
            Value(arguments[0].isSymbol)
        },
        Primitive("procedure?", 1, "Whether the object can be called. R7RS 6.10") {
            (_, arguments) throws(Signal) -> Value in Value(arguments[0].isProcedure)
        },
        Primitive("primitive-procedure?", 1, "Whether the object is a procedure of the runtime. MIT 12.1") {
            (_, arguments) throws(Signal) -> Value in Value(arguments[0].isType(.primitive))
        },
        Primitive("default-object", 0, "The object that stands for a missing argument. MIT 12.1") {
            (_, _) throws(Signal) -> Value in .default
        },
    ]

    static func areSameBooleans(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        var areSame = true
        for index in 0..<arguments.count {
            guard arguments[index].isFalse || arguments[index] == .true else {
                throw scheme.wrongType(arguments[index], nil, "boolean=?")
            }
            if arguments[index] != arguments[0] { areSame = false }
        }
        return Value(areSame)
    }
}
