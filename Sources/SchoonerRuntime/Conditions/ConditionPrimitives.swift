/// Condition types and conditions as data: MIT reference manual 16.5, 16.6; R7RS 6.11. What signals and handles
/// conditions is elsewhere.
package enum ConditionPrimitives {
    package static let table: [Primitive] = [
        Primitive("make-condition-type", 4, "A type: name, generalization, field names, reporter. MIT 16.6", makeType),
        Primitive("condition-type?", 1, "Whether the object is a condition type. MIT 16.6", isType),
        Primitive("condition-type/error?", 1, "Whether conditions of the type are errors. MIT 16.6", isErrorType),
        Primitive("condition-type/name", 1, "The name of a condition type, a string. MIT 12.1", typeName),
        Primitive("condition-type/field-names", 1, "The names of a type's fields. MIT 16.6", fieldNames),
        Primitive(
            "condition-type/generalizations", 1, "The type's ancestors, nearest first. MIT 16.6", generalizations),
        Primitive("condition?", 1, "Whether the object is a condition. MIT 16.5", isCondition),
        Primitive("condition/type", 1, "The type of a condition. MIT 16.5", type),
        Primitive("condition/restarts", 1, "The restarts that a condition offers. MIT 16.5", restarts),
        Primitive("condition/continuation", 1, "Where a condition was signalled, or #f. MIT 16.5", continuation),
        Primitive("condition/error?", 1, "Whether a condition is an error. MIT 16.5", isErrorCondition),
        Primitive(
            "%backtrace-lines", 1, "The calls of the program on the way to the signal, in words, innermost first.",
            backtraceLines),
        Primitive("%condition/backtrace", 1, "The places on the way to the signal, innermost first.", backtrace),
        Primitive("%make-condition", 4, "A condition: type, continuation, restarts, list of names and values.", make),
        Primitive("%condition-is-a?", 2, "Whether a condition is of the type or of one that extends it.", isOfType),
        Primitive("access-condition", 2, "The value of a condition's field. MIT 16.5", access),
        Primitive("%condition-reporter", 1, "The program's procedure that reports the condition, or #f.", reporter),
        Primitive("%condition-report-string", 1, "The report of a condition that has no reporter.", report),
        Primitive("%format-error-message", 2, "The text of a message and its irritants.", format),
        Primitive("error?", 1, "Whether the object is an error condition. MIT 16.5", isError),
        Primitive("error-object?", 1, "Whether the object is an error condition. R7RS 6.11", isError),
        Primitive("%error-has-message?", 1, "Whether an error has a message and irritants.", hasMessage),
        Primitive("error-irritants", 1, "The irritants of an error, else (). MIT", irritants),
        Primitive("error-object-irritants", 1, "The irritants of an error, else (). R7RS 6.11", irritants),
        Primitive("file-error?", 1, "Whether the object is an error of a file operation. R7RS 6.11", isFileError),
        Primitive("read-error?", 1, "Whether the object is an error of `read`. R7RS 6.11", isReadError),
    ]

    private static func check(_ scheme: Interpreter, _ value: Value, _ procedure: String) throws(Signal) -> Value {
        guard value.isType(.condition) else { throw scheme.wrongType(value, nil, procedure) }
        return value
    }

    private static func checkType(_ scheme: Interpreter, _ value: Value, _ procedure: String) throws(Signal) -> Value {
        guard value.isType(.conditionType) else { throw scheme.wrongType(value, nil, procedure) }
        return value
    }

    private static func extends(_ type: Value, _ ancestor: Value) -> Bool {
        var types = type[slot: ConditionTypeLayout.generalizations]
        while types.isPair {
            if types.car == ancestor { return true }
            types = types.cdr
        }
        return false
    }

    private static func isKind(_ value: Value, _ scheme: Interpreter, _ type: StandardCondition) -> Bool {
        value.isType(.condition) && extends(value[slot: ConditionLayout.type], scheme.conditionType(type))
    }

    // MARK: Types

    static func makeType(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let heap = scheme.heap
        let parent = arguments[1]
        guard arguments[0].isSymbol || arguments[0].isString else {
            throw scheme.wrongType(arguments[0], nil, "make-condition-type")
        }
        guard parent.isType(.conditionType) || parent.isFalse || parent.isNull else {
            throw scheme.wrongType(parent, nil, "make-condition-type")
        }
        guard arguments[2].properListLength != nil, arguments[2].listElements().elements.allSatisfy(\.isSymbol) else {
            throw scheme.wrongType(arguments[2], nil, "make-condition-type")
        }
        guard arguments[3].isFalse || arguments[3].isString || arguments[3].isProcedure else {
            throw scheme.wrongType(arguments[3], nil, "make-condition-type")
        }
        var fields: [Value] = []
        var inherited = Value.null
        if parent.isType(.conditionType) {
            fields = parent[slot: ConditionTypeLayout.fieldNames].listElements().elements
            inherited = parent[slot: ConditionTypeLayout.generalizations]
        }
        for name in arguments[2].listElements().elements where !fields.contains(name) { fields.append(name) }
        let name = arguments[0].isSymbol ? arguments[0].symbolName : arguments[0]
        let type = heap.object(.conditionType, name, .null, heap.list(fields), arguments[3])
        heap.set(type, slot: ConditionTypeLayout.generalizations, heap.cons(type, inherited))
        return type
    }

    static func isType(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isType(.conditionType))
    }

    /// A type's generalizations from one of them on, as 12.1 answers questions about it; #f when it is none of them.
    private static func generalizations(_ type: Value, from ancestor: Value) -> Value {
        var rest = type[slot: ConditionTypeLayout.generalizations]
        while rest.isPair {
            if rest.car == ancestor { return rest }
            rest = rest.cdr
        }
        return .false
    }

    static func isErrorType(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        generalizations(
            try checkType(scheme, arguments[0], "condition-type/error?"), from: scheme.conditionType(.error))
    }

    static func typeName(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkType(scheme, arguments[0], "condition-type/name")[slot: ConditionTypeLayout.name]
    }

    static func fieldNames(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkType(scheme, arguments[0], "condition-type/field-names")[slot: ConditionTypeLayout.fieldNames]
    }

    static func generalizations(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try checkType(scheme, arguments[0], "condition-type/generalizations")[slot: ConditionTypeLayout.generalizations]
            .cdr
    }

    // MARK: Conditions

    static func isCondition(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isType(.condition))
    }

    static func type(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try check(scheme, arguments[0], "condition/type")[slot: ConditionLayout.type]
    }

    static func restarts(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try check(scheme, arguments[0], "condition/restarts")[slot: ConditionLayout.restarts]
    }

    static func continuation(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try check(scheme, arguments[0], "condition/continuation")[slot: ConditionLayout.continuation]
    }

    static func backtraceLines(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let lines = scheme.backtrace(of: arguments[0]).filter { !$0.isLibrary }.compactMap { entry -> String? in
            guard let file = entry.file, let line = entry.line, let column = entry.column,
                // The form that was just typed is there to be seen.
                file != FormPrimitives.console || !entry.procedure.isEmpty
            else { return nil }
            let name = entry.procedure.isEmpty ? "(top level)" : entry.procedure
            return "in \(name) at \(file):\(line):\(column)"
        }
        return scheme.heap.list(lines.map { scheme.heap.string($0) })
    }

    static func backtrace(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try check(scheme, arguments[0], "%condition/backtrace")[slot: ConditionLayout.backtrace]
    }

    static func isErrorCondition(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        generalizations(
            try check(scheme, arguments[0], "condition/error?")[slot: ConditionLayout.type],
            from: scheme.conditionType(.error))
    }

    static func make(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let heap = scheme.heap
        let type = try checkType(scheme, arguments[0], "make-condition")
        let (given, tail) = arguments[3].listElements(limit: 1 << 20)
        guard tail.isNull, given.count % 2 == 0 else { throw scheme.wrongType(arguments[3], nil, "make-condition") }
        let names = type[slot: ConditionTypeLayout.fieldNames].listElements().elements
        let fields = heap.vector(count: names.count, fill: .false)
        for index in stride(from: 0, to: given.count, by: 2) {
            guard let place = names.firstIndex(of: canonical(scheme, given[index], names)) else {
                throw scheme.badRange(given[index], nil, "make-condition")
            }
            heap.set(fields, slot: place, given[index + 1])
        }
        return heap.object(.condition, type, arguments[1], arguments[2], fields, .null)
    }

    static func isOfType(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let type = try checkType(scheme, arguments[1], "condition-predicate")
        return Value(arguments[0].isType(.condition) && extends(arguments[0][slot: ConditionLayout.type], type))
    }

    /// 12.1 calls a variable's name `location`; the manual's name is ours.
    private static func canonical(_ scheme: Interpreter, _ name: Value, _ names: [Value]) -> Value {
        if names.contains(name) || name != scheme.heap.intern("location") { return name }
        return scheme.heap.intern("name")
    }

    static func access(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let condition = try check(scheme, arguments[0], "access-condition")
        let names = condition[slot: ConditionLayout.type][slot: ConditionTypeLayout.fieldNames].listElements().elements
        if let value = scheme.conditionField(condition, canonical(scheme, arguments[1], names)) {
            return arguments[1] == scheme.heap.intern("operator") ? operatorObject(scheme, condition, value) : value
        }
        // What a wrong-type condition expected: 12.1 has such a field, and it is mostly #f there too.
        if isKind(condition, scheme, .wrongTypeDatum), arguments[1] == scheme.heap.intern("type") { return .false }
        throw scheme.badRange(arguments[1], nil, "condition-accessor")
    }

    /// The operator as 12.1 has it: the procedure itself where the operand is known by its place, else a name.
    private static func operatorObject(_ scheme: Interpreter, _ condition: Value, _ name: Value) -> Value {
        guard name.isSymbol, scheme.conditionField(condition, "operand").isFixnum,
            let cell = scheme.heap.ownCell(scheme.systemEnvironment, name),
            cell[slot: CellLayout.value].isType(.primitive)
        else { return name }
        return cell[slot: CellLayout.value]
    }

    // MARK: Reports

    static func reporter(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        var types = try check(scheme, arguments[0], "condition/report-string")[slot: ConditionLayout.type][
            slot: ConditionTypeLayout.generalizations]
        while types.isPair {
            let reporter = types.car[slot: ConditionTypeLayout.reporter]
            if reporter.isProcedure { return reporter }
            if reporter.isString || scheme.standardCondition(types.car) != nil { return .false }
            types = types.cdr
        }
        return .false
    }

    static func report(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let condition = try check(scheme, arguments[0], "condition/report-string")
        let report = try scheme.usingPrintMethods("%condition-report-string", arguments, escapes: true) {
            () throws(Signal) in scheme.reportString(condition)
        }
        return scheme.heap.string(report)
    }

    static func format(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.string(scheme.formatMessage(arguments[0], arguments[1]))
    }

    // MARK: Errors

    static func isError(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(isKind(arguments[0], scheme, .error))
    }

    static func isFileError(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(isKind(arguments[0], scheme, .fileError))
    }

    static func isReadError(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(isKind(arguments[0], scheme, .readError))
    }

    static func hasMessage(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let condition = try check(scheme, arguments[0], "error-object-message")
        return Value(scheme.conditionField(condition, scheme.heap.intern("irritants")) != nil)
    }

    static func irritants(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let condition = try check(scheme, arguments[0], "error-object-irritants")
        return scheme.conditionField(condition, scheme.heap.intern("irritants")) ?? .null
    }
}
