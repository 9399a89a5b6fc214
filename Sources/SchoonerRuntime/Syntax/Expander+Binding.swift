// The `let` family, `do` and `fluid-let`.

extension Expander {
    /// Reads bindings `((name value) …)`; MIT also takes `(name)`, which stays unassigned.
    func parseBindings(_ list: Value, of form: Value) throws(Signal) -> [(identifier: Value, value: Value?)] {
        guard let elements = properElements(list) else { throw illFormed(form) }
        var bindings: [(identifier: Value, value: Value?)] = []
        bindings.reserveCapacity(elements.count)
        for element in elements {
            guard element.isPair, element.car.isIdentifier else { throw illFormed(form) }
            if element.cdr.isNull {
                bindings.append((element.car, nil))
            } else {
                guard element.cdr.isPair, element.cdr.cdr.isNull else { throw illFormed(form) }
                bindings.append((element.car, element.cdr.car))
            }
        }
        return bindings
    }

    /// The identifiers of bindings that must differ from one another.
    private func distinct(_ bindings: [(identifier: Value, value: Value?)], of form: Value) throws(Signal) -> [Value] {
        let identifiers = bindings.map(\.identifier)
        if identifiers.count > 1 {
            var seen: Set<Int> = []
            for identifier in identifiers where !seen.insert(identifier.bits).inserted { throw illFormed(form) }
        }
        return identifiers
    }

    private func expandValue(_ value: Value?, _ scope: Scope) throws(Signal) -> Core {
        if let value { try expand(value, scope) } else { .constant(.unassigned) }
    }

    /// Variables of bindings without a value are checked wherever they are used.
    private func noteUnassigned(
        _ variables: [Variable], _ bindings: [(identifier: Value, value: Value?)]
    ) {
        for (variable, binding) in zip(variables, bindings) where binding.value == nil {
            variable.mayBeUnassigned = true
        }
    }

    func expandLet(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        guard form.cdr.isPair else { throw illFormed(form) }
        if form.cdr.car.isIdentifier { return try expandNamedLet(form, scope) }
        let bindings = try parseBindings(form.cdr.car, of: form)
        let identifiers = try distinct(bindings, of: form)
        let position = here
        var values: [Core] = []
        for binding in bindings { values.append(try expandValue(binding.value, scope)) }
        let inner = makeScope(scope)
        let variables = bindVariables(identifiers, in: inner)
        noteUnassigned(variables, bindings)
        try enter()
        defer { leave() }
        let body = try expandBody(form.cdr.cdr, inner, of: form)
        here = position
        return bind(variables, to: values, in: body)
    }

    /// `(let name ((variable init) …) body …)`. The inits do not see the name.
    private func expandNamedLet(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        let name = form.cdr.car
        guard form.cdr.cdr.isPair else { throw illFormed(form) }
        let bindings = try parseBindings(form.cdr.cdr.car, of: form)
        let identifiers = try distinct(bindings, of: form)
        var values: [Core] = []
        for binding in bindings { values.append(try expandValue(binding.value, scope)) }
        let nameScope = makeScope(scope)
        let loop = bindVariables([name], in: nameScope)[0]
        let inner = makeScope(nameScope)
        let variables = bindVariables(identifiers, in: inner)
        noteUnassigned(variables, bindings)
        let formsOfBody = form.cdr.cdr.cdr
        let body = try expandBody(formsOfBody, inner, of: form)
        let lambda = Lambda(
            name: loop.name, required: variables, body: body,
            source: heap.cons(heap.list(identifiers), formsOfBody), position: here)
        return .letrec([Core.Binding(loop, .lambda(lambda))], .call(.local(loop), values, here))
    }

