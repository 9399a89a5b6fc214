/// Procedures on identifiers and syntactic closures, for the writers of macros. MIT Reference 2.12.3.
package enum SyntaxPrimitives {
    package static let table: [Primitive] = [
        Primitive("close-syntax", 2, "The form closed in the environment. MIT 2.12.3.", closeSyntax),
        Primitive(
            "make-syntactic-closure", 3,
            "The form closed in the environment but for the free names. MIT 2.12.3.", makeSyntacticClosure),
        Primitive(
            "syntactic-closure?", 1, "Whether the object is a syntactic closure. MIT 2.12.3.", isSyntacticClosure),
        Primitive("identifier?", 1, "Whether the object is a symbol or an alias of one. MIT 2.12.3.", isIdentifier),
        Primitive(
            "identifier=?", 4, "Whether two identifiers, each after its environment, mean the same. MIT 2.12.3.",
            identifiersMatch),
        Primitive("identifier->symbol", 1, "The symbol that an identifier renames. MIT 2.12.3.", identifierSymbol),
        Primitive(
            "default-object?", 1, "Whether an optional parameter got no argument. MIT 2.1", isDefaultObject),
        Primitive(
            "make-synthetic-identifier", 1, "A new identifier with the name of another. MIT 12.1", makeSynthetic),
        Primitive("strip-syntactic-closures", 1, "The form with symbols for aliases.", stripClosures),
        Primitive("syntactic-environment?", 1, "Whether a form can be closed in the object.", isSyntacticEnvironment),
        Primitive(
            "capture-syntactic-environment", 1,
            "A form whose expansion is what the procedure makes of the environment there. MIT 2.12.3.", capture),
        Primitive(
            "%expand-macro", 2, "A list of what the macro use stands for in an environment, or #f for any other form.",
            expandMacro),
    ]

    private static func isEnvironment(_ object: Value) -> Bool {
        object.isType(.environment) || (object.isType(.tagged) && object.length == 4)
    }

    private static func requireEnvironment(_ scheme: Interpreter, _ object: Value, _ operand: Int, _ name: String)
        throws(Signal)
    {
        guard isEnvironment(object) else { throw scheme.wrongType(object, operand, name) }
    }

    /// A closure of the form; data that mean the same everywhere stay themselves.
    private static func close(_ scheme: Interpreter, _ form: Value, _ environment: Value, _ free: Value) -> Value {
        if form.isPair || form.isSymbol || form.isType(.syntacticClosure) {
            return scheme.heap.object(.syntacticClosure, environment, free, form)
        }
        return form
    }

    static func closeSyntax(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        try requireEnvironment(scheme, args[1], 1, "close-syntax")
        return close(scheme, args[0], args[1], .null)
    }

    static func makeSyntacticClosure(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        try requireEnvironment(scheme, args[0], 0, "make-syntactic-closure")
        guard args[1].properListLength != nil else { throw scheme.wrongType(args[1], 1, "make-syntactic-closure") }
        let form = args[2]
        let free = args[1].listElements().elements
        for name in free where !name.isIdentifier { throw scheme.wrongType(args[1], 1, "make-syntactic-closure") }
        // A free identifier closed is itself.
        if form.isIdentifier { return free.contains(form) ? form : close(scheme, form, args[0], .null) }
        return close(scheme, form, args[0], args[1])
    }

    static func isSyntacticClosure(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        Value(args[0].isType(.syntacticClosure))
    }

    static func isIdentifier(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        Value(args[0].isIdentifier)
    }

    static func identifiersMatch(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        try requireEnvironment(scheme, args[0], 0, "identifier=?")
        guard args[1].isIdentifier else { throw scheme.wrongType(args[1], 1, "identifier=?") }
        try requireEnvironment(scheme, args[2], 2, "identifier=?")
        guard args[3].isIdentifier else { throw scheme.wrongType(args[3], 3, "identifier=?") }
        let expander = scheme.activeExpander ?? Expander(interpreter: scheme, environment: scheme.systemEnvironment)
        return Value(
            expander.sameBinding(
                args[1], expander.scope(named: args[0], near: expander.topScope),
                args[3], expander.scope(named: args[2], near: expander.topScope)))
    }

    static func identifierSymbol(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        guard args[0].isIdentifier else { throw scheme.wrongType(args[0], 0, "identifier->symbol") }
        return args[0].identifierSymbol
    }

    static func isDefaultObject(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        Value(args[0].isDefault)
    }

    static func makeSynthetic(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        guard args[0].isIdentifier else { throw scheme.wrongType(args[0], 0, "make-synthetic-identifier") }
        return scheme.heap.uninternedSymbol(name: args[0].identifierSymbol.symbolName)
    }

    static func stripClosures(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        try stripSyntax(args[0], scheme)
    }

    static func isSyntacticEnvironment(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        Value(isEnvironment(args[0]))
    }

    static func capture(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        guard args[0].isProcedure else { throw scheme.wrongType(args[0], 0, "capture-syntactic-environment") }
        return scheme.heap.object(.syntacticClosure, .false, .null, args[0])
    }

    /// One step only; names that the macro brought in are symbols in the result.
    static func expandMacro(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        guard args[1].isType(.environment) else { throw scheme.wrongType(args[1], 1, "macroexpand") }
        let expander = Expander(interpreter: scheme, environment: args[1])
        guard args[0].isPair, args[0].car.isIdentifier,
            case .macro(let macro) = expander.resolve(args[0].car, expander.topScope)
        else { return .false }
        let (expansion, _) = try expander.expandMacro(macro, args[0], expander.topScope)
        return scheme.heap.cons(try stripSyntax(expansion, scheme), .null)
    }
}
