// Multiple values: `let-values`, `let*-values`, `receive`; and `and-let*`.

extension Expander {
    /// `(let-values ((formals expression) …) body …)`: every expression is expanded outside all formals.
    func expandLetValues(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        let clauses = try valuesClauses(form)
        let inner = makeScope(scope)
        var seen: Set<Int> = []
        var steps: [(Formals, [Variable], Core)] = []
        for (formals, expression) in clauses {
            for identifier in formals.all where !seen.insert(identifier.bits).inserted { throw illFormed(form) }
            let producer = try expand(expression, scope)
            steps.append((formals, bindVariables(formals.all, in: inner), producer))
        }
        var result = try expandBody(form.cdr.cdr, inner, of: form)
        for (formals, variables, producer) in steps.reversed() {
            result = receive(producer, formals, variables, result)
        }
        return result
    }

    func expandLetStarValues(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        let clauses = try valuesClauses(form)
        var current = scope
        var steps: [(Formals, [Variable], Core)] = []
        for (formals, expression) in clauses {
            let producer = try expand(expression, current)
            current = makeScope(current)
            steps.append((formals, bindVariables(formals.all, in: current), producer))
        }
        try enter(levels: 2 * steps.count)
        defer { leave(levels: 2 * steps.count) }
        var result = try expandBody(form.cdr.cdr, makeScope(current), of: form)
        for (formals, variables, producer) in steps.reversed() {
            result = receive(producer, formals, variables, result)
        }
        return result
    }

    private func valuesClauses(_ form: Value) throws(Signal) -> [(Formals, Value)] {
        guard form.cdr.isPair, let clauses = properElements(form.cdr.car) else { throw illFormed(form) }
        var result: [(Formals, Value)] = []
        for clause in clauses {
            guard let fields = properElements(clause), fields.count == 2 else { throw illFormed(form) }
            result.append((try parseFormals(fields[0], of: form), fields[1]))
        }
        return result
    }

    private func receive(_ producer: Core, _ formals: Formals, _ variables: [Variable], _ body: Core) -> Core {
        systemCall(.callWithValues, thunk(producer), formals.lambda(variables, body: body, position: here))
    }

    /// `(receive formals expression body …)`. SRFI 8.
    func expandReceive(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        let elements = try parts(form, 4)
        let formals = try parseFormals(elements[1], of: form)
        let producer = try expand(elements[2], scope)
        let inner = makeScope(scope)
        let variables = bindVariables(formals.all, in: inner)
        return receive(producer, formals, variables, try expandBody(form.cdr.cdr.cdr, inner, of: form))
    }

    /// `(and-let* (clause …) body …)`: a clause is `(variable expression)`, `(expression)` or a variable. SRFI 2.
    func expandAndLetStar(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        guard form.cdr.isPair, let clauses = properElements(form.cdr.car) else { throw illFormed(form) }
        var current = scope
        var steps: [(Variable?, Core)] = []
        for clause in clauses {
            if clause.isIdentifier {
                steps.append((nil, try expandIdentifier(clause, current)))
                continue
            }
            guard let fields = properElements(clause), fields.count == 1 || fields.count == 2 else {
                throw illFormed(form)
            }
            if fields.count == 1 {
                steps.append((nil, try expand(fields[0], current)))
            } else {
                guard fields[0].isIdentifier else { throw illFormed(form) }
                let value = try expand(fields[1], current)
                current = makeScope(current)
                steps.append((bindVariables([fields[0]], in: current)[0], value))
            }
        }
        var result: Core
        if form.cdr.cdr.isNull {
            // The value of the last clause is that of the form.
            guard let last = steps.popLast() else { return .constant(.true) }
            result = last.1
        } else {
            result = try expandBody(form.cdr.cdr, makeScope(current), of: form)
        }
        for (variable, value) in steps.reversed() {
            if let variable {
                result = bind(
                    [variable], to: [value], in: .conditional(.local(variable), result, .constant(.false)))
            } else {
                result = .conditional(value, result, .constant(.false))
            }
        }
        return result
    }

}
