// `case-lambda` (R7RS 4.2.9): one procedure whose optional parameters tell how many arguments it was given.

extension Expander {
    private struct Clause {
        let lambda: Lambda
        var count: Int { lambda.required.count }
        var takesMore: Bool { lambda.rest != nil }

        func takes(_ arguments: Int) -> Bool { takesMore ? arguments >= count : arguments == count }
    }

    /// `(case-lambda (formals body …) …)`. The first clause that takes the number of arguments is run.
    func expandCaseLambda(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        var clauses: [Clause] = []
        for clause in try parts(form, 1).dropFirst() {
            guard clause.isPair, clause.cdr.isPair,
                case .lambda(let lambda) = try procedure(clause.car, clause.cdr, name: .false, scope, of: form),
                lambda.optional.isEmpty
            else { throw illFormed(form) }
            clauses.append(Clause(lambda: lambda))
        }
        if clauses.count == 1 { return .lambda(clauses[0].lambda) }
        return .lambda(dispatcher(clauses))
    }

    private func dispatcher(_ clauses: [Clause]) -> Lambda {
        let least = clauses.map(\.count).min() ?? 0
        let most = clauses.map(\.count).max() ?? 0
        let argument = symbol(.argument)
        let positional = (0..<most).map { _ in Variable(name: argument) }
        let rest = clauses.contains(where: \.takesMore) ? Variable(name: symbol(.rest)) : nil

        // Where every count has its clause, whatever reaches the last clause is for it.
        let isTotal = (least...max(least, most)).allSatisfy { count in clauses.contains { $0.takes(count) } }
        var result: Core
        var remaining = clauses[...]
        if isTotal, let last = remaining.popLast() {
            result = enter(last, positional, rest)
        } else {
            result = systemCall(
                .error, .constant(heap.string("No matching case-lambda clause:")), collected(from: 0, positional, rest))
        }
        for clause in remaining.reversed() {
            let entry = enter(clause, positional, rest)
            var test: Core = .constant(.true)
            if !clause.takesMore, let absent = isAbsent(clause.count, positional, rest) { test = absent }
            if clause.count > least {
                test = .conditional(isMissing(positional[clause.count - 1]), .constant(.false), test)
            }
            result = .conditional(test, entry, result)
        }
        return Lambda(
            name: .false, required: Array(positional[..<least]), optional: Array(positional[least...]), rest: rest,
            body: result, position: here)
    }

    private func isMissing(_ variable: Variable) -> Core {
        systemCall(.eq, .local(variable), .constant(.default))
    }

    /// Whether there is no argument at the index; nil when there never is one.
    private func isAbsent(_ index: Int, _ positional: [Variable], _ rest: Variable?) -> Core? {
        if index < positional.count { return isMissing(positional[index]) }
        return rest.map { systemCall(.isNull, .local($0)) }
    }

    /// The clause's body with its variables bound.
    private func enter(_ clause: Clause, _ positional: [Variable], _ rest: Variable?) -> Core {
        var variables = clause.lambda.required
        var values: [Core] = positional[..<clause.count].map { .local($0) }
        if let tail = clause.lambda.rest {
            variables.append(tail)
            values.append(collected(from: clause.count, positional, rest))
        }
        return bind(variables, to: values, in: clause.lambda.body)
    }

    /// The list of the arguments from an index on.
    private func collected(from index: Int, _ positional: [Variable], _ rest: Variable?) -> Core {
        guard index < positional.count else { return rest.map { .local($0) } ?? .constant(.null) }
        return .conditional(
            isMissing(positional[index]), .constant(.null),
            systemCall(.cons, .local(positional[index]), collected(from: index + 1, positional, rest)))
    }
}
