// Lambda lists and procedures.

/// A lambda list: identifiers as written.
struct Formals {
    var required: [Value] = []
    var optional: [Value] = []
    var rest: Value?

    var all: [Value] { required + optional + (rest.map { [$0] } ?? []) }

    /// An anonymous procedure of these formals, with one variable for each of `all`.
    func lambda(
        _ variables: [Variable], body: Core, position: SourcePosition?, name: Value = .false, source: Value = .false
    )
        -> Core
    {
        let optionalEnd = required.count + optional.count
        return .lambda(
            Lambda(
                name: name, required: Array(variables[..<required.count]),
                optional: Array(variables[required.count..<optionalEnd]),
                rest: rest == nil ? nil : variables[optionalEnd], body: body, source: source, position: position))
    }
}

extension Expander {
    /// Reads a lambda list: `(a b #!optional c #!rest d)`, `(a . rest)` or `rest`.
    func parseFormals(_ list: Value, of form: Value) throws(Signal) -> Formals {
        var formals = Formals()
        var seen: Set<Int> = []
        var rest = list
        var mode = Value.unspecific
        while rest.isPair {
            let item = rest.car
            rest = rest.cdr
            if item == .optionalMarker {
                guard mode == .unspecific, rest.isPair else { throw illFormed(form) }
                mode = item
            } else if item == .restMarker {
                guard mode != .restMarker, rest.isPair, rest.cdr.isNull else { throw illFormed(form) }
                mode = item
            } else {
                guard item.isIdentifier, seen.insert(item.bits).inserted else { throw illFormed(form) }
                switch mode {
                case .optionalMarker: formals.optional.append(item)
                case .restMarker: formals.rest = item
                default: formals.required.append(item)
                }
            }
        }
        if !rest.isNull {
            guard rest.isIdentifier, formals.rest == nil, !seen.contains(rest.bits) else { throw illFormed(form) }
            formals.rest = rest
        }
        return formals
    }

    /// Binds identifiers to new variables.
    func bindVariables(_ identifiers: [Value], in scope: Scope) -> [Variable] {
        var variables: [Variable] = []
        variables.reserveCapacity(identifiers.count)
        for identifier in identifiers {
            let variable = Variable(name: identifier.identifierSymbol)
            scope.bind(identifier, .variable(variable))
            variables.append(variable)
        }
        return variables
    }

    /// A procedure with the lambda list and body.
    func procedure(_ formalsList: Value, _ body: Value, name: Value, _ scope: Scope, of form: Value)
        throws(Signal) -> Core
    {
        let formals = try parseFormals(formalsList, of: form)
        let inner = makeScope(scope)
        let variables = bindVariables(formals.all, in: inner)
        let position = here
        let core = try expandBody(body, inner, of: form)
        return formals.lambda(
            variables, body: core, position: position, name: name, source: heap.cons(formalsList, body))
    }

    func expandLambda(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        guard form.cdr.isPair else { throw illFormed(form) }
        return try procedure(form.cdr.car, form.cdr.cdr, name: .false, scope, of: form)
    }

    /// `(named-lambda (name . formals) body …)`. MIT Reference 2.1.
    func expandNamedLambda(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        guard form.cdr.isPair, form.cdr.car.isPair, form.cdr.car.car.isIdentifier else { throw illFormed(form) }
        let header = form.cdr.car
        return try procedure(header.cdr, form.cdr.cdr, name: header.car.identifierSymbol, scope, of: form)
    }

    /// A procedure without parameters.
    func thunk(_ body: Core) -> Core {
        .lambda(Lambda(name: .false, required: [], body: body, position: here))
    }

    /// A `let` of Core: the call of a lambda expression.
    func bind(_ variables: [Variable], to values: [Core], in body: Core) -> Core {
        if variables.isEmpty { return body }
        return .call(
            .lambda(Lambda(name: symbol(.let), required: variables, body: body, position: here)), values, here)
    }

    /// Gives an anonymous procedure the name of the variable that it becomes the value of.
    func named(_ core: Core, _ name: Value) -> Core {
        if case .lambda(let lambda) = core, lambda.name.isFalse { lambda.name = name }
        return core
    }
}