    func expandLetStar(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        guard form.cdr.isPair else { throw illFormed(form) }
        let bindings = try parseBindings(form.cdr.car, of: form)
        var current = scope
        var steps: [(Variable, Core)] = []
        for binding in bindings {
            let value = try expandValue(binding.value, current)
            current = makeScope(current)
            let variables = bindVariables([binding.identifier], in: current)
            noteUnassigned(variables, [binding])
            steps.append((variables[0], value))
        }
        // The body gets a contour of its own, so that its definitions do not meet the last variable.
        try enter(levels: 2 * steps.count)
        defer { leave(levels: 2 * steps.count) }
        var result = try expandBody(form.cdr.cdr, makeScope(current), of: form)
        for (variable, value) in steps.reversed() { result = bind([variable], to: [value], in: result) }
        return result
    }

    /// `(letrec ((variable init) …) body …)` and `letrec*`. R7RS 4.2.2.
    func expandLetrec(_ form: Value, _ scope: Scope, inOrder: Bool) throws(Signal) -> Core {
        guard form.cdr.isPair else { throw illFormed(form) }
        let bindings = try parseBindings(form.cdr.car, of: form)
        let identifiers = try distinct(bindings, of: form)
        let inner = makeScope(scope)
        let variables = bindVariables(identifiers, in: inner)
        noteUnassigned(variables, bindings)
        var result: [Core.Binding] = []
        for (binding, variable) in zip(bindings, variables) {
            result.append(Core.Binding(variable, named(try expandValue(binding.value, inner), variable.name)))
        }
        let body = try expandBody(form.cdr.cdr, makeScope(inner), of: form)
        if result.isEmpty { return body }
        return inOrder ? .letrec(result, body) : unordered(result, body)
    }

    /// `letrec` gives no variable its value before all values are there. That can be told from `letrec*` only when one
    /// of them is neither a constant nor a procedure, and so may see the others: or, with two of them, a continuation
    /// that one captures may come back.
    private func unordered(_ bindings: [Core.Binding], _ body: Core) -> Core {
        func isProcedure(_ value: Core) -> Bool {
            if case .lambda = value { true } else { false }
        }
        func isConstant(_ value: Core) -> Bool {
            switch value {
            case .constant, .global: true
            default: false
            }
        }
        let mayLook = bindings.contains { !isProcedure($0.value) && !isConstant($0.value) }
        func isSimple(_ value: Core) -> Bool { isProcedure(value) || (isConstant(value) && !mayLook) }
        let computed = bindings.filter { !isSimple($0.value) }
        guard computed.count > 1 else { return .letrec(bindings, body) }
        var temporaries: [Variable] = []
        var forms: [Core] = []
        for binding in computed {
            binding.variable.isAssigned = true
            binding.variable.mayBeUnassigned = true
            let temporary = Variable(name: binding.variable.name)
            temporaries.append(temporary)
            forms.append(.assignLocal(binding.variable, .local(temporary)))
        }
        forms.append(body)
        let bound = bindings.map { isSimple($0.value) ? $0 : Core.Binding($0.variable, .constant(.unassigned)) }
        return .letrec(bound, bind(temporaries, to: computed.map(\.value), in: .sequence(forms)))
    }

    /// `(do ((variable init step) …) (test result …) command …)`
    func expandDo(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        let elements = try parts(form, 3)
        guard let specifications = properElements(elements[1]), let exit = properElements(elements[2]), !exit.isEmpty
        else { throw illFormed(form) }
        var identifiers: [Value] = []
        var initials: [Core] = []
        var steps: [Value] = []
        for specification in specifications {
            guard let fields = properElements(specification), fields.count == 2 || fields.count == 3,
                fields[0].isIdentifier, !identifiers.contains(fields[0])
            else { throw illFormed(form) }
            identifiers.append(fields[0])
            initials.append(try expand(fields[1], scope))
            steps.append(fields.count == 3 ? fields[2] : fields[0])
        }
        let inner = makeScope(scope)
        let variables = bindVariables(identifiers, in: inner)
        let loop = Variable(name: symbol(.doLoop))
        let test = try expandTest(exit[0], inner)
        var results: [Core] = []
        for result in exit.dropFirst() { results.append(try expand(result, inner)) }
        if results.isEmpty { results.append(.constant(.true)) }
        var actions: [Core] = []
        for command in elements.dropFirst(3) { actions.append(try expand(command, inner)) }
        var operands: [Core] = []
        for step in steps { operands.append(try expand(step, inner)) }
        actions.append(.call(.local(loop), operands, here))
        let body = Core.conditional(test, sequence(results), sequence(actions))
        let lambda = Lambda(name: loop.name, required: variables, body: body, position: here)
        return .letrec([Core.Binding(loop, .lambda(lambda))], .call(.local(loop), initials, here))
    }

