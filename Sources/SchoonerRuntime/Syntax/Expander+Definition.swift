// What a definition says, wherever it stands.

/// The parts of a `define`.
struct Definition {
    enum Content {
        case expression(Value)
        case procedure(formals: Value, body: Value)
        case unassigned
    }

    let target: Value
    let content: Content
    let form: Value
}

extension Expander {
    /// Reads `(define name [value])`, `(define (name . formals) body …)` and MIT's curried
    /// `(define ((name . formals) . formals) body …)`.
    func parseDefinition(_ form: Value, _ scope: Scope) throws(Signal) -> Definition {
        guard form.cdr.isPair else { throw illFormed(form) }
        var target = form.cdr.car
        let rest = form.cdr.cdr
        if target.isPair {
            guard rest.isPair else { throw illFormed(form) }
            var body = rest
            while target.car.isPair {
                _ = try parseFormals(target.cdr, of: form)
                body = heap.list(heap.cons(systemAlias("lambda"), heap.cons(target.cdr, body)))
                target = target.car
            }
            guard target.car.isIdentifier else { throw illFormed(form) }
            return Definition(
                target: target.car, content: .procedure(formals: target.cdr, body: body), form: form)
        }
        guard target.isIdentifier else { throw illFormed(form) }
        if rest.isNull { return Definition(target: target, content: .unassigned, form: form) }
        guard rest.isPair, rest.cdr.isNull else { throw illFormed(form) }
        return Definition(target: target, content: .expression(rest.car), form: form)
    }

    /// The value of a definition.
    func expand(_ definition: Definition, name: Value, _ scope: Scope) throws(Signal) -> Core {
        switch definition.content {
        case .unassigned: return .constant(.unassigned)
        case .expression(let form): return named(try expand(form, scope), name)
        case .procedure(let formals, let body):
            return try procedure(formals, body, name: name, scope, of: definition.form)
        }
    }
}
