/// First-class top-level environments: MIT reference manual 13.1, 13.2.
enum EnvironmentPrimitives {
    static let table: [Primitive] = [
        Primitive("environment?", 1, "Whether the object is an environment. MIT 13.1", isEnvironment),
        Primitive(
            "top-level-environment?", 1, "Whether the object is a top-level environment. MIT 13.2", isEnvironment),
        Primitive("interpreter-environment?", 1, "Whether the object is an environment. MIT 13.3", isEnvironment),
        Primitive("system-global-environment?", 1, "Whether it is the library's environment. MIT 13.3", isSystem),
        Primitive("environment-has-parent?", 1, "Whether an environment inherits. MIT 13.1", hasParent),
        Primitive("environment-parent", 1, "The environment that an environment inherits from. MIT 13.1", parent),
        Primitive("environment-bound-names", 1, "The symbols that an environment itself binds. MIT 13.1", boundNames),
        Primitive("environment-macro-names", 1, "The keywords that an environment itself binds. MIT 13.1", macroNames),
        Primitive("environment-bindings", 1, "Its own names, each in a list with its value. MIT 13.1", bindings),
        Primitive("environment-name", 1, "The name of a top-level environment, or #f. MIT 12.1", name),
        Primitive("environment-reference-type", 2, "unbound, unassigned, macro or normal. MIT 13.1", referenceType),
        Primitive("environment-bound?", 2, "Whether a name means anything in an environment. MIT 13.1", isBound),
        Primitive("environment-assigned?", 2, "Whether a name has a value in an environment. MIT 13.1", isAssigned),
        Primitive("environment-lookup", 2, "The value of a name in an environment. MIT 13.1", lookUp),
        Primitive("environment-assignable?", 2, "Whether a name can be assigned there. MIT 13.1", isAssignable),
        Primitive("environment-definable?", 2, "Whether a name can be defined there. MIT 13.1", isDefinable),
        Primitive("environment-assign!", 3, "Assigns a variable of an environment. MIT 13.1", assign),
        Primitive("environment-define", 3, "Defines a variable in an environment. MIT 13.1", define),
        Primitive("extend-top-level-environment", 1...3, "A child with names and values. MIT 13.2", extend),
        Primitive("make-top-level-environment", 0...2, "A child of the library's, names and values. MIT 13.2", make),
        Primitive("make-root-top-level-environment", 0...2, "An environment without parent. MIT 13.2", makeRoot),
    ]

    private static func environment(
        _ scheme: Interpreter, _ value: Value, _ procedure: String
    ) throws(Signal) -> Value {
        guard value.isType(.environment) else { throw scheme.wrongType(value, nil, procedure) }
        return value
    }

    /// What the name means in the environment; `.unbound` when nothing.
    private static func meaning(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String
    ) throws(Signal) -> Value {
        let environment = try environment(scheme, arguments[0], procedure)
        guard arguments[1].isSymbol else { throw scheme.wrongType(arguments[1], 1, procedure) }
        let value = scheme.heap.lookUpCell(environment, arguments[1])?[slot: CellLayout.value] ?? .unbound
        if value == .unbound, try scheme.loadGlobal(arguments[1], seenFrom: environment) {
            return scheme.heap.lookUpCell(environment, arguments[1])?[slot: CellLayout.value] ?? .unbound
        }
        return value
    }

