/// One use of a `syntax-rules` macro (R7RS 4.3.2): matching here, templates in `SyntaxRules+Template.swift`.
struct SyntaxRules {
    let expander: Expander
    let macro: Macro
    let useScope: Scope
    /// The identifier that takes the place of `...`; #f for the standard one.
    let customEllipsis: Value
    let literals: [Value]
    let rules: Value
    /// The aliases of this expansion, by the identifier that they rename.
    var renamings: [Int: Value] = [:]
    let ellipsisSymbol: Value
    let underscoreSymbol: Value

    /// What a pattern variable stands for.
    indirect enum Match {
        case one(Value)
        case many([Match])
    }

    struct Bindings {
        var identifiers: [Int] = []
        var matches: [Match] = []
        /// How many ellipses follow each variable in the pattern, less those that the template has used up.
        var depths: [Int] = []

        mutating func add(_ identifier: Value, _ match: Match, depth: Int = 0) {
            identifiers.append(identifier.bits)
            matches.append(match)
            depths.append(depth)
        }

        func find(_ identifier: Value) -> Match? {
            let bits = identifier.bits
            for index in identifiers.indices where identifiers[index] == bits { return matches[index] }
            return nil
        }
    }

    init(_ expander: Expander, _ macro: Macro, useScope: Scope) {
        self.expander = expander
        self.macro = macro
        self.useScope = useScope
        customEllipsis = macro.payload[slot: 0]
        literals = macro.payload[slot: 1].listElements().elements
        rules = macro.payload[slot: 2]
        ellipsisSymbol = expander.symbol(.ellipsis)
        underscoreSymbol = expander.symbol(.underscore)
    }

    /// The expansion of the first rule that matches.
    mutating func expand(_ form: Value) throws(Signal) -> Value {
        var rest = rules
        while rest.isPair {
            let rule = rest.car
            var bindings = Bindings()
            // The keyword at the head of a pattern matches anything.
            if try match(rule.car.cdr, form.cdr, &bindings) {
                return try instantiate(rule.cdr.car, bindings, form)
            }
            rest = rest.cdr
        }
        throw expander.interpreter.illFormed(expander.stripForReport(form))
    }

    // MARK: Identifiers of patterns and templates

    func isLiteral(_ identifier: Value) -> Bool {
        for literal in literals where literal == identifier { return true }
        return false
    }

    /// Whether the form is the ellipsis of this macro. A local variable of that name is none.
    func isEllipsis(_ form: Value) -> Bool {
        guard form.isIdentifier else { return false }
        guard !isLiteral(form) else { return false }
        if customEllipsis.isTrue { return form == customEllipsis }
        guard form.identifierSymbol == ellipsisSymbol else { return false }
        if case .variable = expander.resolve(form, macro.scope) { return false }
        return true
    }

    private func isUnderscore(_ identifier: Value) -> Bool {
        guard identifier.identifierSymbol == underscoreSymbol else { return false }
        if case .variable = expander.resolve(identifier, macro.scope) { return false }
        return true
    }

    // MARK: Matching

    private mutating func match(_ pattern: Value, _ input: Value, _ bindings: inout Bindings) throws(Signal) -> Bool {
        try expander.enter()
        defer { expander.leave() }
        var pattern = pattern
        var input = input
        while pattern.isPair {
            if pattern.cdr.isPair, isEllipsis(pattern.cdr.car) {
                return try matchEllipsis(pattern, input, &bindings)
            }
            guard input.isPair, try matchElement(pattern.car, input.car, &bindings) else { return false }
            pattern = pattern.cdr
            input = input.cdr
        }
        return try matchElement(pattern, input, &bindings)
    }

    /// A pattern that is an identifier, a constant, a vector or (one level down) a list.
    private mutating func matchElement(_ pattern: Value, _ input: Value, _ bindings: inout Bindings)
        throws(Signal) -> Bool
    {
        if pattern.isPair { return try match(pattern, input, &bindings) }
        if pattern.isNull { return input.isNull }
        if pattern.isIdentifier {
            if isLiteral(pattern) {
                return input.isIdentifier && expander.sameBinding(input, useScope, pattern, macro.scope)
            }
            if !isUnderscore(pattern) { bindings.add(pattern, .one(input)) }
            return true
        }
        if pattern.isVector {
            guard input.isVector else { return false }
            return try match(vectorList(pattern), vectorList(input), &bindings)
        }
        return sameConstant(pattern, input)
    }

