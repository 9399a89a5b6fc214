// The report strings of the conditions that the runtime itself signals, worded as MIT Scheme 12.1 words them.

extension Interpreter {
    /// The report string of a condition whose type, or an ancestor of it, is a standard one.
    ///
    /// A type of a program's own reports as its nearest standard ancestor does, unless it has a reporter, which is for
    /// the prelude to call.
    package func reportString(_ condition: Value) -> String {
        guard condition.isType(.condition) else { return written(condition) }
        var types = condition[slot: ConditionLayout.type][slot: ConditionTypeLayout.generalizations]
        while types.isPair {
            let reporter = types.car[slot: ConditionTypeLayout.reporter]
            if reporter.isString { return reporter.swiftString }
            if let standard = standardCondition(types.car), let text = report(condition, as: standard) { return text }
            types = types.cdr
        }
        return "undocumented condition of type " + written(condition[slot: ConditionLayout.type])
    }

    /// Which standard type the condition type is.
    package func standardCondition(_ type: Value) -> StandardCondition? {
        StandardCondition.allCases.first { conditionType($0) == type }
    }

    /// The value of a field; nil when the condition's type has no field of the name.
    package func conditionField(_ condition: Value, _ name: Value) -> Value? {
        let type = condition[slot: ConditionLayout.type]
        let fields = condition[slot: ConditionLayout.fields]
        var names = type[slot: ConditionTypeLayout.fieldNames]
        var index = 0
        while names.isPair && index < fields.length {
            if names.car == name { return fields[slot: index] }
            names = names.cdr
            index += 1
        }
        return nil
    }

    func conditionField(_ condition: Value, _ name: String) -> Value {
        conditionField(condition, heap.intern(name)) ?? .false
    }

    /// Message and irritants as `error` joins them: a message that is no string is written, after a blank.
    /// Of large data only the beginning is shown.
    package func formatMessage(_ message: Value, _ irritants: Value) -> String {
        func shown(_ datum: Value) -> String { String(decoding: printed(datum, .irritant), as: UTF8.self) }
        var text = message.isString ? message.swiftString : " " + shown(message)
        var rest = irritants
        while rest.isPair {
            text += noise(rest.car) ?? " " + shown(rest.car)
            rest = rest.cdr
        }
        return text
    }

    /// The words of an irritant that `error-irritant/noise` made; they stand in a report as they are.
    private func noise(_ irritant: Value) -> String? {
        guard irritant.isType(.record), irritant.length == 2, irritant[slot: 0].isType(.recordType) else { return nil }
        let name = irritant[slot: 0][slot: RecordTypeLayout.name]
        guard name.isString, name.swiftString == "error-irritant/noise" else { return nil }
        return displayed(irritant[slot: 1])
    }

    private func report(_ condition: Value, as type: StandardCondition) -> String? {
        func field(_ name: String) -> Value { conditionField(condition, name) }
        func text(_ name: String) -> String { written(field(name)) }
        switch type {
        case .simpleError, .simpleWarning, .simpleCondition, .parseError, .syntaxError:
            return formatMessage(field("message"), field("irritants"))
        case .wrongTypeDatum, .wrongTypeArgument:
            return argumentReport(condition, "is not the correct type.")
        case .badRangeDatum, .badRangeArgument:
            return argumentReport(condition, "is not in the correct range.")
        case .illegalDatum: return "The object \(text("datum")) has been found in an inappropriate context."
        case .inapplicableObject: return "The object \(text("datum")) is not applicable."
        case .wrongNumberOfArguments: return arityReport(field("datum"), field("operands"))
        case .unboundVariable: return "Unbound variable: " + text("name")
        case .unassignedVariable: return "Unassigned variable: " + text("name")
        case .macroBinding: return "Variable reference to a syntactic keyword: " + text("name")
        case .divideByZero: return "Division by zero signalled by \(operatorName(field("operator")))."
        case .floatingPointOverflow: return "Floating-point overflow signalled by \(operatorName(field("operator")))."
        case .floatingPointUnderflow: return "Floating-point underflow signalled by \(operatorName(field("operator")))."
        case .arithmeticError: return "Arithmetic error signalled by \(operatorName(field("operator")))."
        case .noSuchRestart: return "The restart named \(text("name")) is not bound."
        case .threadDeadlock:
            return "Deadlock detected while trying to \(displayed(field("description"))): \(text("operand"))."
        case .threadDetached: return "Attempt to join detached thread: \(text("thread"))."
        case .threadDead:
            return "Unable to \(displayed(field("verb"))) thread \(text("thread")) because it is dead."
        case .threadError: return "The thread \(text("thread")) signalled an error."
        case .derivedThreadError:
            return "The thread \(text("thread")) signalled an error \(derivedReport(field("condition")))"
        case .noCurrentThread: return "No current thread!"
        case .portError: return "The port \(text("port")) signalled an error."
        case .derivedPortError:
            return "The port \(text("port")) signalled an error \(derivedReport(field("condition")))"
        case .characterEncodingError:
            return "The output port \(text("port")) was unable to encode the character \(text("char"))\n"
        case .fileError: return "The file \(text("filename")) signalled an error."
        case .derivedFileError:
            return "The file \(text("filename")) signalled an error \(derivedReport(field("condition")))"
        case .fileOperationError: return fileOperationReport(condition)
        case .systemCallError: return systemCallReport(condition)
        case .primitiveProcedureError:
            return "The primitive \(operatorName(field("operator"))) signalled an anonymous error."
        case .breakpoint: return "Breakpoint: " + displayed(field("message"))
        case .seriousCondition, .error, .cellError, .variableError, .controlError, .threadControlError, .readError,
            .prematureEOF, .warning:
            return nil
        }
    }