    static func isEnvironment(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isType(.environment))
    }

    static func isSystem(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0] == scheme.systemEnvironment)
    }

    static func hasParent(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let environment = try environment(scheme, arguments[0], "environment-has-parent?")
        return Value(environment[slot: EnvironmentLayout.parent].isType(.environment))
    }

    static func parent(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let parent = try environment(scheme, arguments[0], "environment-parent")[slot: EnvironmentLayout.parent]
        guard parent.isType(.environment) else { throw scheme.badRange(arguments[0], nil, "environment-parent") }
        return parent
    }

    static func name(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let environment = try environment(scheme, arguments[0], "environment-name")
        // As the packages of these names.
        if environment == scheme.systemEnvironment { return .null }
        if environment == scheme.userEnvironment { return scheme.heap.list([scheme.heap.intern("user")]) }
        return environment[slot: EnvironmentLayout.name]
    }

    // MARK: Names

    /// The environment's own names whose cells hold what `accepts` accepts.
    private static func names(
        _ scheme: Interpreter, _ environment: Value, where accepts: (Value) -> Bool
    ) -> [Value] {
        scheme.heap.boundNames(environment).filter { name in
            scheme.heap.ownCell(environment, name).map { accepts($0[slot: CellLayout.value]) } ?? false
        }
    }

    static func boundNames(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let environment = try environment(scheme, arguments[0], "environment-bound-names")
        return scheme.heap.list(names(scheme, environment) { !$0.isType(.macro) })
    }

    static func macroNames(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let environment = try environment(scheme, arguments[0], "environment-macro-names")
        return scheme.heap.list(names(scheme, environment) { $0.isType(.macro) })
    }

    static func bindings(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let environment = try environment(scheme, arguments[0], "environment-bindings")
        return scheme.heap.list(
            names(scheme, environment) { !$0.isType(.macro) }.map { name in
                let value = scheme.heap.ownCell(environment, name)?[slot: CellLayout.value] ?? .unassigned
                return value == .unassigned ? scheme.heap.list(name) : scheme.heap.list(name, value)
            })
    }

    static func referenceType(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let meaning = try meaning(scheme, arguments, "environment-reference-type")
        if meaning == .unbound { return scheme.heap.intern("unbound") }
        if meaning == .unassigned { return scheme.heap.intern("unassigned") }
        return scheme.heap.intern(meaning.isType(.macro) ? "macro" : "normal")
    }

    static func isBound(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(try meaning(scheme, arguments, "environment-bound?") != .unbound)
    }

    // MARK: Values

    /// The value that a variable reference gives, or the condition that it signals.
    private static func reference(_ scheme: Interpreter, _ meaning: Value, _ arguments: Arguments) throws(Signal)
        -> Value
    {
        if meaning == .unbound {
            throw .raise(scheme.condition(.unboundVariable, arguments[0], arguments[1]))
        }
        if meaning.isType(.macro) {
            throw .raise(scheme.condition(.macroBinding, arguments[0], arguments[1]))
        }
        return meaning
    }

    static func isAssigned(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let meaning = try meaning(scheme, arguments, "environment-assigned?")
        return Value(try reference(scheme, meaning, arguments) != .unassigned)
    }

    static func lookUp(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let meaning = try meaning(scheme, arguments, "environment-lookup")
        let value = try reference(scheme, meaning, arguments)
        if value == .unassigned {
            throw .raise(scheme.condition(.unassignedVariable, arguments[0], arguments[1]))
        }
        return value
    }

    static func isAssignable(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let meaning = try meaning(scheme, arguments, "environment-assignable?")
        return Value(meaning != .unbound && !meaning.isType(.macro))
    }

    static func isDefinable(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        _ = try meaning(scheme, arguments, "environment-definable?")
        return .true
    }

    static func assign(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let meaning = try meaning(scheme, arguments, "environment-assign!")
        _ = try reference(scheme, meaning, arguments)
        if let cell = scheme.heap.lookUpCell(arguments[0], arguments[1]) {
            scheme.assign(cell, arguments[2])
        }
        return .unspecific
    }

    static func define(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        _ = try meaning(scheme, arguments, "environment-define")
        scheme.define(scheme.heap.cell(arguments[0], arguments[1]), arguments[2])
        return arguments[1]
    }

    // MARK: New environments

    static func extend(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let parent = try environment(scheme, arguments[0], "extend-top-level-environment")
        return try new(scheme, parent, arguments, from: 1, "extend-top-level-environment")
    }

    static func make(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try new(scheme, scheme.systemEnvironment, arguments, from: 0, "make-top-level-environment")
    }

    static func makeRoot(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try new(scheme, .false, arguments, from: 0, "make-root-top-level-environment")
    }

    private static func new(
        _ scheme: Interpreter, _ parent: Value, _ arguments: Arguments, from position: Int, _ procedure: String
    ) throws(Signal) -> Value {
        let environment = scheme.heap.makeEnvironment(parent: parent)
        let names = arguments.optional(position) ?? .null
        guard names.properListLength != nil else { throw scheme.wrongType(names, nil, procedure) }
        var cells: [Value] = []
        for name in names.listElements().elements {
            guard name.isSymbol else { throw scheme.wrongType(names, nil, procedure) }
            let cell = scheme.heap.cell(environment, name)
            scheme.heap.set(cell, slot: CellLayout.value, .unassigned)
            cells.append(cell)
        }
        if let values = arguments.optional(position + 1) {
            guard let count = values.properListLength else { throw scheme.wrongType(values, nil, procedure) }
            guard count == cells.count else { throw scheme.badRange(values, nil, procedure) }
            for (cell, value) in zip(cells, values.listElements().elements) {
                scheme.heap.set(cell, slot: CellLayout.value, value)
            }
        }
        return environment
    }
}