    /// `(fluid-let ((variable value) …) body …)`: the values are exchanged on the way in and out. MIT Reference 2.3.
    func expandFluidLet(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        guard form.cdr.isPair else { throw illFormed(form) }
        let bindings = try parseBindings(form.cdr.car, of: form)
        var temporaries: [Variable] = []
        var values: [Core] = []
        var swaps: [Core] = []
        for binding in bindings {
            let temporary = Variable(name: symbol(.fluidValue))
            temporary.isAssigned = true
            temporaries.append(temporary)
            values.append(try expandValue(binding.value, scope))
            let held = Variable(name: symbol(.held))
            let assignment = try assign(binding.identifier, .local(temporary), scope, of: form)
            if case .assignGlobal(let reference, _) = assignment { reference.givesUnassigned = true }
            swaps.append(bind([held], to: [assignment], in: .assignLocal(temporary, .local(held))))
        }
        swaps.append(.constant(.unspecific))
        let body = thunk(try expandBody(form.cdr.cdr, makeScope(scope), of: form))
        let exchange = Variable(name: symbol(.exchange))
        let call = systemCall(.dynamicWind, .local(exchange), body, .local(exchange))
        return bind(temporaries, to: values, in: bind([exchange], to: [thunk(sequence(swaps))], in: call))
    }

    // MARK: Assignment

    /// `(set! variable [value])`; MIT Scheme unassigns when there is no value.
    func expandSet(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        let elements = try parts(form, 2, 3)
        guard elements[1].isIdentifier else {
            if elements[1].isPair, elements[1].car.isIdentifier, isKeyword(elements[1].car, .access, scope) {
                return try expandSetAccess(elements, scope, of: form)
            }
            throw interpreter.syntaxError("Variable required in this context:", stripForReport(elements[1]))
        }
        let value: Core = elements.count == 3 ? try expand(elements[2], scope) : .constant(.unassigned)
        if elements.count == 2, case .variable(let variable) = resolve(elements[1], scope) {
            variable.mayBeUnassigned = true
        }
        return try assign(elements[1], value, scope, of: form)
    }

    func assign(_ identifier: Value, _ value: Core, _ scope: Scope, of form: Value) throws(Signal) -> Core {
        switch resolve(identifier, scope) {
        case .variable(let variable):
            variable.isAssigned = true
            return .assignLocal(variable, value)
        case .global(let symbol, let environment, let cell):
            let own = cell.flatMap { interpreter.cellToAssign(environment, symbol, $0) }
            return .assignGlobal(reference(symbol, environment, own ?? cell), value)
        case .special, .macro:
            throw interpreter.syntaxError("Variable required in this context:", identifier.identifierSymbol)
        }
    }

    /// `(set! (access name environment) value)`
    private func expandSetAccess(_ elements: [Value], _ scope: Scope, of form: Value) throws(Signal) -> Core {
        let access = try parts(elements[1], 3, 3)
        guard access[1].isIdentifier, elements.count == 3 else { throw illFormed(form) }
        return systemCall(
            .environmentAssign, try expand(access[2], scope), .constant(access[1].identifierSymbol),
            try expand(elements[2], scope))
    }
}
