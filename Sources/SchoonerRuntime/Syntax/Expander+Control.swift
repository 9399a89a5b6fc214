// Promises, parameters, exceptions, environments: forms that call a procedure of the library.

extension Expander {
    /// `(delay expression)` and `(delay-force expression)`: the operator makes a promise of a thunk.
    func expandDelay(_ form: Value, _ scope: Scope, _ maker: KnownName) throws(Signal) -> Core {
        systemCall(maker, thunk(try expand(try parts(form, 2, 2)[1], scope)))
    }

    /// `(cons-stream first rest)`. MIT Reference 10.5.
    func expandConsStream(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        let elements = try parts(form, 3, 3)
        let first = try expand(elements[1], scope)
        return systemCall(.cons, first, systemCall(.makeDelayed, thunk(try expand(elements[2], scope))))
    }

    /// `(parameterize ((parameter value) …) body …)`: a call of MIT's `parameterize*`.
    func expandParameterize(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        guard form.cdr.isPair, let bindings = properElements(form.cdr.car) else { throw illFormed(form) }
        var pairs: [Core] = []
        for binding in bindings {
            guard let fields = properElements(binding), fields.count == 2 else { throw illFormed(form) }
            pairs.append(systemCall(.cons, try expand(fields[0], scope), try expand(fields[1], scope)))
        }
        let body = try expandBody(form.cdr.cdr, makeScope(scope), of: form)
        if pairs.isEmpty { return body }
        return systemCall(.parameterize, systemCall(.list, pairs), thunk(body))
    }

    /// `(guard (variable clause …) body …)`. R7RS 4.2.7. The library's `%guard` takes the body as a thunk, and the
    /// clauses as a procedure of the object and a thunk that raises it again where it was raised; `%guard-all` needs
    /// no such thunk, since some clause always takes the object.
    func expandGuard(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        guard form.cdr.isPair, let specification = properElements(form.cdr.car), let name = specification.first,
            name.isIdentifier
        else { throw illFormed(form) }
        let inner = makeScope(scope)
        let object = bindVariables([name], in: inner)[0]
        let reraise = Variable(name: symbol(.reraise))
        let clauses = try expandClauses(
            specification.dropFirst(), inner, otherwise: .call(.local(reraise), [], here), of: form)
        let body = thunk(try expandBody(form.cdr.cdr, makeScope(scope), of: form))
        let handler = Lambda(
            name: .false, required: clauses.isTotal ? [object] : [object, reraise], body: clauses.core, position: here)
        return systemCall(clauses.isTotal ? .guardAll : .guardBody, body, .lambda(handler))
    }

    /// `(assert expression [caller …])`: syntax in MIT Scheme 12.
    func expandAssert(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        let elements = try parts(form, 2)
        let test = try expandTest(elements[1], scope)
        var irritants: [Core] = [.constant(try strip(elements[1]))]
        for caller in elements.dropFirst(2) { irritants.append(try expand(caller, scope)) }
        return .conditional(test, .constant(.unspecific), systemCall(.assertionFailed, irritants))
    }

    /// `(access name environment)`. MIT Reference 2.4.
    func expandAccess(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        let elements = try parts(form, 3, 3)
        guard elements[1].isIdentifier else { throw illFormed(form) }
        return systemCall(
            .environmentLookup, try expand(elements[2], scope), .constant(elements[1].identifierSymbol))
    }

    /// `(the-environment)`, with every variable that can be seen there.
    func expandTheEnvironment(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        _ = try parts(form, 1, 1)
        if scope.definitionScope.isTopLevel { return .constant(scope.environment) }
        var variables: [Variable] = []
        var seen: Set<Int> = []
        var current: Scope? = scope
        while let place = current {
            for (identifier, denotation) in place.bindings.reversed()
            where identifier.isSymbol && seen.insert(identifier.bits).inserted {
                guard case .variable(let variable) = denotation else { continue }
                variable.isExposed = true
                variables.append(variable)
            }
            current = place.parent
        }
        return .theEnvironment(variables, scope.environment)
    }

    /// What `(syntax-error message form …)` signals. R7RS 4.3.3.
    func syntaxErrorForm(_ form: Value) throws(Signal) -> Signal {
        let elements = try parts(form, 2)
        var parts: [Value] = []
        for element in elements.dropFirst() { parts.append(try strip(element)) }
        return .raise(interpreter.condition(.syntaxError, parts[0], heap.list(parts.dropFirst())))
    }
}
