/// Pairs: R7RS 6.4, `car` to `cddddr`.
enum PairPrimitives {
    static let table: [Primitive] =
        [
            Primitive("pair?", 1, "Whether the object is a pair. R7RS 6.4", isPair),
            Primitive("null?", 1, "Whether the object is the empty list. R7RS 6.4", isNull),
            Primitive("cons", 2, "A new pair. R7RS 6.4", cons),
            Primitive("car", 1, "The first field of a pair. R7RS 6.4", car),
            Primitive("cdr", 1, "The second field of a pair. R7RS 6.4", cdr),
            Primitive("set-car!", 2, "Stores into the first field of a pair. R7RS 6.4", setCar),
            Primitive("set-cdr!", 2, "Stores into the second field of a pair. R7RS 6.4", setCdr),
            Primitive("xcons", 2, "A pair with its fields given the other way round. SRFI 1", xcons),
        ] + compositions

    static func isPair(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isPair)
    }

    static func isNull(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isNull)
    }

    static func cons(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.cons(arguments[0], arguments[1])
    }

    static func xcons(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.cons(arguments[1], arguments[0])
    }

    static func car(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isPair else { throw scheme.wrongType(arguments[0], 0, "car") }
        return arguments[0].car
    }

    static func cdr(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isPair else { throw scheme.wrongType(arguments[0], 0, "cdr") }
        return arguments[0].cdr
    }

    static func setCar(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isPair else { throw scheme.wrongType(arguments[0], 0, "set-car!") }
        scheme.heap.setCar(arguments[0], arguments[1])
        return .unspecific
    }

    static func setCdr(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isPair else { throw scheme.wrongType(arguments[0], 0, "set-cdr!") }
        scheme.heap.setCdr(arguments[0], arguments[1])
        return .unspecific
    }

    /// `caar` to `cddddr`. As in MIT Scheme an error tells the object where the walk stopped.
    private static let compositions: [Primitive] = {
        var paths = [""]
        var rows: [Primitive] = []
        for depth in 1...4 {
            paths = paths.flatMap { ["a" + $0, "d" + $0] }
            guard depth > 1 else { continue }
            rows += paths.map { path in
                let takesCar = path.reversed().map { $0 == "a" }
                return Primitive("c\(path)r", 1, "A composition of `car` and `cdr`. R7RS 6.4, (scheme cxr)") {
                    (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
                    try walk(scheme, arguments[0], takesCar)
                }
            }
        }
        return rows
    }()

    private static func walk(_ scheme: Interpreter, _ object: Value, _ takesCar: [Bool]) throws(Signal) -> Value {
        var object = object
        for isCar in takesCar {
            guard object.isPair else { throw scheme.wrongType(object, nil, isCar ? "safe-car" : "safe-cdr") }
            object = isCar ? object.car : object.cdr
        }
        return object
    }
}
