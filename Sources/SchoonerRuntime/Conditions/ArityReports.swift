// What a procedure accepts, in numbers and in MIT's words.

extension Interpreter {
    /// The least and greatest number of arguments of a procedure; nil for no limit, (0, nil) when it is not known.
    package func arity(of procedure: Value) -> (minimum: Int, maximum: Int?) {
        switch procedure.type {
        case .closure where procedure.code.isType(.code):
            let code = procedure.code
            return (code.codeRequired, code.codeHasRest ? nil : code.codeRequired + code.codeOptional)
        case .primitive:
            let row = primitiveRows[procedure[slot: 0].fixnum]
            return (row.minimum, row.maximum)
        case .parameter: return (0, procedure[slot: 3].isTrue ? 1 : 0)
        case .applyHook: return arity(of: procedure[slot: 0])
        case .entity:
            let inner = arity(of: procedure[slot: 0])
            return (max(0, inner.minimum - 1), inner.maximum.map { max(0, $0 - 1) })
        default: return (0, nil)
        }
    }

    /// `The procedure #[compound-procedure 12 f] has been called with 1 argument; it requires exactly 2 arguments.`
    func arityReport(_ procedure: Value, _ operands: Value) -> String {
        let given = operands.properListLength ?? 0
        let (minimum, maximum) = arity(of: procedure)
        let requirement: String
        if let maximum {
            requirement =
                minimum == maximum
                ? "exactly \(arguments(minimum))" : "between \(minimum) and \(arguments(maximum, always: true))"
        } else {
            requirement = "at least \(arguments(minimum))"
        }
        return
            "The procedure \(written(procedure)) has been called with \(arguments(given)); it requires \(requirement)."
    }

    private func arguments(_ count: Int, always plural: Bool = false) -> String {
        count == 1 && !plural ? "1 argument" : "\(count) arguments"
    }
}
