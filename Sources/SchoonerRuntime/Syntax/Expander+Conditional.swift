// `if`, `cond`, `case`, `and`, `or`, `when`, `unless`.

extension Expander {
    func expandIf(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        let elements = try parts(form, 3, 4)
        let test = try expandTest(elements[1], scope)
        let consequent = try expand(elements[2], scope)
        let alternative: Core = elements.count == 4 ? try expand(elements[3], scope) : .constant(.unspecific)
        return .conditional(test, consequent, alternative)
    }

    func expandAnd(_ form: Value, _ scope: Scope, isTest: Bool) throws(Signal) -> Core {
        let elements = try parts(form, 1)
        if elements.count == 1 { return .constant(.true) }
        try enter(levels: elements.count)
        defer { leave(levels: elements.count) }
        var expressions: [Core] = []
        for index in 1..<elements.count {
            let isLast = index == elements.count - 1
            expressions.append(
                isLast && !isTest ? try expand(elements[index], scope) : try expandTest(elements[index], scope))
        }
        var result = expressions.removeLast()
        for expression in expressions.reversed() { result = .conditional(expression, result, .constant(.false)) }
        return result
    }

    func expandOr(_ form: Value, _ scope: Scope, isTest: Bool) throws(Signal) -> Core {
        let elements = try parts(form, 1)
        if elements.count == 1 { return .constant(.false) }
        // A value needs a variable for each expression: a call, a lambda and a conditional.
        let levels = (isTest ? 1 : 3) * (elements.count - 1)
        try enter(levels: levels)
        defer { leave(levels: levels) }
        var expressions: [Core] = []
        for element in elements.dropFirst() {
            expressions.append(isTest ? try expandTest(element, scope) : try expand(element, scope))
        }
        var result = expressions.removeLast()
        for expression in expressions.reversed() { result = either(expression, result, isTest: isTest) }
        return result
    }

    /// `(or first second)`, whose value only matters as a truth value when it is a test.
    func either(_ first: Core, _ second: Core, isTest: Bool) -> Core {
        if isTest { return .conditional(first, .constant(.true), second) }
        if case .local(let variable) = first, !variable.isAssigned {
            return .conditional(first, first, second)
        }
        let temporary = Variable(name: symbol(.temp))
        return bind([temporary], to: [first], in: .conditional(.local(temporary), .local(temporary), second))
    }

    func expandWhen(_ form: Value, _ scope: Scope, negated: Bool) throws(Signal) -> Core {
        _ = try parts(form, 2)
        let test = try expandTest(form.cdr.car, scope)
        let body = try expandSequence(form.cdr.cdr, scope, of: form)
        return negated
            ? .conditional(test, .constant(.unspecific), body) : .conditional(test, body, .constant(.unspecific))
    }

    // MARK: cond

    func expandCond(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        let clauses = try parts(form, 1).dropFirst()
        return try expandClauses(clauses, scope, otherwise: .constant(.unspecific), of: form).core
    }

    /// The clauses of `cond` and `guard`. Tells whether the last one is an `else`.
    func expandClauses(
        _ clauses: ArraySlice<Value>, _ scope: Scope, otherwise: Core, of form: Value
    ) throws(Signal) -> (core: Core, isTotal: Bool) {
        try enter(levels: clauses.count)
        defer { leave(levels: clauses.count) }
        var steps: [(inout Core) -> Void] = []
        var result = otherwise
        var isTotal = false
        for index in clauses.indices {
            let clause = clauses[index]
            guard clause.isPair, let elements = properElements(clause) else { throw illFormed(form) }
            if isKeyword(elements[0], .else, scope) {
                guard index == clauses.indices.last, elements.count > 1 else { throw illFormed(form) }
                result = try expandSequence(clause.cdr, scope, of: form)
                isTotal = true
            } else if elements.count == 1 {
                let value = try expand(elements[0], scope)
                steps.append { [self] rest in rest = either(value, rest, isTest: false) }
            } else if isKeyword(elements[1], .arrow, scope) {
                guard elements.count == 3 else { throw illFormed(form) }
                let value = try expand(elements[0], scope)
                let receiver = try expand(elements[2], scope)
                let position = here
                steps.append { [self] rest in
                    let temporary = Variable(name: symbol(.temp))
                    let call = Core.call(receiver, [.local(temporary)], position)
                    rest = bind([temporary], to: [value], in: .conditional(.local(temporary), call, rest))
                }
            } else {
                let test = try expandTest(elements[0], scope)
                let body = try expandSequence(clause.cdr, scope, of: form)
                steps.append { rest in rest = .conditional(test, body, rest) }
            }
        }
        for step in steps.reversed() { step(&result) }
        return (result, isTotal)
    }

    // MARK: case

    /// `(case key ((datum …) body …) … (else body …))`, with `=>` in any clause. R7RS 4.2.1.
    func expandCase(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        let elements = try parts(form, 2)
        let key = try expand(elements[1], scope)
        let variable = Variable(name: symbol(.key))
        try enter(levels: elements.count)
        defer { leave(levels: elements.count) }
        var branches: [(test: Core, body: Core)] = []
        var result = Core.constant(.unspecific)
        for index in 2..<elements.count {
            let clause = elements[index]
            guard clause.isPair, clause.cdr.isPair else { throw illFormed(form) }
            let body = try caseBody(clause.cdr, variable, scope, of: form)
            if isKeyword(clause.car, .else, scope) {
                guard index == elements.count - 1 else { throw illFormed(form) }
                result = body
                continue
            }
            guard let data = properElements(clause.car) else { throw illFormed(form) }
            branches.append((try caseTest(data, variable, clause.car), body))
        }
        for branch in branches.reversed() { result = .conditional(branch.test, branch.body, result) }
        return bind([variable], to: [key], in: result)
    }

    /// Whether the key is one of the data: comparisons for a few, a search for many.
    private func caseTest(_ data: [Value], _ key: Variable, _ list: Value) throws(Signal) -> Core {
        if data.count > 24 { return systemCall(.memv, .local(key), .constant(try strip(list))) }
        var test: Core?
        for datum in data.reversed() {
            let value = try strip(datum)
            let same = systemCall(isEq(value) ? .eq : .eqv, .local(key), .constant(value))
            if let rest = test { test = .conditional(same, .constant(.true), rest) } else { test = same }
        }
        return test ?? .constant(.false)
    }

    private func caseBody(_ forms: Value, _ key: Variable, _ scope: Scope, of form: Value) throws(Signal) -> Core {
        if isKeyword(forms.car, .arrow, scope) {
            guard forms.cdr.isPair, forms.cdr.cdr.isNull else { throw illFormed(form) }
            return .call(try expand(forms.cdr.car, scope), [.local(key)], here)
        }
        return try expandSequence(forms, scope, of: form)
    }

    /// Whether `eqv?` to the datum is the same as `eq?`.
    private func isEq(_ datum: Value) -> Bool { datum.isFixnum || datum.isImmediate || datum.isSymbol }
}
