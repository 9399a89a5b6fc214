// Forms at top level, where definitions are possible and `begin` splices.

extension Expander {
    /// A form with macros at its head expanded away.
    struct Head {
        var form: Value
        var scope: Scope
        /// The special form that it is a use of; nil for any other expression.
        var special: SpecialForm?
    }

    /// Expands macro uses until the form is a special form or a plain expression.
    func head(_ form: Value, _ scope: Scope) throws(Signal) -> Head {
        var head = Head(form: form, scope: scope, special: nil)
        var steps = 0
        while true {
            if head.form.isPair {
                guard head.form.car.isIdentifier else { return head }
                switch resolve(head.form.car, head.scope) {
                case .special(let special):
                    head.special = special
                    return head
                case .macro(let macro):
                    if let position = positions[head.form] { here = position }
                    (head.form, head.scope) = try expandMacro(macro, head.form, head.scope)
                default: return head
                }
            } else if head.form.isType(.syntacticClosure), !head.form.isIdentifier {
                let (inner, innerScope) = try open(head.form, head.scope)
                head.form = inner
                // Definitions in a closed form must not bind names in the environment where it was closed.
                head.scope = innerScope.isTopLevel ? makeScope(innerScope) : innerScope
            } else {
                return head
            }
            steps += 1
            if steps > 10 * Expander.maximumDepth { throw .abort(.recursionTooDeep) }
        }
    }

    func expandTopLevel(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        try enter()
        defer { leave() }
        let outer = here
        if let position = positions[form] { here = position }
        let core = try expandTopLevel(try head(form, scope))
        here = outer
        return core
    }

    private func expandTopLevel(_ head: Head) throws(Signal) -> Core {
        guard let special = head.special else { return try expand(head.form, head.scope) }
        switch special {
        case .begin: return try expandTopLevelSequence(head.form.cdr, head.scope, of: head.form)
        case .define, .defineIntegrable: return try expandTopLevelDefinition(head.form, head.scope)
        case .defineValues: return try expandTopLevelValues(head.form, head.scope)
        case .defineRecordType, .defineStructure:
            let rewritten =
                special == .defineStructure
                ? try structureDefinition(head.form, head.scope) : try recordDefinition(head.form, head.scope)
            return try expandTopLevel(rewritten, head.scope)
        case .defineSyntax:
            let (name, denotation) = try syntaxDefinition(head.form, head.scope)
            bindTopLevelSyntax(name, denotation)
            return .constant(name.identifierSymbol)
        case .letSyntax, .letrecSyntax, .letStarSyntax:
            let (body, inner) = try bindSyntaxes(special, head.form, head.scope)
            return try expandTopLevelSequence(body, inner, of: head.form)
        case .localDeclare:
            _ = try parts(head.form, 2)
            return try expandTopLevelSequence(head.form.cdr.cdr, head.scope, of: head.form)
        case .condExpand:
            return try expandTopLevelSequence(try chosenForms(head.form, head.scope), head.scope, of: head.form)
        case .include, .includeCI:
            let forms = try includedForms(head.form, head.scope, foldCase: special == .includeCI)
            return try expandTopLevelSequence(forms, head.scope, of: head.form)
        default: return try expand(head.form, head.scope)
        }
    }

    /// Each form in turn, so that a later one sees the syntax that an earlier one defined.
    private func expandTopLevelSequence(_ forms: Value, _ scope: Scope, of form: Value) throws(Signal) -> Core {
        guard let elements = properElements(forms) else { throw illFormed(form) }
        var expressions: [Core] = []
        for element in elements { expressions.append(try expandTopLevel(element, scope)) }
        return sequence(expressions)
    }

    private func expandTopLevelDefinition(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        let definition = try parseDefinition(form, scope)
        let target = definitionReference(definition.target, scope)
        return .define(target, try expand(definition, name: target.name, scope))
    }

    /// `define-values` at top level: the variables first, then assignments.
    private func expandTopLevelValues(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        let elements = try parts(form, 3, 3)
        let formals = try parseFormals(elements[1], of: form)
        var references: [GlobalReference] = []
        var expressions: [Core] = []
        for identifier in formals.all {
            let reference = definitionReference(identifier, scope)
            references.append(reference)
            expressions.append(.define(reference, .constant(.unassigned)))
        }
        let producer = thunk(try expand(elements[2], scope))
        let temporaries = formals.all.map { Variable(name: $0.identifierSymbol) }
        var assignments: [Core] = []
        for (reference, temporary) in zip(references, temporaries) {
            assignments.append(.assignGlobal(reference, .local(temporary)))
        }
        assignments.append(.constant(.unspecific))
        let receiver = formals.lambda(temporaries, body: sequence(assignments), position: here)
        expressions.append(systemCall(.callWithValues, producer, receiver))
        return .sequence(expressions)
    }

    /// The reference through which the identifier is defined in the expander's environment. A keyword of that
    /// name is one no longer, from here on.
    func definitionReference(_ identifier: Value, _ scope: Scope) -> GlobalReference {
        let symbol = noteTopLevelName(identifier, scope)
        let environment = topScope.environment
        let cell = interpreter.cellToDefine(environment, symbol)
        definedSymbols.insert(symbol.bits)
        if case .global = globalDenotation(symbol, environment) {
            if cell[slot: CellLayout.value] == .unbound, let inherited = heap.lookUpCell(environment, symbol),
                inherited[slot: CellLayout.value].isType(.macro)
            {
                heap.set(cell, slot: CellLayout.value, .unassigned)
            }
        } else {
            heap.set(cell, slot: CellLayout.value, .unassigned)
        }
        return GlobalReference(name: symbol, cell: cell, environment: environment, position: here)
    }

    /// Binds a keyword in the expander's environment.
    func bindTopLevelSyntax(_ identifier: Value, _ denotation: Denotation) {
        let symbol = noteTopLevelName(identifier, topScope)
        let object: Value
        switch denotation {
        case .special(let special): object = specialFormObject(special)
        case .macro(let macro): object = macroObject(macro)
        default: return
        }
        interpreter.bindKeyword(topScope.environment, symbol, object)
    }

    /// The symbol that a top-level definition of the identifier binds. An alias goes back to its symbol, as in MIT Scheme,
    /// and means the definition in the rest of the form.
    private func noteTopLevelName(_ identifier: Value, _ scope: Scope) -> Value {
        let symbol = identifier.identifierSymbol
        if identifier != symbol {
            definedAliases[identifier.bits] = symbol
        } else if !scope.isTopLevel, scope.environment != topScope.environment {
            // A macro of another environment closed its output there.
            scope.bind(symbol, .global(symbol: symbol, environment: topScope.environment, cell: nil))
        }
        return symbol
    }

    func specialFormObject(_ special: SpecialForm) -> Value {
        heap.object(
            .macro, Value(fixnum: MacroKind.special.rawValue), Value(fixnum: Int(special.rawValue)),
            interpreter.systemEnvironment)
    }
}
