/// Objects that can be called and carry something besides: MIT reference manual 12.5. An entity gets itself as first argument.
enum ApplyHookPrimitives {
    static let table: [Primitive] = [
        Primitive("make-apply-hook", 2, "A callable object: procedure and extra. MIT 12.5", makeApplyHook),
        Primitive("apply-hook?", 1, "Whether the object is an apply hook. MIT 12.5") {
            (_, arguments) throws(Signal) -> Value in Value(arguments[0].isType(.applyHook))
        },
        Primitive("apply-hook-procedure", 1, "The procedure of an apply hook. MIT 12.5") {
            (scheme, arguments) throws(Signal) -> Value in
            try part(scheme, arguments, .applyHook, 0, "apply-hook-procedure")
        },
        Primitive("apply-hook-extra", 1, "What an apply hook carries. MIT 12.5") {
            (scheme, arguments) throws(Signal) -> Value in
            try part(scheme, arguments, .applyHook, 1, "apply-hook-extra")
        },
        Primitive("set-apply-hook-procedure!", 2, "Changes the procedure of an apply hook. MIT 12.5") {
            (scheme, arguments) throws(Signal) -> Value in
            try setPart(scheme, arguments, .applyHook, 0, "set-apply-hook-procedure!")
        },
        Primitive("set-apply-hook-extra!", 2, "Changes what an apply hook carries. MIT 12.5") {
            (scheme, arguments) throws(Signal) -> Value in
            try setPart(scheme, arguments, .applyHook, 1, "set-apply-hook-extra!")
        },
        Primitive("make-entity", 2, "A callable object that is its procedure's first argument. MIT 12.5", makeEntity),
        Primitive("entity?", 1, "Whether the object is an entity. MIT 12.5") {
            (_, arguments) throws(Signal) -> Value in Value(arguments[0].isType(.entity))
        },
        Primitive("entity-procedure", 1, "The procedure of an entity. MIT 12.5") {
            (scheme, arguments) throws(Signal) -> Value in
            try part(scheme, arguments, .entity, 0, "entity-procedure")
        },
        Primitive("entity-extra", 1, "What an entity carries. MIT 12.5") {
            (scheme, arguments) throws(Signal) -> Value in
            try part(scheme, arguments, .entity, 1, "entity-extra")
        },
        Primitive("set-entity-procedure!", 2, "Changes the procedure of an entity. MIT 12.5") {
            (scheme, arguments) throws(Signal) -> Value in
            try setPart(scheme, arguments, .entity, 0, "set-entity-procedure!")
        },
        Primitive("set-entity-extra!", 2, "Changes what an entity carries. MIT 12.5") {
            (scheme, arguments) throws(Signal) -> Value in
            try setPart(scheme, arguments, .entity, 1, "set-entity-extra!")
        },
    ]

    static func makeApplyHook(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.object(.applyHook, arguments[0], arguments[1])
    }

    static func makeEntity(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.object(.entity, arguments[0], arguments[1])
    }

    private static func part(
        _ scheme: Interpreter, _ arguments: Arguments, _ type: ObjectType, _ slot: Int, _ procedure: String
    ) throws(Signal) -> Value {
        guard arguments[0].isType(type) else { throw scheme.wrongType(arguments[0], nil, procedure) }
        return arguments[0][slot: slot]
    }

    private static func setPart(
        _ scheme: Interpreter, _ arguments: Arguments, _ type: ObjectType, _ slot: Int, _ procedure: String
    ) throws(Signal) -> Value {
        guard arguments[0].isType(type) else { throw scheme.wrongType(arguments[0], nil, procedure) }
        scheme.heap.set(arguments[0], slot: slot, arguments[1])
        return .unspecific
    }
}
