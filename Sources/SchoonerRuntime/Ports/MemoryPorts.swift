import SchoonerText

/// Ports over strings and bytevectors: R7RS 6.13.1, MIT 14.
enum MemoryPortPrimitives {
    static let table: [Primitive] = [
        Primitive(
            "open-input-string", 1...3, "A port that reads a string, or a part of it. R7RS 6.13.1", openInputString),
        Primitive("open-output-string", 0, "A port that collects a string. R7RS 6.13.1", openOutputString),
        Primitive("get-output-string", 1, "What a string port has collected. R7RS 6.13.1", outputString),
        Primitive("get-output-string!", 1, "What it has collected, which it then forgets. MIT 12.1", resetOutputString),
        Primitive("open-input-bytevector", 1...3, "A port that reads a bytevector. R7RS 6.13.1", openInputBytevector),
        Primitive("open-output-bytevector", 0, "A port that collects bytes. R7RS 6.13.1", openOutputBytevector),
        Primitive("get-output-bytevector", 1, "What a bytevector port has collected. R7RS 6.13.1", outputBytevector),
        Primitive("%open-truncated-output", 1, "A string port that takes so many characters.", openTruncated),
        Primitive(
            "%set-truncation-exit!", 2, "The procedure that a full string port calls with #t.", setTruncationExit),
    ]

    static func openInputString(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let string = arguments[0]
        guard string.isString else { throw scheme.wrongType(string, nil, "open-input-string") }
        let range = try scheme.partArguments(arguments, from: 1, count: string.stringLength, "open-input-string")
        let wide = string.isWideString
        let core = PortCore(
            scheme, .string, [.inputOpen, .isInput, .textual],
            coding: wide ? .utf8 : .latin1)
        if wide {
            // At most four bytes a character, as in the string.
            core.setInput(range.count * 4) { _ in }
            guard !range.isEmpty else { return scheme.makePort(core) }
            var end = core.state.pointee.inputNext
            for index in range {
                var count = TextEncoder.encode(string.stringScalar(at: index), as: .utf8, into: end)
                if count == 0 { count = TextEncoder.encode(TextCoding.replacement, as: .utf8, into: end) }
                end += count
            }
            core.state.pointee.inputEnd = end
        } else {
            core.setInput(range.count) { memory in
                UnsafeMutableRawPointer(memory).copyMemory(
                    from: string.stringStorage + range.lowerBound, byteCount: range.count)
            }
        }
        return scheme.makePort(core)
    }

    static func openOutputString(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.makePort(
            PortCore(scheme, .string, [.outputOpen, .isOutput, .textual]))
    }

    /// The collector behind an argument; it may be read after it was closed.
    private static func collector(
        _ scheme: Interpreter, _ value: Value, _ kind: PortCore.Kind, _ procedure: String
    ) throws(Signal) -> PortCore {
        guard value.isPort, value.portState.pointee.flags.contains(.isOutput), value.portCore.kind == kind else {
            throw scheme.wrongType(value, nil, procedure)
        }
        return value.portCore
    }

    static func outputString(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let core = try collector(scheme, arguments[0], .string, "get-output-string")
        let bytes = core.outputBytes
        try scheme.ensureRoom(forWords: bytes.count / 2 + 4)
        return core.text(scheme.heap, bytes, limit: core.truncation)
    }

    static func resetOutputString(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let string = try outputString(scheme, arguments)
        arguments[0].portCore.releaseOutput()
        return string
    }

    static func openInputBytevector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let bytevector = arguments[0]
        guard bytevector.isBytevector else { throw scheme.wrongType(bytevector, 0, "bytevector-length") }
        let range = try scheme.partArguments(arguments, from: 1, count: bytevector.byteCount, "open-input-bytevector")
        let core = PortCore(scheme, .bytevector, [.inputOpen, .isInput], coding: .binary)
        core.setInput(range.count) { $0.update(from: bytevector.bytes + range.lowerBound, count: range.count) }
        return scheme.makePort(core)
    }

    static func openOutputBytevector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.makePort(
            PortCore(
                scheme, .bytevector, [.outputOpen, .isOutput],
                coding: .binary))
    }

    static func outputBytevector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let bytes = try collector(scheme, arguments[0], .bytevector, "get-output-bytevector").outputBytes
        try scheme.ensureRoom(forWords: bytes.count / 8 + 4)
        return scheme.heap.bytevector(bytes)
    }

    static func openTruncated(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let limit = try scheme.countArgument(arguments, 0, "call-with-truncated-output-port")
        let core = PortCore(scheme, .string, [.outputOpen, .isOutput, .textual])
        core.truncation = limit
        return scheme.makePort(core)
    }

    static func setTruncationExit(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isPort else { throw scheme.wrongType(arguments[0], nil, "call-with-truncated-output-port") }
        scheme.heap.set(arguments[0], slot: PortLayout.extra, arguments[1])
        return .unspecific
    }
}

extension Interpreter {
    /// Leaves through the exit of a truncated port when it holds more than it may.
    func truncate(_ port: Value, _ core: PortCore) throws(Signal) {
        guard let limit = core.truncation, core.outputBytes.count > limit else { return }
        let count = core.outputBytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        let exit = port[slot: PortLayout.extra]
        if count > limit && exit.isTrue { throw .call(exit, [.true]) }
    }
}