    func vectorList(_ vector: Value) -> Value {
        expander.heap.list((0..<vector.length).map { vector[slot: $0] })
    }

    /// `(sub ... tail …  . end)`: as many elements as the tail leaves over.
    private mutating func matchEllipsis(_ pattern: Value, _ input: Value, _ bindings: inout Bindings)
        throws(Signal) -> Bool
    {
        let sub = pattern.car
        let tail = pattern.cdr.cdr
        var tailLength = 0
        var rest = tail
        while rest.isPair {
            tailLength += 1
            rest = rest.cdr
        }
        guard let available = pairCount(input), available >= tailLength else { return false }
        var input = input
        var rows: [Bindings] = []
        for _ in 0..<(available - tailLength) {
            var row = Bindings()
            guard try matchElement(sub, input.car, &row) else { return false }
            rows.append(row)
            input = input.cdr
        }
        if let first = rows.first {
            for column in first.identifiers.indices {
                bindings.identifiers.append(first.identifiers[column])
                bindings.matches.append(.many(rows.map { $0.matches[column] }))
                bindings.depths.append(first.depths[column] + 1)
            }
        } else {
            for variable in try variables(of: sub, depth: 1, in: pattern) {
                bindings.add(variable.identifier, .many([]), depth: variable.depth)
            }
        }
        return try match(tail, input, &bindings)
    }

    /// The number of pairs before the end of a list, proper or not; nil for a circular one.
    private func pairCount(_ list: Value) -> Int? {
        var count = 0
        var rest = list
        while rest.isPair {
            count += 1
            rest = rest.cdr
            if count == 100_000 && rest.isPair && rest.properListLength == nil { return nil }
        }
        return count
    }

    /// The variables of a pattern, with the number of ellipses that follow each, and `depth` more.
    /// - Throws: a syntax error for two ellipses in one list.
    func variables(of pattern: Value, depth: Int, in whole: Value) throws(Signal) -> [(identifier: Value, depth: Int)] {
        try expander.enter()
        defer { expander.leave() }
        if pattern.isVector { return try variables(of: vectorList(pattern), depth: depth, in: whole) }
        var result: [(identifier: Value, depth: Int)] = []
        var rest = pattern
        var hasEllipsis = false
        while rest.isPair {
            let sub = rest.car
            rest = rest.cdr
            let isRepeated = rest.isPair && isEllipsis(rest.car)
            if isRepeated {
                rest = rest.cdr
                if hasEllipsis {
                    throw expander.interpreter.syntaxError(
                        "Only one ellipsis allowed in pattern:", expander.stripForReport(whole))
                }
                hasEllipsis = true
            }
            result += try variables(of: sub, depth: isRepeated ? depth + 1 : depth, in: whole)
        }
        if rest.isIdentifier, !isLiteral(rest), !isEllipsis(rest), !isUnderscore(rest) {
            result.append((rest, depth))
        }
        return result
    }

    /// `equal?` for the constants of patterns.
    private func sameConstant(_ pattern: Value, _ input: Value) -> Bool {
        if pattern == input { return true }
        if pattern.isFlonum { return input.isFlonum && pattern.double == input.double }
        guard pattern.isObject, input.isObject, pattern.type == input.type else { return false }
        if pattern.isString {
            guard pattern.stringLength == input.stringLength else { return false }
            return (0..<pattern.stringLength).allSatisfy { pattern.stringScalar(at: $0) == input.stringScalar(at: $0) }
        }
        if pattern.isBytevector { return pattern.byteBuffer.elementsEqual(input.byteBuffer) }
        guard pattern.isNumber, pattern.length == input.length, pattern.flags == input.flags else { return false }
        // Words of a bignum; parts of a ratio or complex number.
        return (0..<pattern.length).allSatisfy { index in
            let (one, other) = (pattern[slot: index], input[slot: index])
            return pattern.isBignum ? one == other : sameConstant(one, other)
        }
    }
}
