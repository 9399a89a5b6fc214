import SchoonerReactor

/// Finding the port that an operation is meant for, and its errors.
extension Interpreter {
    /// A port argument, or the parameter's port when it is missing. MIT's `console-i/o-port` is a parameter that older
    /// programs use as if it were the port: a parameter that holds a port counts as the port.
    @inline(__always) func port(
        _ argument: Value?, else standard: StandardPort, _ procedure: StaticString
    ) throws(Signal) -> Value {
        guard let argument else { return standardPort(standard) }
        if argument.isPort { return argument }
        return try portBehindParameter(argument, procedure)
    }

    @inline(never) func portBehindParameter(_ argument: Value, _ procedure: StaticString) throws(Signal) -> Value {
        if argument.isType(.parameter) {
            let value = machine.parameterValue(argument)
            if value.isPort { return value }
        }
        throw wrongType(argument, nil, procedure.description)
    }

    /// An open port of the wanted kind; a stored error of a late flush is signalled.
    ///
    /// - Parameter needed: `inputOpen` or `outputOpen`, with `textual` for a textual port.
    @inline(__always) func openPort(
        _ argument: Value?, else standard: StandardPort, _ needed: PortFlags, _ procedure: StaticString
    ) throws(Signal) -> Value {
        let port = try port(argument, else: standard, procedure)
        if port.portState.pointee.flags.intersection([needed, .textual, .hasError]) != needed {
            try explainUnusable(port, needed, procedure)
        }
        return port
    }

    func textualInput(_ argument: Value?, _ procedure: StaticString) throws(Signal) -> Value {
        try openPort(argument, else: .currentInput, [.inputOpen, .textual], procedure)
    }

    func textualOutput(_ argument: Value?, _ procedure: StaticString) throws(Signal) -> Value {
        try openPort(argument, else: .currentOutput, [.outputOpen, .textual], procedure)
    }

    func binaryInput(_ argument: Value?, _ procedure: StaticString) throws(Signal) -> Value {
        try openPort(argument, else: .currentInput, .inputOpen, procedure)
    }

    func binaryOutput(_ argument: Value?, _ procedure: StaticString) throws(Signal) -> Value {
        try openPort(argument, else: .currentOutput, .outputOpen, procedure)
    }

    /// Optional start and end arguments of a port operation; 12.1 takes a negative one for no index at all.
    func partArguments(
        _ arguments: Arguments, from position: Int, count: Int, _ procedure: String
    ) throws(Signal) -> Range<Int> {
        for index in [position + 1, position] {
            guard let value = arguments.optional(index), value.isFixnum, value.fixnum < 0 else { continue }
            throw wrongType(value, nil, procedure)
        }
        return try rangeArguments(arguments, from: position, count: count, operand: nil, procedure)
    }

    @inline(never) private func explainUnusable(
        _ port: Value, _ needed: PortFlags, _ procedure: StaticString
    ) throws(Signal) {
        let flags = port.portState.pointee.flags
        let direction: PortFlags = needed.contains(.inputOpen) ? .isInput : .isOutput
        guard flags.contains(direction), flags.contains(.textual) == needed.contains(.textual) else {
            throw wrongType(port, nil, procedure.description)
        }
        try delegateIfCustom(port)
        guard flags.contains(needed) else { throw badRange(port, nil, procedure.description) }
        try signalPendingError(port)
    }

    /// Leaves a primitive to the procedure that serves a custom port. Nothing may have been done yet.
    @inline(__always) func delegateIfCustom(_ port: Value) throws(Signal) {
        if port.portState.pointee.flags.contains(.custom) { throw .delegate(port[slot: PortLayout.extra].car) }
    }

    /// Signals the error of a late flush, once.
    func signalPendingError(_ port: Value) throws(Signal) {
        let core = port.portCore
        core.state.pointee.flags.remove(.hasError)
        guard let error = core.pendingError else { return }
        core.pendingError = nil
        throw portError(port, error, "channel-write")
    }

    /// The condition of a system call that failed.
    package func systemCallCondition(_ error: SystemError, _ procedure: String, _ operands: [Value]) -> Value {
        condition(
            .systemCallError, heap.intern(procedure), heap.list(operands), heap.intern(error.callName),
            heap.intern(error.typeName))
    }

    /// Signals a system call that failed.
    package func systemError(_ error: SystemError, _ procedure: String, _ operands: [Value] = []) -> Signal {
        .raise(systemCallCondition(error, procedure, operands))
    }

    /// Signals a system call that failed in an operation on a port.
    func portError(_ port: Value, _ error: SystemError, _ procedure: String) -> Signal {
        let channel = port[slot: PortLayout.channel]
        return .raise(
            condition(
                .derivedPortError, port, systemCallCondition(error, procedure, [channel.isTrue ? channel : port])))
    }
}
