/// The condition types that the runtime itself signals: MIT Scheme's taxonomy, with generalisations and fields.
package enum StandardCondition: Int, CaseIterable, Sendable {
    // A parent stands before its children.
    case seriousCondition, error, simpleError, illegalDatum, wrongTypeDatum, wrongTypeArgument
    case badRangeDatum, badRangeArgument, inapplicableObject, wrongNumberOfArguments
    case cellError, variableError, unboundVariable, unassignedVariable, macroBinding
    case arithmeticError, divideByZero, floatingPointOverflow, floatingPointUnderflow
    case controlError, noSuchRestart, threadControlError, threadDeadlock, threadDetached, threadDead
    case noCurrentThread, threadError, derivedThreadError
    case portError, derivedPortError, characterEncodingError
    case fileError, fileOperationError, derivedFileError
    case primitiveProcedureError, systemCallError
    case readError, parseError, prematureEOF, syntaxError
    case warning, simpleWarning, simpleCondition, breakpoint

    /// The name as MIT prints it.
    package var name: String { row.name }
    package var parent: StandardCondition? { row.parent }
    /// The fields that this type adds to its parent's.
    package var ownFields: [String] { row.fields }

    private var row: (name: String, parent: StandardCondition?, fields: [String]) {
        switch self {
        case .seriousCondition: ("serious-condition", nil, [])
        case .error: ("error", .seriousCondition, [])
        case .simpleError: ("simple-error", .error, ["message", "irritants"])
        case .illegalDatum: ("illegal-datum", .error, ["datum"])
        case .wrongTypeDatum: ("wrong-type-datum", .illegalDatum, [])
        case .wrongTypeArgument: ("wrong-type-argument", .wrongTypeDatum, ["operator", "operand"])
        case .badRangeDatum: ("datum-out-of-range", .illegalDatum, [])
        case .badRangeArgument: ("bad-range-argument", .badRangeDatum, ["operator", "operand"])
        case .inapplicableObject: ("inapplicable-object", .illegalDatum, ["operands"])
        case .wrongNumberOfArguments: ("wrong-number-of-arguments", .wrongTypeDatum, ["operands"])
        case .cellError: ("cell-error", .error, [])
        case .variableError: ("variable-error", .cellError, ["environment", "name"])
        case .unboundVariable: ("unbound-variable", .variableError, [])
        case .unassignedVariable: ("unassigned-variable", .variableError, [])
        case .macroBinding: ("macro-binding", .variableError, [])
        case .arithmeticError: ("arithmetic-error", .error, ["operator", "operands"])
        case .divideByZero: ("divide-by-zero", .arithmeticError, [])
        case .floatingPointOverflow: ("floating-point-overflow", .arithmeticError, [])
        case .floatingPointUnderflow: ("floating-point-underflow", .arithmeticError, [])
        case .controlError: ("control-error", .error, [])
        case .noSuchRestart: ("no-such-restart", .controlError, ["name", "restarts"])
        case .threadControlError: ("thread-control-error", .controlError, ["thread"])
        case .threadDeadlock: ("thread-deadlock", .threadControlError, ["description", "operator", "operand"])
        case .threadDetached: ("thread-detached", .threadControlError, [])
        case .threadDead: ("thread-dead", .threadControlError, ["verb", "operator", "operands"])
        case .noCurrentThread: ("no-current-thread", .controlError, [])
        case .threadError: ("thread-error", .error, ["thread"])
        case .derivedThreadError: ("derived-thread-error", .threadError, ["condition"])
        case .portError: ("port-error", .error, ["port"])
        case .derivedPortError: ("derived-port-error", .portError, ["condition"])
        case .characterEncodingError: ("char-encoding-error", .portError, ["char"])
        case .fileError: ("file-error", .error, ["filename"])
        case .fileOperationError:
            ("file-operation-error", .fileError, ["verb", "noun", "reason", "operator", "operands"])
        case .derivedFileError: ("derived-file-error", .fileError, ["condition"])
        case .primitiveProcedureError: ("primitive-procedure-error", .error, ["operator", "operands"])
        case .systemCallError: ("system-call-error", .primitiveProcedureError, ["system-call", "error-type"])
        case .readError: ("read-error", .error, [])
        case .parseError: ("parse-error", .readError, ["port", "message", "irritants", "file", "line", "column"])
        case .prematureEOF: ("premature-eof", .parseError, [])
        case .syntaxError: ("syntax-error", .error, ["message", "irritants"])
        case .warning: ("warning", nil, [])
        case .simpleWarning: ("simple-warning", .warning, ["message", "irritants"])
        case .simpleCondition: ("simple-condition", nil, ["message", "irritants"])
        case .breakpoint: ("breakpoint", nil, ["environment", "message", "prompt"])
        }
    }
}
