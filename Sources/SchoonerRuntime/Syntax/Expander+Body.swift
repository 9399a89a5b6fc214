// Bodies: internal definitions become `letrec*`. As in MIT Scheme they may stand anywhere in the body.

/// One form of a body after its definitions have been found.
private enum BodyItem {
    case expression(Value, Scope, SourcePosition?)
    case definition(Variable, Definition, Scope, SourcePosition?)
    /// A second definition of a variable, which assigns it.
    case redefinition(Variable, Definition, Scope, SourcePosition?)
    case values([Variable], Formals, producer: Value, Scope, SourcePosition?)

    var isExpression: Bool {
        if case .expression = self { return true }
        return false
    }

    func defines(_ variable: Variable) -> Bool {
        switch self {
        case .definition(let defined, _, _, _): defined === variable
        case .values(let defined, _, _, _, _): defined.contains { $0 === variable }
        default: false
        }
    }
}

extension Expander {
    /// Expands a body whose definitions go to `scope`, a scope made for it (or for the parameters around it).
    func expandBody(_ forms: Value, _ scope: Scope, of form: Value) throws(Signal) -> Core {
        guard forms.isPair else { throw illFormed(form) }
        var items: [BodyItem] = []
        try scan(forms, scope, into: scope, &items, of: form)
        guard let lastDefinition = items.lastIndex(where: { !$0.isExpression }) else {
            return sequence(try expandItems(items[...]))
        }
        var bindings: [Core.Binding] = []
        for item in items[...lastDefinition] { try addBindings(of: item, to: &bindings) }
        let rest = try expandItems(items[(lastDefinition + 1)...])
        if rest.isEmpty {
            guard case .definition(let variable, _, _, _) = items[lastDefinition] else {
                return .letrec(bindings, .constant(.unspecific))
            }
            return .letrec(bindings, .constant(variable.name))
        }
        return .letrec(bindings, sequence(rest))
    }

    // MARK: First pass: finding definitions

    private func scan(
        _ forms: Value, _ scope: Scope, into body: Scope, _ items: inout [BodyItem], of form: Value
    ) throws(Signal) {
        guard let elements = properElements(forms) else { throw illFormed(form) }
        try enter()
        defer { leave() }
        for element in elements {
            let outer = here
            if let position = positions[element] { here = position }
            let head = try head(element, scope)
            if let special = head.special {
                try scan(special, head, into: body, &items)
            } else {
                items.append(.expression(head.form, head.scope, here))
            }
            here = outer
        }
    }

    private func scan(
        _ special: SpecialForm, _ head: Head, into body: Scope, _ items: inout [BodyItem]
    ) throws(Signal) {
        let form = head.form
        let scope = head.scope
        switch special {
        case .begin: try scan(form.cdr, scope, into: body, &items, of: form)
        case .declare: break
        case .localDeclare:
            _ = try parts(form, 2)
            try scan(form.cdr.cdr, scope, into: body, &items, of: form)
        case .condExpand: try scan(try chosenForms(form, scope), scope, into: body, &items, of: form)
        case .include, .includeCI:
            let forms = try includedForms(form, scope, foldCase: special == .includeCI)
            try scan(forms, scope, into: body, &items, of: form)
        case .define, .defineIntegrable:
            let definition = try parseDefinition(form, scope)
            let (identifier, place) = definitionPlace(definition.target, scope, body)
            let isUnassigned = if case .unassigned = definition.content { true } else { false }
            if case .variable(let variable)? = place.find(identifier.bits),
                items.contains(where: { $0.defines(variable) })
            {
                variable.isAssigned = true
                if isUnassigned { variable.mayBeUnassigned = true }
                items.append(.redefinition(variable, definition, scope, here))
            } else {
                let variable = bindDefined(identifier, in: place, body)
                if isUnassigned { variable.mayBeUnassigned = true }
                items.append(.definition(variable, definition, scope, here))
            }
        case .defineValues:
            let elements = try parts(form, 3, 3)
            let formals = try parseFormals(elements[1], of: form)
            var variables: [Variable] = []
            for target in formals.all {
                let (identifier, place) = definitionPlace(target, scope, body)
                let variable = bindDefined(identifier, in: place, body)
                variable.isAssigned = true
                variable.mayBeUnassigned = true
                variables.append(variable)
            }
            items.append(.values(variables, formals, producer: elements[2], scope, here))
        case .defineRecordType:
            try scan(heap.list(try recordDefinition(form, scope)), scope, into: body, &items, of: form)
        case .defineStructure:
            try scan(heap.list(try structureDefinition(form, scope)), scope, into: body, &items, of: form)
        case .defineSyntax:
            let (name, denotation) = try syntaxDefinition(form, scope)
            let (identifier, place) = definitionPlace(name, scope, body)
            place.bind(identifier, denotation)
        case .letSyntax where isMITProgram, .letrecSyntax where isMITProgram, .letStarSyntax where isMITProgram:
            let (inner, innerScope) = try bindSyntaxes(special, form, scope)
            try scan(inner, innerScope, into: body, &items, of: form)
        default: items.append(.expression(form, scope, here))
        }
    }

