/// Procedures, continuations and the machine's dynamic registers (R7RS 6.10).
enum ControlPrimitives {
    static let table: [Primitive] = [
        Primitive("eof-object?", 1, "Whether the object is the end-of-file object. R7RS 6.13.2", isEOF),
        Primitive("%default-object?", 1, "Whether the object is `#!default`.", isDefault),
        Primitive("%apply", 1..., "Calls a procedure with a list of arguments. R7RS 6.10", apply),
        Primitive("%values", 0..., "Gives several values to its continuation. R7RS 6.10", values),
        Primitive(
            "call-with-current-continuation", 1, "Calls the procedure with the current continuation. R7RS 6.10", callCC),
        Primitive("call/cc", 1, "Calls the procedure with the current continuation. R7RS 6.10", callCC),
        Primitive("continuation?", 1, "Whether the object is a continuation. MIT 12.4", isContinuation),
        Primitive(
            "%within-continuation", 2, "Calls the thunk in the continuation, winders dealt with.", withinContinuation),
        Primitive("%reinstate", 2, "Gives the list of values to the continuation, winders dealt with.", reinstate),
        Primitive("%continuation-winders", 1, "The winders of a continuation.", continuationWinders),
        Primitive("%winders", 0, "The winders in force.", winders),
        Primitive("%set-winders!", 1, "Replaces the winders in force.", setWinders),
        Primitive("%handlers", 0, "The exception handlers in force.", handlers),
        Primitive("%set-handlers!", 1, "Replaces the exception handlers in force.", setHandlers),
        Primitive("%parameters", 0, "The parameter bindings in force.", parameters),
        Primitive("%set-parameters!", 1, "Replaces the parameter bindings in force.", setParameters),
        Primitive(
            "%make-parameter", 3, "A parameter of value, converter (or #f) and whether it can be set.", makeParameter),
        Primitive("%set-parameter!", 2, "Gives a parameter's innermost binding a value as it is.", setParameter),
        Primitive("%parameter-converter", 1, "The converter of a parameter, or #f.", parameterConverter),
        Primitive("%make-variable-cell", 2, "A variable for a first-class environment.", makeVariableCell),
        Primitive("%nested-run?", 0, "Whether a primitive waits for what runs now, so that it cannot be left waiting.")
        {
            scheme, _ in
            Value(scheme.scheduler.isNested)
        },
        Primitive("%unhandled", 1, "Ends the thread with an object that no handler took.", unhandled),
        Primitive("%note-backtrace!", 1, "Gives a condition the frames that are waiting now.", noteBacktrace),
        Primitive("%stack-frames", 0, "The calls that wait for this one, innermost first, as vectors.") {
            scheme, args in
            scheme.machine.describeFrames(above: args.base - 2)
        },
        Primitive(
            "%set-condition-restarts!", 2...3, "Gives a condition its restarts and, unless it has one, a continuation.",
            setConditionRestarts),
        Primitive(
            "%make-standard-condition", 2, "A condition of the type with the list of field values.", makeCondition),
        Primitive("%make-restart", 4, "A restart of name, reporter, effector and interactor.", makeRestart),
        Primitive("restart?", 1, "Whether the object is a restart. MIT 16.4", isRestart),
        Primitive("restart/name", 1, "The name of a restart. MIT 16.4", restartName),
        Primitive("restart/effector", 1, "What a restart does. MIT 16.4", restartEffector),
        Primitive("restart/interactor", 1, "How a restart asks for its arguments. MIT 16.4", restartInteractor),
        Primitive(
            "restart/reporter", 1, "How a restart describes itself: a string or a procedure of a port.", restartReporter
        ),
        Primitive(
            "emergency-exit", 0...1, "Ends the process without running outer `dynamic-wind` procedures. R7RS 6.14", exit
        ),
        Primitive("gc-flip", 0...1, "Collects; the number of free words. MIT 12.1", collectGarbage),
        Primitive("gc", 0...1, "Collects; the number of free words.", collectGarbage),
        Primitive(
            "%gc-pauses", 0...1,
            "Collections' number; milliseconds: longest, 99.9th percentile, median, total, longest in processor time.",
            collectionPauses),
        Primitive(
            "procedure-arity", 1, "The least and greatest number of arguments, as a pair. MIT 12.2", procedureArity),
        Primitive("procedure-name", 1, "The name of a procedure, or #f.", procedureName),
        Primitive("%procedure-source", 1, "The text of a compound procedure as a datum, or #f.", procedureSource),
    ]

