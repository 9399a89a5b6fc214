/// What an environment's table of names can be told beyond definitions: MIT Scheme 12.1.
enum EnvironmentLinkPrimitives {
    static let table: [Primitive] = [
        Primitive("%link-variable!", 4, "Makes a name in an environment share another's variable.", link),
        Primitive("%unbind-variable!", 2, "Takes a name's meaning away; whether it had one.", unbind),
        Primitive("%environment-macro", 2, "The keyword that a name means, or #f.", macro),
        Primitive("%define-in-environment!", 3, "Gives a name a value, which may be a keyword.", define),
        Primitive("%set-user-environment!", 1, "Changes the environment that programs are loaded into.", setUser),
    ]

    private static func check(
        _ scheme: Interpreter, _ arguments: Arguments, _ index: Int, _ procedure: String
    ) throws(Signal) {
        guard arguments[index].isType(.environment) else {
            throw scheme.wrongType(arguments[index], index, procedure)
        }
        guard arguments[index + 1].isSymbol else {
            throw scheme.wrongType(arguments[index + 1], index + 1, procedure)
        }
    }

    static func link(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try check(scheme, arguments, 0, "link-variables")
        try check(scheme, arguments, 2, "link-variables")
        guard let cell = scheme.heap.lookUpCell(arguments[2], arguments[3]), cell[slot: CellLayout.value] != .unbound
        else { throw .raise(scheme.condition(.unboundVariable, arguments[2], arguments[3])) }
        scheme.heap.bind(arguments[0], arguments[1], to: cell)
        return .unspecific
    }

    static func unbind(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try check(scheme, arguments, 0, "unbind-variable")
        guard let cell = scheme.heap.ownCell(arguments[0], arguments[1]), cell[slot: CellLayout.value] != .unbound
        else { return .false }
        scheme.define(cell, .unbound)
        return .true
    }

    static func macro(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try check(scheme, arguments, 0, "environment-lookup-macro")
        let value = scheme.heap.lookUpCell(arguments[0], arguments[1])?[slot: CellLayout.value] ?? .unbound
        return value.isType(.macro) ? value : .false
    }

    static func define(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try check(scheme, arguments, 0, "environment-define-macro")
        scheme.define(scheme.heap.cell(arguments[0], arguments[1]), arguments[2])
        return .unspecific
    }

    static func setUser(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isType(.environment) else {
            throw scheme.wrongType(arguments[0], 0, "set-repl/environment!")
        }
        scheme.userEnvironmentRoot.pointee = arguments[0]
        return .unspecific
    }
}