    /// The identifier that a definition really binds, and the scope that gets the binding. A closed form binds its
    /// own names where it was closed, unless that is the body itself.
    private func definitionPlace(_ identifier: Value, _ scope: Scope, _ body: Scope) -> (Value, Scope) {
        if scope.definitionScope !== body {
            var inner = identifier
            while inner.isType(.syntacticClosure) {
                let closing = self.scope(named: inner[slot: SyntacticClosureLayout.environment], near: scope)
                inner = inner[slot: SyntacticClosureLayout.form]
                if closing.definitionScope === body { return (inner, body) }
            }
        }
        return (identifier, scope.definitionScope)
    }

    /// A new variable for a definition. A symbol that a transformer's closed output defines is seen by the body
    /// as well, as in MIT Scheme: such names are often put together by the transformer for that purpose.
    private func bindDefined(_ identifier: Value, in place: Scope, _ body: Scope) -> Variable {
        let variable = Variable(name: identifier.identifierSymbol)
        place.bind(identifier, .variable(variable))
        if place !== body, identifier.isSymbol, body.find(identifier.bits) == nil {
            body.bind(identifier, .variable(variable))
        }
        return variable
    }

    // MARK: Second pass: expanding

    private func expandItems(_ items: ArraySlice<BodyItem>) throws(Signal) -> [Core] {
        var result: [Core] = []
        for item in items {
            guard case .expression(let form, let scope, let position) = item else { continue }
            result.append(try at(position, form, scope))
        }
        return result
    }

    private func at(_ position: SourcePosition?, _ form: Value, _ scope: Scope) throws(Signal) -> Core {
        let outer = here
        here = position
        let core = try expand(form, scope)
        here = outer
        return core
    }

    private func addBindings(of item: BodyItem, to bindings: inout [Core.Binding]) throws(Signal) {
        let outer = here
        switch item {
        case .expression(let form, let scope, let position):
            bindings.append(Core.Binding(unusedVariable(), try at(position, form, scope)))
        case .definition(let variable, let definition, let scope, let position):
            here = position
            bindings.append(Core.Binding(variable, try expand(definition, name: variable.name, scope)))
        case .redefinition(let variable, let definition, let scope, let position):
            here = position
            let value = try expand(definition, name: variable.name, scope)
            bindings.append(Core.Binding(unusedVariable(), .assignLocal(variable, value)))
        case .values(let variables, let formals, let producer, let scope, let position):
            here = position
            for variable in variables { bindings.append(Core.Binding(variable, .constant(.unassigned))) }
            let temporaries = variables.map { Variable(name: $0.name) }
            var assignments: [Core] = []
            for (variable, temporary) in zip(variables, temporaries) {
                assignments.append(.assignLocal(variable, .local(temporary)))
            }
            assignments.append(.constant(.unspecific))
            let receiver = formals.lambda(temporaries, body: sequence(assignments), position: here)
            let call = systemCall(.callWithValues, thunk(try expand(producer, scope)), receiver)
            bindings.append(Core.Binding(unusedVariable(), call))
        }
        here = outer
    }

    /// The variable of a binding that stands for an expression between definitions.
    private func unusedVariable() -> Variable { Variable(name: symbol(.unused)) }
}