    static func isEOF(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value { Value(args[0].isEOF) }

    static func isDefault(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value { Value(args[0].isDefault) }

    static func apply(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        if args.count == 1 { throw .call(args[0], []) }
        var arguments = Array(args.rest(from: 1).dropLast())
        let last = args[args.count - 1]
        guard last.properListLength != nil else {
            let improper = arguments.reversed().reduce(last) { scheme.heap.cons($1, $0) }
            throw scheme.simpleError("apply: Improper argument list", improper)
        }
        arguments += last.listElements().elements
        throw .call(args[0], arguments)
    }

    static func values(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        if args.count == 1 { return args[0] }
        throw .values(args.all)
    }

    static func callCC(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value { throw .capture(args[0]) }

    static func isContinuation(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        Value(args[0].isType(.continuation))
    }

    private static func continuation(_ scheme: Interpreter, _ value: Value, _ procedure: String) throws(Signal) -> Value
    {
        guard value.isType(.continuation) else { throw scheme.wrongType(value, 0, procedure) }
        return value
    }

    static func withinContinuation(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        throw .within(try continuation(scheme, args[0], "within-continuation"), args[1])
    }

    static func reinstate(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        throw .reinstate(try continuation(scheme, args[0], "within-continuation"), args[1].listElements().elements)
    }

    static func continuationWinders(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        try continuation(scheme, args[0], "within-continuation")[slot: ContinuationLayout.winders]
    }

    // MARK: Dynamic registers

    static func winders(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value { scheme.machine.winders }

    static func setWinders(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        scheme.machine.winders = args[0]
        return .unspecific
    }

    static func handlers(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value { scheme.machine.handlers }

    static func setHandlers(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        scheme.machine.handlers = args[0]
        return .unspecific
    }

    static func parameters(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        scheme.machine.parameters
    }

    static func setParameters(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        scheme.machine.parameters = args[0]
        return .unspecific
    }

    static func makeParameter(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        scheme.heap.object(.parameter, .false, args[0], args[1], args[2])
    }

    static func setParameter(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        guard args[0].isType(.parameter) else { throw scheme.wrongType(args[0], 0, "%set-parameter!") }
        scheme.machine.setParameter(args[0], args[1])
        return .unspecific
    }

    static func parameterConverter(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        guard args[0].isType(.parameter) else { throw scheme.wrongType(args[0], 0, "parameterize*") }
        return args[0][slot: 2]
    }

    static func makeVariableCell(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        scheme.heap.object(.globalCell, args[0], args[1], .false, .zero)
    }

    // MARK: Conditions

    static func unhandled(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        if scheme.scheduler.isNested { throw scheme.scheduler.failNested(args[0]) }
        if scheme.machine.current !== scheme.scheduler.mainThread && !scheme.scheduler.isInEvaluation {
            throw scheme.scheduler.uncaughtError(args[0])
        }
        throw .unhandled(args[0])
    }

    static func noteBacktrace(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        scheme.machine.noteBacktrace(args[0], above: args.base - 2)
        return .unspecific
    }

    static func setConditionRestarts(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        guard args[0].isType(.condition) else { throw scheme.wrongType(args[0], 0, "condition/restarts") }
        scheme.heap.set(args[0], slot: ConditionLayout.restarts, args[1])
        if args.count > 2, args[0][slot: ConditionLayout.continuation].isFalse {
            scheme.heap.set(args[0], slot: ConditionLayout.continuation, args[2])
        }
        return .unspecific
    }

    static func makeCondition(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        guard args[0].isType(.conditionType) else { throw scheme.wrongType(args[0], 0, "make-condition") }
        return scheme.heap.object(
            .condition, args[0], .false, .null, scheme.heap.vector(args[1].listElements().elements), .null)
    }

    static func makeRestart(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        scheme.heap.object(.restart, args[0], args[2], args[3], args[1])
    }

    static func isRestart(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        Value(args[0].isType(.restart))
    }

    private static func part(_ scheme: Interpreter, _ value: Value, _ slot: Int, _ procedure: String) throws(Signal)
        -> Value
    {
        guard value.isType(.restart) else { throw scheme.wrongType(value, 0, procedure) }
        return value[slot: slot]
    }

    static func restartName(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        try part(scheme, args[0], 0, "restart/name")
    }

    static func restartEffector(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        try part(scheme, args[0], 1, "restart/effector")
    }

    static func restartInteractor(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        try part(scheme, args[0], 2, "restart/interactor")
    }

    static func restartReporter(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        try part(scheme, args[0], 3, "restart/reporter")
    }

    // MARK: The process

    /// MIT's codes: nothing, #t and the default object are success, #f and others are failures.
    static func exit(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        throw .exit(exitCode(args.optional(0)))
    }

    static func exitCode(_ value: Value?) -> Int32 {
        guard let value else { return 0 }
        if value == .true { return 0 }
        if value.isFixnum && (0..<256).contains(value.fixnum) { return Int32(value.fixnum) }
        return 24
    }

    static func collectGarbage(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        scheme.heap.requestMajorCollection()
        return Value(fixnum: max(0, scheme.heap.byteLimit - scheme.heap.usedBytes) / 8)
    }

    static func collectionPauses(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        let pauses = scheme.heap.pauses
        if args.optional(0) == .true { scheme.heap.forgetPauses() }
        let lengths = [
            pauses.longestNanoseconds, pauses.nanoseconds(perMille: 999), pauses.nanoseconds(perMille: 500),
            pauses.totalNanoseconds, pauses.longestProcessorNanoseconds,
        ]
        return scheme.heap.list(
            [Value(fixnum: pauses.count)] + lengths.map { scheme.heap.flonum(Double($0) / 1e6) })
    }

    // MARK: Procedure objects

    static func procedureArity(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        let (minimum, maximum) = try arity(scheme, args[0])
        return scheme.heap.cons(Value(fixnum: minimum), maximum.map { Value(fixnum: $0) } ?? .false)
    }

    private static func arity(_ scheme: Interpreter, _ procedure: Value) throws(Signal) -> (Int, Int?) {
        switch procedure.type {
        case .closure:
            let code = procedure.code
            return (code.codeRequired, code.codeHasRest ? nil : code.codeRequired + code.codeOptional)
        case .primitive:
            let row = scheme.primitiveRows[procedure[slot: 0].fixnum]
            return (row.minimum, row.maximum)
        case .continuation: return (0, nil)
        case .parameter: return (0, procedure[slot: 3].isTrue ? 1 : 0)
        case .applyHook: return try arity(scheme, procedure[slot: 0])
        case .entity:
            let (minimum, maximum) = try arity(scheme, procedure[slot: 0])
            return (max(0, minimum - 1), maximum.map { max(0, $0 - 1) })
        default: throw scheme.wrongType(procedure, 0, "procedure-arity")
        }
    }

    static func procedureName(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        switch args[0].type {
        case .closure: return args[0].code.codeName
        case .primitive: return args[0][slot: 1]
        default: return .false
        }
    }

    static func procedureSource(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        args[0].isType(.closure) ? args[0].code[slot: CodeLayout.source] : .false
    }
}
