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

    /// Instantiates a template followed by ellipses, once for each row of its variables. A variable with fewer
    /// ellipses than the place where it stands is the same in the outer rows.
    private mutating func repeatTemplate(
        _ template: Value, _ bindings: Bindings, times: Int, into elements: inout [Value], _ form: Value
    ) throws(Signal) {
        var columns: [Int] = []
        var length: Int?
        var found: [Occurrence] = []
        try findOccurrences(template, depth: times - 1, &found)
        for occurrence in found {
            guard let column = bindings.identifiers.firstIndex(of: occurrence.identifier),
                bindings.depths[column] > occurrence.depth, case .many(let matches) = bindings.matches[column],
                !columns.contains(column)
            else { continue }
            columns.append(column)
            if let known = length, known != matches.count { throw expander.illFormed(form) }
            length = matches.count
        }
        guard let length else { throw expander.illFormed(form) }
        var row = bindings
        for column in columns { row.depths[column] -= 1 }
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

    /// An identifier in a template, and how many ellipses follow it there.
    private struct Occurrence: Equatable {
        let identifier: Int
        let depth: Int
    }

    private func findOccurrences(_ template: Value, depth: Int, _ found: inout [Occurrence]) throws(Signal) {
        try expander.enter()
        defer { expander.leave() }
        if template.isVector { return try findOccurrences(vectorList(template), depth: depth, &found) }
        var rest = template
        while rest.isPair {
            let sub = rest.car
            rest = rest.cdr
            var inner = depth
            while rest.isPair, isEllipsis(rest.car) {
                inner += 1
                rest = rest.cdr
            }
            try findOccurrences(sub, depth: inner, &found)
        }
        if rest.isVector { return try findOccurrences(rest, depth: depth, &found) }
        guard rest.isIdentifier else { return }
        let occurrence = Occurrence(identifier: rest.bits, depth: depth)
        if !found.contains(occurrence) { found.append(occurrence) }
    }

    /// The alias of this expansion for an identifier.
    private mutating func rename(_ identifier: Value) -> Value {
        if let alias = renamings[identifier.bits] { return alias }
        let alias = expander.alias(identifier, in: macro.scope)
        renamings[identifier.bits] = alias
        return alias
    }
}
