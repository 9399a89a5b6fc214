// What can be said about a `syntax-rules` form when it is met: MIT Scheme finds the same faults in it.

extension Expander {
    /// The macro of a `syntax-rules` form, after a check of its rules.
    func syntaxRules(_ form: Value, _ scope: Scope) throws(Signal) -> Macro {
        let macro = Macro(kind: .syntaxRules, payload: try parseRules(form), scope: scope)
        try SyntaxRules(self, macro, useScope: scope).check()
        return macro
    }

    /// The payload of a macro: ellipsis or #f, literals, rules.
    private func parseRules(_ form: Value) throws(Signal) -> Value {
        let elements = try parts(form, 2)
        var custom = Value.false
        var position = 1
        if elements[1].isIdentifier {
            custom = elements[1]
            position = 2
        }
        guard position < elements.count, let literals = properElements(elements[position]),
            literals.allSatisfy(\.isIdentifier)
        else { throw illFormed(form) }
        guard Set(literals).count == literals.count else {
            throw interpreter.syntaxError(
                "Literals list contains duplicates:", stripForReport(elements[position]))
        }
        let rules = elements[(position + 1)...]
        for rule in rules {
            guard let parts = properElements(rule), parts.count == 2, parts[0].isPair, parts[0].car.isIdentifier else {
                throw illFormed(form)
            }
        }
        return heap.vector([custom, elements[position], heap.list(rules)])
    }
}

extension SyntaxRules {
    /// Checks that no pattern has a variable twice, and that each variable in a template is followed by at least as many
    /// ellipses as in the pattern. R7RS 4.3.2.
    func check() throws(Signal) {
        for rule in rules.listElements().elements {
            // The keyword at the head of a pattern is no variable.
            let variables = try variables(of: rule.car.cdr, depth: 0, in: rule.car)
            var depths: [Int: Int] = [:]
            for variable in variables {
                guard depths.updateValue(variable.depth, forKey: variable.identifier.bits) == nil else {
                    throw expander.interpreter.syntaxError(
                        "Duplicate vars in pattern:", expander.stripForReport(rule.car))
                }
            }
            if variables.contains(where: { $0.depth > 0 }) {
                try check(rule.cdr.car, depths, depth: 0, escaped: false)
            }
        }
    }

    private func check(_ template: Value, _ depths: [Int: Int], depth: Int, escaped: Bool) throws(Signal) {
        if template.isIdentifier {
            guard let needed = depths[template.bits], needed > depth else { return }
            let heap = expander.heap
            let star = heap.intern("*")
            let use = heap.cons(template.identifierSymbol, heap.list(Array(repeating: star, count: depth)))
            throw expander.interpreter.syntaxError("Mismatched ellipsis depth in template:", heap.list(use))
        }
        if template.isVector { return try check(vectorList(template), depths, depth: depth, escaped: escaped) }
        guard template.isPair else { return }
        try expander.enter()
        defer { expander.leave() }
        var rest = template
        while rest.isPair {
            if !escaped, isEllipsis(rest.car), rest.cdr.isPair {
                return try check(rest.cdr.car, depths, depth: depth, escaped: true)
            }
            let sub = rest.car
            rest = rest.cdr
            var inner = depth
            while !escaped, rest.isPair, isEllipsis(rest.car) {
                inner += 1
                rest = rest.cdr
            }
            try check(sub, depths, depth: inner, escaped: escaped)
        }
        try check(rest, depths, depth: depth, escaped: escaped)
    }
}
