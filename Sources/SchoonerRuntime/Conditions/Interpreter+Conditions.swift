// Making the conditions that the runtime signals. Each function gives a `Signal` to throw.

extension Interpreter {
    /// The condition type object of a standard type.
    package func conditionType(_ type: StandardCondition) -> Value { conditionTypeRoots[type.rawValue] }

    /// A condition object of a standard type; `fields` are those of the whole ancestry, in order.
    package func condition(_ type: StandardCondition, _ fields: Value...) -> Value {
        heap.object(.condition, conditionType(type), .false, .null, heap.vector(fields), .null)
    }

    /// `The object 5, passed as the first argument to car, is not the correct type.`
    /// - Parameters:
    ///   - operand: the argument's position, counted from 0; nil for "passed as an argument to".
    ///   - procedure: the name of the operator.
    package func wrongType(_ object: Value, _ operand: Int?, _ procedure: String) -> Signal {
        .raise(
            condition(
                .wrongTypeArgument, object, heap.intern(procedure), operand.map { Value(fixnum: $0) } ?? .false))
    }

    /// `The object 2.5, passed as an argument to quotient, is not an integer.`
    /// - Parameters:
    ///   - description: what the object should have been, with its article.
    ///   - procedure: the name of the operator.
    package func notA(_ object: Value, _ description: String, _ procedure: String) -> Signal {
        .raise(
            condition(.wrongTypeArgument, object, heap.intern(procedure), heap.string(description)))
    }

    /// `The object 9, passed as the second argument to vector-ref, is not in the correct range.`
    package func badRange(_ object: Value, _ operand: Int?, _ procedure: String) -> Signal {
        .raise(
            condition(.badRangeArgument, object, heap.intern(procedure), operand.map { Value(fixnum: $0) } ?? .false))
    }

    /// What `(error message irritant …)` signals.
    package func simpleError(_ message: String, _ irritants: Value...) -> Signal {
        .raise(condition(.simpleError, heap.string(message), heap.list(irritants)))
    }

    /// Whether the error is one of an argument, so that the call may be made again with another.
    func mayBeRetried(_ object: Value) -> Bool {
        guard object.isType(.condition) else { return false }
        let type = object[slot: ConditionLayout.type]
        return type == conditionType(.wrongTypeArgument) || type == conditionType(.badRangeArgument)
    }

    /// `Division by zero signalled by /.`
    package func divideByZero(_ procedure: String, _ operands: [Value]) -> Signal {
        .raise(condition(.divideByZero, heap.intern(procedure), heap.list(operands)))
    }

    /// `Ill-formed special form: (form)`
    package func illFormed(_ form: Value) -> Signal {
        .raise(condition(.syntaxError, heap.string("Ill-formed special form:"), heap.list(form)))
    }

    /// A syntax error with a text of its own.
    package func syntaxError(_ message: String, _ irritants: Value...) -> Signal {
        .raise(condition(.syntaxError, heap.string(message), heap.list(irritants)))
    }

    /// Builds the type objects of the standard taxonomy; called once, at boot.
    func makeConditionTypes() {
        conditionTypeRoots = heap.roots + heap.rootCount
        for type in StandardCondition.allCases { _ = heap.makeStandingRoot(makeConditionType(type)) }
    }

    private func makeConditionType(_ type: StandardCondition) -> Value {
        var fields: [Value] = []
        var ancestor: StandardCondition? = type
        while let current = ancestor {
            fields = current.ownFields.map { heap.intern($0) } + fields
            ancestor = current.parent
        }
        let object = heap.object(.conditionType, heap.string(type.name), .null, heap.list(fields), .false)
        let inherited = type.parent.map { conditionType($0)[slot: ConditionTypeLayout.generalizations] } ?? .null
        heap.set(object, slot: ConditionTypeLayout.generalizations, heap.cons(object, inherited))
        heap.define(systemEnvironment, "condition-type:" + type.name, object)
        return object
    }
}
