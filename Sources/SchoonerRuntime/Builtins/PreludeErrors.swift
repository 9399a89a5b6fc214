/// How procedures of the prelude refuse an argument: as MIT's library does, "passed as an argument to".
enum PreludeErrorPrimitives {
    static let table: [Primitive] = [
        Primitive("%wrong-type", 2, "Signals that the object has the wrong type for the caller, a symbol.", wrongType),
        Primitive("%bad-range", 2, "Signals that the object is out of range for the caller, a symbol.", badRange),
    ]

    static func wrongType(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        throw .raise(scheme.condition(.wrongTypeArgument, arguments[0], arguments[1], .false))
    }

    static func badRange(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        throw .raise(scheme.condition(.badRangeArgument, arguments[0], arguments[1], .false))
    }
}
