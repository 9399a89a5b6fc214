// `quasiquote`, with nesting, splicing and vectors. R7RS 4.2.8.

extension Expander {
    func expandQuasiquote(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        let template = try parts(form, 2, 2)[1]
        if let core = try quasi(template, level: 1, scope, of: form) { return core }
        return try literal(template)
    }

    private func literal(_ template: Value) throws(Signal) -> Core { .constant(try strip(template)) }

    /// The expression that builds the template; nil when it is a literal, with nothing to compute.
    private func quasi(_ template: Value, level: Int, _ scope: Scope, of form: Value) throws(Signal) -> Core? {
        guard template.isPair || template.isVector else { return nil }
        try enter()
        defer { leave() }
        if template.isVector {
            let elements = (0..<template.length).map { template[slot: $0] }
            guard let list = try quasiList(elements, tail: .null, level: level, scope, of: form) else { return nil }
            return systemCall(.listToVector, list)
        }
        if let argument = argument(of: template, .unquote, scope) {
            if level == 1 { return try expand(argument, scope) }
            return try rebuilt("unquote", argument, level: level - 1, scope, of: form)
        }
        if let argument = argument(of: template, .unquoteSplicing, scope) {
            if level == 1 { throw interpreter.syntaxError(",@ in illegal context:", stripForReport(argument)) }
            return try rebuilt("unquote-splicing", argument, level: level - 1, scope, of: form)
        }
        if let argument = argument(of: template, .quasiquote, scope) {
            return try rebuilt("quasiquote", argument, level: level + 1, scope, of: form)
        }
        // Walk along the list up to its tail, which may be an unquotation itself.
        var elements: [Value] = []
        var rest = template
        while rest.isPair {
            if !elements.isEmpty,
                argument(of: rest, .unquote, scope) != nil || argument(of: rest, .quasiquote, scope) != nil
                    || argument(of: rest, .unquoteSplicing, scope) != nil
            {
                break
            }
            elements.append(rest.car)
            rest = rest.cdr
            if elements.count == 100_000, rest.isPair, rest.properListLength == nil { throw illFormed(form) }
        }
        return try quasiList(elements, tail: rest, level: level, scope, of: form)
    }

    /// `(keyword argument)` rebuilt around an argument that is computed, or of which several are spliced in.
    private func rebuilt(
        _ keyword: String, _ argument: Value, level: Int, _ scope: Scope, of form: Value
    ) throws(Signal) -> Core? {
        try quasiList([heap.intern(keyword), argument], tail: .null, level: level, scope, of: form)
    }

    /// The operand of a form `(keyword operand)`.
    private func argument(of form: Value, _ keyword: SpecialForm, _ scope: Scope) -> Value? {
        guard form.car.isIdentifier, form.cdr.isPair, form.cdr.cdr.isNull, isKeyword(form.car, keyword, scope) else {
            return nil
        }
        return form.cdr.car
    }

    /// One part of a list under construction.
    private enum Part {
        case literal(Value)
        case element(Core)
        case splice(Core)
    }

    /// A list of elements and tail, by calls of `list`, `cons*` and `append`; nil when nothing is computed.
    private func quasiList(
        _ elements: [Value], tail: Value, level: Int, _ scope: Scope, of form: Value
    ) throws(Signal) -> Core? {
        var parts: [Part] = []
        var isLiteral = true
        for element in elements {
            if element.isPair, let argument = argument(of: element, .unquoteSplicing, scope) {
                if level == 1 {
                    isLiteral = false
                    parts.append(.splice(try expand(argument, scope)))
                    continue
                }
                if let wrapped = try rebuilt("unquote-splicing", argument, level: level - 1, scope, of: form) {
                    isLiteral = false
                    parts.append(.element(wrapped))
                } else {
                    parts.append(.literal(element))
                }
            } else if let core = try quasi(element, level: level, scope, of: form) {
                isLiteral = false
                parts.append(.element(core))
            } else {
                parts.append(.literal(element))
            }
        }
        let computedTail = tail.isNull ? nil : try quasi(tail, level: level, scope, of: form)
        if isLiteral && computedTail == nil { return nil }
        let literalTail = try literal(tail)
        var result = computedTail ?? literalTail
        var run: [Core] = []
        for part in parts.reversed() {
            switch part {
            case .literal(let value): run.append(try literal(value))
            case .element(let core): run.append(core)
            case .splice(let core):
                result = prepend(run, to: result)
                run = []
                if case .constant(.null) = result { result = core } else { result = systemCall(.append, core, result) }
            }
        }
        return prepend(run, to: result)
    }

    /// The elements, last first, in front of a list.
    private func prepend(_ reversed: [Core], to tail: Core) -> Core {
        if reversed.isEmpty { return tail }
        let elements = Array(reversed.reversed())
        if case .constant(.null) = tail { return .call(systemReference(.list), elements, here) }
        if elements.count == 1 { return systemCall(.cons, elements[0], tail) }
        return .call(systemReference(.consStar), elements + [tail], here)
    }
}
