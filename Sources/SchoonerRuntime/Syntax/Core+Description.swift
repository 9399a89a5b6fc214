// A compact text of core forms, for tests and for `--disassemble`-like tools. Variables that share a name are told apart
// by a number in the order of their appearance.

extension Core {
    /// The form as text: `(lambda (x) (if x (call #car x) 'done))`, with `#` in front of global names.
    package var rendering: String {
        var renderer = CoreRenderer()
        return renderer.render(self)
    }
}

private struct CoreRenderer {
    private var names: [ObjectIdentifier: String] = [:]
    private var uses: [String: Int] = [:]

    mutating func name(_ variable: Variable) -> String {
        if let name = names[ObjectIdentifier(variable)] { return name }
        let symbol = variable.name.symbolText
        let count = uses[symbol, default: 0]
        uses[symbol] = count + 1
        let name = count == 0 ? symbol : "\(symbol).\(count)"
        names[ObjectIdentifier(variable)] = name
        return name
    }

    mutating func render(_ core: Core) -> String {
        switch core {
        case .constant(let value): return CoreRenderer.quoted(value)
        case .local(let variable): return name(variable)
        case .global(let reference): return "#" + reference.name.symbolText
        case .assignLocal(let variable, let value): return "(set! \(name(variable)) \(render(value)))"
        case .assignGlobal(let reference, let value): return "(set! #\(reference.name.symbolText) \(render(value)))"
        case .define(let reference, let value): return "(define \(reference.name.symbolText) \(render(value)))"
        case .conditional(let test, let consequent, let alternative):
            return "(if \(render(test)) \(render(consequent)) \(render(alternative)))"
        case .lambda(let lambda): return render(lambda)
        case .sequence(let parts): return "(begin " + list(parts) + ")"
        case .call(.lambda(let lambda), let operands, _) where lambda.required.count == operands.count:
            var bindings: [String] = []
            for (variable, operand) in zip(lambda.required, operands) {
                let value = render(operand)
                bindings.append("(\(name(variable)) \(value))")
            }
            return "(let (\(bindings.joined(separator: " "))) \(render(lambda.body)))"
        case .call(let operation, let operands, _): return "(" + list([operation] + operands) + ")"
        case .letrec(let bindings, let body):
            var texts: [String] = []
            for binding in bindings { texts.append("(\(name(binding.variable)) \(render(binding.value)))") }
            return "(letrec (\(texts.joined(separator: " "))) \(render(body)))"
        case .theEnvironment(let variables, _):
            return "(the-environment" + variables.map { " " + name($0) }.joined() + ")"
        }
    }

    private mutating func list(_ cores: [Core]) -> String {
        var texts: [String] = []
        for core in cores { texts.append(render(core)) }
        return texts.joined(separator: " ")
    }

    private mutating func render(_ lambda: Lambda) -> String {
        var parameters = lambda.required.map { name($0) }
        if !lambda.optional.isEmpty { parameters += ["#!optional"] + lambda.optional.map { name($0) } }
        if let rest = lambda.rest { parameters += ["#!rest", name(rest)] }
        let head = lambda.name.isFalse ? "lambda" : "lambda:" + lambda.name.symbolText
        return "(\(head) (\(parameters.joined(separator: " "))) \(render(lambda.body)))"
    }

    private static func quoted(_ value: Value) -> String {
        switch value {
        case .unspecific: "#!unspecific"
        case .unassigned: "#!unassigned"
        default: value.isPair || value.isSymbol || value.isNull ? "'" + text(value) : text(value)
        }
    }

    /// A plain external representation: lists, symbols, fixnums, strings, booleans.
    static func text(_ value: Value) -> String {
        if value.isFixnum { return String(value.fixnum) }
        if value.isSymbol { return value.symbolText }
        if value.isString { return "\"" + value.swiftString + "\"" }
        if value.isFlonum { return String(value.double) }
        if value.isPair {
            let (elements, tail) = value.listElements(limit: 1000)
            return "(" + elements.map(text).joined(separator: " ") + (tail.isNull ? "" : " . " + text(tail)) + ")"
        }
        if value.isVector {
            return "#(" + (0..<value.length).map { text(value[slot: $0]) }.joined(separator: " ") + ")"
        }
        return switch value {
        case .true: "#t"
        case .false: "#f"
        case .null: "()"
        case .default: "#!default"
        default: value.isType(.syntacticClosure) ? "#[alias \(text(value.identifierSymbol))]" : "#[object]"
        }
    }
}
