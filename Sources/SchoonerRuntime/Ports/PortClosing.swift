import SchoonerReactor

/// Closing: R7RS 6.13.1, MIT 14.1. Output is flushed first; a failed flush closes the port all the same.
enum PortClosingPrimitives {
    static let table: [Primitive] = [
        Primitive("close-port", 1, "Flushes a port and closes both its directions. R7RS 6.13.1", closePort),
        Primitive("close-input-port", 1, "Closes the input direction. R7RS 6.13.1", closeInput),
        Primitive(
            "close-output-port", 1, "Flushes and closes the output direction: a peer reads the end. R7RS 6.13.1",
            closeOutput),
    ]

    static func closePort(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let port = try scheme.port(arguments[0], else: .console, "close-port")
        try scheme.delegateIfCustom(port)
        let core = port.portCore
        guard !core.state.pointee.flags.isDisjoint(with: [.inputOpen, .outputOpen]) else { return .unspecific }
        try finishOutput(scheme, port, core) { core.release() }
        return .unspecific
    }

    static func closeInput(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let port = try scheme.port(arguments[0], else: .console, "close-input-port")
        let core = port.portCore
        let flags = core.state.pointee.flags
        guard flags.contains(.isInput) else { throw scheme.wrongType(port, nil, "close-input-port") }
        try scheme.delegateIfCustom(port)
        guard flags.contains(.inputOpen) else { return .unspecific }
        if flags.contains(.outputOpen) {
            core.closeInput()
        } else {
            core.release()
        }
        return .unspecific
    }

    static func closeOutput(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let port = try scheme.port(arguments[0], else: .console, "close-output-port")
        let core = port.portCore
        let flags = core.state.pointee.flags
        guard flags.contains(.isOutput) else { throw scheme.wrongType(port, nil, "close-output-port") }
        try scheme.delegateIfCustom(port)
        guard flags.contains(.outputOpen) else { return .unspecific }
        try finishOutput(scheme, port, core) {
            if flags.contains(.inputOpen) { core.closeOutput() } else { core.release() }
        }
        return .unspecific
    }

    /// Sends what is left and closes, also when sending fails; then signals the failure.
    private static func finishOutput(
        _ scheme: Interpreter, _ port: Value, _ core: PortCore, _ close: () -> Void
    ) throws(Signal) {
        do throws(Signal) {
            if core.state.pointee.flags.contains(.hasError) { try scheme.signalPendingError(port) }
            try scheme.sendAll(port, core)
        } catch {
            // A thread that only waits for the peer to take more has not failed.
            if case .block = error { throw error }
            close()
            throw error
        }
        close()
    }
}

extension PortCore {
    func closeInput() {
        device.endInput()
        state.pointee.flags.remove(.inputOpen)
        releaseInput()
        decoded = []
        decodedNext = 0
        scannedCharacters = 0
        datumScanner = nil
        inputChanged()
    }

    func closeOutput() {
        device.endOutput()
        state.pointee.flags.remove(.outputOpen)
        if hasDevice { releaseOutput() }
    }
}
