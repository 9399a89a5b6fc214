extension SyntaxRules {
    /// Fills in a template. Identifiers that are no pattern variables are renamed: they mean what they mean where
    /// the macro was defined.
    mutating func instantiate(_ template: Value, _ bindings: Bindings, _ form: Value) throws(Signal) -> Value {
        try instantiate(template, bindings, escaped: false, form)
    }

    private mutating func instantiate(
        _ template: Value, _ bindings: Bindings, escaped: Bool, _ form: Value
    ) throws(Signal) -> Value {
        if template.isIdentifier {
            switch bindings.find(template) {
            case .one(let value)?: return value
            case .many?: throw expander.illFormed(form)
            case nil: return rename(template)
            }
        }
        if template.isVector {
            let list = expander.heap.list((0..<template.length).map { template[slot: $0] })
            let elements = try instantiate(list, bindings, escaped: escaped, form).listElements().elements
            return expander.heap.vector(elements)
        }
        guard template.isPair else { return template }
        try expander.enter()
        defer { expander.leave() }
        if !escaped, isEllipsis(template.car), template.cdr.isPair {
            return try instantiate(template.cdr.car, bindings, escaped: true, form)
        }
        var elements: [Value] = []
        var rest = template
        while rest.isPair {
            // `(a . (... x))`: an escape in tail position.
            if !escaped, !elements.isEmpty, isEllipsis(rest.car), rest.cdr.isPair { break }
            let sub = rest.car
            rest = rest.cdr
            var ellipses = 0
            while !escaped, rest.isPair, isEllipsis(rest.car) {
                ellipses += 1
                rest = rest.cdr
            }
            if ellipses == 0 {
                elements.append(try instantiate(sub, bindings, escaped: escaped, form))
            } else {
                try repeatTemplate(sub, bindings, times: ellipses, into: &elements, form)
            }
        }
        let tail = rest.isNull ? rest : try instantiate(rest, bindings, escaped: escaped, form)
        return expander.heap.list(elements, tail: tail)
    }

    /// Instantiates a template followed by ellipses, once for each row of its variables.
    private mutating func repeatTemplate(
        _ template: Value, _ bindings: Bindings, times: Int, into elements: inout [Value], _ form: Value
    ) throws(Signal) {
        var columns: [Int] = []
        var length: Int?
        for identifier in try identifiers(template, []) {
            guard let column = bindings.identifiers.firstIndex(of: identifier),
                case .many(let matches) = bindings.matches[column], !columns.contains(column)
            else { continue }
            columns.append(column)
            if let known = length, known != matches.count { throw expander.illFormed(form) }
            length = matches.count
        }
        guard let length else { throw expander.illFormed(form) }
        var row = bindings
        for index in 0..<length {
            for column in columns {
                if case .many(let matches) = bindings.matches[column] { row.matches[column] = matches[index] }
            }
            if times > 1 {
                try repeatTemplate(template, row, times: times - 1, into: &elements, form)
            } else {
                elements.append(try instantiate(template, row, escaped: false, form))
            }
        }
    }

    /// The identifiers in a template, by their bits.
    private func identifiers(_ template: Value, _ found: [Int]) throws(Signal) -> [Int] {
        try expander.enter()
        defer { expander.leave() }
        var found = found
        var rest = template
        while rest.isPair {
            found = try identifiers(rest.car, found)
            rest = rest.cdr
        }
        if rest.isVector {
            for index in 0..<rest.length { found = try identifiers(rest[slot: index], found) }
        } else if rest.isIdentifier, !found.contains(rest.bits) {
            found.append(rest.bits)
        }
        return found
    }

    /// The alias of this expansion for an identifier.
    private mutating func rename(_ identifier: Value) -> Value {
        if let alias = renamings[identifier.bits] { return alias }
        let alias = expander.alias(identifier, in: macro.scope)
        renamings[identifier.bits] = alias
        return alias
    }
}

extension Expander {
    /// Checks a `syntax-rules` form, and gives the payload of its macro: ellipsis or #f, literals, rules.
    func parseRules(_ form: Value) throws(Signal) -> Value {
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
        let rules = elements[(position + 1)...]
        for rule in rules {
            guard let parts = properElements(rule), parts.count == 2, parts[0].isPair, parts[0].car.isIdentifier else {
                throw illFormed(form)
            }
        }
        return heap.vector([custom, elements[position], heap.list(rules)])
    }
}
