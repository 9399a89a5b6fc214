/// A keyword's meaning as a heap object: `[kind, payload, environment]`; see `MacroKind`.
package enum MacroLayout {
    package static let kind = 0
    package static let payload = 1
    package static let environment = 2
}

/// A syntactic closure: `[environment, free names, form]`. The environment is a top-level one, or the object that stands
/// for a scope.
package enum SyntacticClosureLayout {
    package static let environment = 0
    package static let freeNames = 1
    package static let form = 2
}

/// The object that stands for a scope during an expansion, a `tagged` object: `[marker symbol, serial, top-level environment,
/// macros]`. The macros are an association list of identifiers and `macro` objects, for scopes that outlive their form.
enum ScopeObjectLayout {
    static let marker = 0
    static let serial = 1
    static let environment = 2
    static let macros = 3
}

extension Value {
    /// Whether a `macro` object is a transformer; the others are the keywords that MIT Scheme calls classifiers.
    package var isTransformer: Bool {
        guard self[slot: MacroLayout.kind].fixnum == MacroKind.special.rawValue else { return true }
        return SpecialForm(rawValue: UInt8(truncatingIfNeeded: self[slot: MacroLayout.payload].fixnum))?.isTransformer
            ?? false
    }

    /// Whether this is a symbol, or an alias of one.
    @inline(__always) package var isIdentifier: Bool {
        isType(.symbol) || (isType(.syntacticClosure) && isAliasClosure)
    }

    private var isAliasClosure: Bool {
        var form = self[slot: SyntacticClosureLayout.form]
        while form.isType(.syntacticClosure) { form = form[slot: SyntacticClosureLayout.form] }
        return form.isSymbol
    }

    /// The symbol at the bottom of an identifier.
    package var identifierSymbol: Value {
        var form = self
        while form.isType(.syntacticClosure) { form = form[slot: SyntacticClosureLayout.form] }
        return form
    }
}
