/// Cells, weak pairs and ephemerons: MIT reference manual 10.2, 10.7.
enum WeakObjectPrimitives {
    static let table: [Primitive] = [
        Primitive("cell?", 1, "Whether the object is a cell. MIT 10.2") { (_, arguments) throws(Signal) -> Value in
            Value(arguments[0].isType(.cell))
        },
        Primitive("make-cell", 0...1, "A cell with the contents. MIT 10.2", makeCell),
        Primitive("cell-contents", 1, "The contents of a cell. MIT 10.2", cellContents),
        Primitive("set-cell-contents!", 2, "Stores into a cell. MIT 10.2", setCellContents),
        Primitive("weak-pair?", 1, "Whether the object is a weak pair. MIT 10.7") {
            (_, arguments) throws(Signal) -> Value in Value(arguments[0].isType(.weakPair))
        },
        Primitive("weak-cons", 2, "A pair that does not keep its car alive. MIT 10.7", weakCons),
        Primitive("weak-pair/car?", 1, "Whether a weak pair's car is still there. MIT 10.7", hasWeakCar),
        Primitive("weak-car", 1, "The car of a weak pair; #f when it has died. MIT 10.7", weakCar),
        Primitive("weak-cdr", 1, "The cdr of a weak pair. MIT 10.7", weakCdr),
        Primitive("weak-set-car!", 2, "Stores into the car of a weak pair. MIT 10.7", setWeakCar),
        Primitive("weak-set-cdr!", 2, "Stores into the cdr of a weak pair. MIT 10.7", setWeakCdr),
        Primitive("ephemeron?", 1, "Whether the object is an ephemeron. MIT 10.7") {
            (_, arguments) throws(Signal) -> Value in Value(arguments[0].isType(.ephemeron))
        },
        Primitive("make-ephemeron", 2, "Holds a datum while its key lives. MIT 10.7", makeEphemeron),
        Primitive("ephemeron-key", 1, "The key of an ephemeron; #f when it has died. MIT 10.7", ephemeronKey),
        Primitive(
            "ephemeron-datum", 1, "The datum of an ephemeron; #f when the key has died. MIT 10.7", ephemeronDatum),
        Primitive("ephemeron-broken?", 1, "Whether the key of an ephemeron has died. MIT 10.7", isBroken),
        Primitive("reference-barrier", 1, "Keeps the object alive up to this call. MIT 10.7", referenceBarrier),
    ]

    private static func check(
        _ scheme: Interpreter, _ value: Value, _ type: ObjectType, _ procedure: String
    ) throws(Signal) -> Value {
        guard value.isType(type) else { throw scheme.wrongType(value, 0, procedure) }
        return value
    }

    static func makeCell(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.object(.cell, arguments.optional(0) ?? .unspecific)
    }

    static func cellContents(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try check(scheme, arguments[0], .cell, "cell-contents")[slot: 0]
    }

    static func setCellContents(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.set(try check(scheme, arguments[0], .cell, "set-cell-contents!"), slot: 0, arguments[1])
        return .unspecific
    }

    static func weakCons(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.object(.weakPair, storedCar(arguments[0]), arguments[1])
    }

    /// The collector leaves #f where a car has died, so an honest #f is stored as an unusual constant.
    private static func storedCar(_ value: Value) -> Value { value.isFalse ? .tombstone : value }

    static func hasWeakCar(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let car = try check(scheme, arguments[0], .weakPair, "weak-pair/car?")[slot: 0]
        return Value(car.isTrue && !scheme.heap.isDoomed(car))
    }

    static func weakCar(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let car = try check(scheme, arguments[0], .weakPair, "weak-car")[slot: 0]
        return car == .tombstone || scheme.heap.isDoomed(car) ? .false : car
    }

    static func weakCdr(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try check(scheme, arguments[0], .weakPair, "weak-cdr")[slot: 1]
    }

    static func setWeakCar(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let pair = try check(scheme, arguments[0], .weakPair, "weak-set-car!")
        scheme.heap.set(pair, slot: 0, storedCar(arguments[1]))
        return .unspecific
    }

    static func setWeakCdr(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.set(try check(scheme, arguments[0], .weakPair, "weak-set-cdr!"), slot: 1, arguments[1])
        return .unspecific
    }

    static func makeEphemeron(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.object(.ephemeron, storedCar(arguments[0]), arguments[1])
    }

    private static func ephemeron(_ scheme: Interpreter, _ value: Value, _ procedure: String) throws(Signal) -> Value {
        guard value.isType(.ephemeron) else { throw scheme.wrongType(value, nil, procedure) }
        return value
    }

    static func ephemeronKey(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let key = try ephemeron(scheme, arguments[0], "ephemeron-key")[slot: 0]
        return key == .tombstone || scheme.heap.isDoomed(key) ? .false : key
    }

    static func ephemeronDatum(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let ephemeron = try ephemeron(scheme, arguments[0], "ephemeron-datum")
        return scheme.heap.isDoomed(ephemeron[slot: 0]) ? .false : ephemeron[slot: 1]
    }

    static func isBroken(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let key = try ephemeron(scheme, arguments[0], "ephemeron-broken?")[slot: 0]
        return Value(key.isFalse || scheme.heap.isDoomed(key))
    }

    static func referenceBarrier(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        .unspecific
    }
}
