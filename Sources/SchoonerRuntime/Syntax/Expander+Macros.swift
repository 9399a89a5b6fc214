// Syntax definitions, transformers, and the expansion of macro uses.

extension Expander {
    /// Reads `(define-syntax name transformer)`.
    func syntaxDefinition(_ form: Value, _ scope: Scope) throws(Signal) -> (name: Value, denotation: Denotation) {
        let elements = try parts(form, 3, 3)
        guard elements[1].isIdentifier else { throw illFormed(form) }
        return (elements[1], try transformer(elements[2], scope))
    }

    /// Binds the keywords of `let-syntax` and its kin; gives the body and the scope in which it is expanded.
    /// In MIT programs, and at top level, definitions in the body belong to the place around the form, as in MIT Scheme.
    func bindSyntaxes(_ special: SpecialForm, _ form: Value, _ scope: Scope) throws(Signal) -> (Value, Scope) {
        guard form.cdr.isPair, let bindings = properElements(form.cdr.car), form.cdr.cdr.isPair else {
            throw illFormed(form)
        }
        var inner = makeScope(scope, receivesDefinitions: false)
        for binding in bindings {
            guard let fields = properElements(binding), fields.count == 2, fields[0].isIdentifier else {
                throw illFormed(form)
            }
            switch special {
            case .letSyntax: inner.bind(fields[0], try transformer(fields[1], scope))
            case .letrecSyntax: inner.bind(fields[0], try transformer(fields[1], inner))
            default:
                let denotation = try transformer(fields[1], inner)
                inner = makeScope(inner, receivesDefinitions: false)
                inner.bind(fields[0], denotation)
            }
        }
        return (form.cdr.cdr, inner)
    }

    // MARK: Transformers

    /// The meaning that a transformer expression gives to a keyword.
    func transformer(_ expression: Value, _ scope: Scope) throws(Signal) -> Denotation {
        if expression.isIdentifier {
            let denotation = resolve(expression, scope)
            switch denotation {
            case .special, .macro: return denotation
            default: throw notAKeyword(expression)
            }
        }
        let head = try head(expression, scope)
        if head.form.isIdentifier { return try transformer(head.form, head.scope) }
        switch head.special {
        case .syntaxRules:
            return .macro(try syntaxRules(head.form, head.scope))
        case .scMacroTransformer: return try procedural(.syntacticClosure, head)
        case .rscMacroTransformer: return try procedural(.reversedSyntacticClosure, head)
        case .erMacroTransformer: return try procedural(.explicitRenaming, head)
        default: throw notAKeyword(expression)
        }
    }

    private func notAKeyword(_ expression: Value) -> Signal {
        interpreter.syntaxError("Keyword binding value must be a keyword:", stripForReport(expression))
    }

    /// Evaluates the expression of a procedural transformer, in the top-level environment.
    private func procedural(_ kind: MacroKind, _ head: Head) throws(Signal) -> Denotation {
        let expression = try parts(head.form, 2, 2)[1]
        let saved = oldestVisibleScope
        defer { oldestVisibleScope = saved }
        interpreter.scopeCount += 1
        oldestVisibleScope = interpreter.scopeCount
        let core = try expand(expression, head.scope)
        let procedure = try whileActive { () throws(Signal) in
            try interpreter.evaluateCore(core, head.scope.environment)
        }
        return .macro(Macro(kind: kind, payload: procedure, scope: head.scope))
    }

    // MARK: Uses

    /// Expands a macro use once. Gives the result and the scope in which it is to be expanded.
    func expandMacro(_ macro: Macro, _ form: Value, _ scope: Scope) throws(Signal) -> (Value, Scope) {
        mayHoldAliases = true
        switch macro.kind {
        case .syntaxRules:
            var rules = SyntaxRules(self, macro, useScope: scope)
            return (try rules.expand(form), scope)
        case .syntacticClosure:
            let result = try transform(macro, [form, object(for: scope)])
            return (result, makeScope(macro.scope))
        case .reversedSyntacticClosure:
            return (try transform(macro, [form, object(for: macro.scope)]), scope)
        case .explicitRenaming:
            let driver = try systemProcedure("%apply-er-transformer")
            let arguments = [macro.payload, form, object(for: macro.scope), object(for: scope)]
            return (try whileActive { () throws(Signal) in try interpreter.applyTransformer(driver, arguments) }, scope)
        case .special: throw illFormed(form)
        }
    }

    private func transform(_ macro: Macro, _ arguments: [Value]) throws(Signal) -> Value {
        try whileActive { () throws(Signal) in try interpreter.applyTransformer(macro.payload, arguments) }
    }

    /// Runs Scheme code that may ask about identifiers (`identifier=?`, `capture-syntactic-environment`).
    func whileActive(_ body: () throws(Signal) -> Value) throws(Signal) -> Value {
        let outer = interpreter.activeExpander
        interpreter.activeExpander = self
        defer { interpreter.activeExpander = outer }
        return try body()
    }

    private func systemProcedure(_ name: String) throws(Signal) -> Value {
        guard let cell = heap.lookUpCell(interpreter.systemEnvironment, heap.intern(name)) else {
            throw interpreter.simpleError("Missing library procedure:", heap.intern(name))
        }
        return cell[slot: CellLayout.value]
    }
}