    /// `The object 5, passed as the first argument to car, is not the correct type.`
    private func argumentReport(_ condition: Value, _ verdict: String) -> String {
        let object = written(conditionField(condition, "datum"))
        let procedure = conditionField(condition, "operator")
        var verdict = verdict
        // What was expected may be said in words: "list of strings".
        let expected = conditionField(condition, "operand")
        if expected.isString, !expected.swiftString.isEmpty {
            let words = expected.swiftString
            let hasArticle = words.hasPrefix("a ") || words.hasPrefix("an ")
            verdict = "is not \(hasArticle ? "" : "aeiou".contains(words.first ?? " ") ? "an " : "a ")\(words)."
        }
        guard procedure.isTrue && !procedure.isDefault else { return "The object \(object) \(verdict)" }
        let operand = conditionField(condition, "operand")
        let place =
            operand.isFixnum && ordinals.indices.contains(operand.fixnum)
            ? "the \(ordinals[operand.fixnum]) argument" : "an argument"
        return "The object \(object), passed as \(place) to \(operatorName(procedure)), \(verdict)"
    }

    private var ordinals: [String] {
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
    }

    /// The name of an operator: of a primitive or symbol its name; anything else as it is written.
    private func operatorName(_ value: Value) -> String {
        value.isType(.primitive) ? value[slot: 1].symbolText : value.isSymbol ? value.symbolText : written(value)
    }

    private func derivedReport(_ inner: Value) -> String {
        let report = inner.isType(.condition) ? reportString(inner) : "The object \(written(inner)) was raised."
        return "\(written(inner)):\n\(report)"
    }

    private func fileOperationReport(_ condition: Value) -> String {
        func text(_ name: String) -> String { displayed(conditionField(condition, name)) }
        let name = written(conditionField(condition, "filename"))
        return "Unable to \(text("verb")) \(text("noun")) \(name) because: \(text("reason").capitalizedFirst)."
    }

    private func systemCallReport(_ condition: Value) -> String {
        let procedure = operatorName(conditionField(condition, "operator"))
        let call = displayed(conditionField(condition, "system-call"))
        let reason = SystemErrorText.text(displayed(conditionField(condition, "error-type")))
        return "The primitive \(procedure), while executing the \(call) system call, received the error: \(reason)."
    }
}

/// The system's words for the error symbols that are not those words with dashes.
enum SystemErrorText {
    static func text(_ symbol: String) -> String {
        switch symbol {
        case "address-in-use": "Address already in use"
        case "address-not-available": "Cannot assign requested address"
        case "connection-reset": "Connection reset by peer"
        case "connection-aborted": "Software caused connection abort"
        case "not-connected": "Transport endpoint is not connected"
        case "already-connected": "Transport endpoint is already connected"
        case "host-unreachable": "No route to host"
        case "network-unreachable": "Network is unreachable"
        case "network-down": "Network is down"
        case "timed-out": "Connection timed out"
        case "not-enough-space": "Cannot allocate memory"
        case "connection-already-in-progress": "Operation already in progress"
        case "io-error": "Input/output error"
        case "filename-too-long": "File name too long"
        case "no-buffer-space": "No buffer space available"
        case "unknown": "unknown"
        default: symbol.replacingDashes.capitalizedFirst
        }
    }
}

extension String {
    /// With blanks for dashes.
    var replacingDashes: String { String(map { $0 == "-" ? " " : $0 }) }

    /// With its first letter in upper case.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
