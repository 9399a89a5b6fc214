import SchoonerText

/// Writing characters, strings and bytes: R7RS 6.13.3, MIT 14.5.
enum OutputPrimitives {
    static let table: [Primitive] = [
        Primitive("write-char", 1...2, "Writes a character. R7RS 6.13.3", writeCharacter),
        Primitive("write-string", 1...4, "Writes a string, or a part of it. R7RS 6.13.3", writeString),
        Primitive("newline", 0...1, "Ends a line. R7RS 6.13.3", newline),
        Primitive("fresh-line", 0...1, "Ends a line unless one has just ended. MIT 14.5", freshLine),
        Primitive("write-u8", 1...2, "Writes a byte to a binary port. R7RS 6.13.3", writeByte),
        Primitive(
            "write-bytevector", 1...4, "Writes bytes to a binary port and gives their number. R7RS 6.13.3",
            writeBytevector),
        Primitive("flush-output", 0...1, "Has what was written sent at the thread's next pause. MIT 14.5", flushOutput),
        Primitive("flush-output-port", 0...1, "As flush-output. R7RS 6.13.3", flushOutput),
    ]

    static func writeCharacter(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isCharacter else { throw scheme.wrongType(arguments[0], nil, "write-char") }
        if arguments[0].character == 10, arguments.count == 2, arguments[1].isPort,
            arguments[1].portState.writeNewlineDirectly()
        {
            return .unspecific
        }
        let port = try scheme.textualOutput(arguments.optional(1), "write-char")
        let scalar = arguments[0].character
        let state = port.portState
        // A buffer that is never quite filled here is sent, or makes the writer wait, in the slow path.
        if state.pointee.outputFast && scalar < 0x80 && scalar != 10 && scalar != 13
            && state.pointee.outputNext < state.pointee.outputLimit
        {
            state.pointee.outputNext.pointee = UInt8(truncatingIfNeeded: scalar)
            state.pointee.outputNext += 1
            state.pointee.atLineStart = false
            return .unspecific
        }
        try put(scheme, port, scalar)
        return .unspecific
    }

    @inline(never) private static func put(_ scheme: Interpreter, _ port: Value, _ scalar: UInt32) throws(Signal) {
        try writing(scheme, port) { core throws(PortCore.Unencodable) in try core.write(scalar) }
    }

    static func writeString(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let string = arguments[0]
        if arguments.count == 2, arguments[1].isPort, string.isString {
            let state = arguments[1].portState
            if state.writeDirectly(string) || (state.takeOutputBuffer() && state.writeDirectly(string)) {
                return .unspecific
            }
        }
        try writePart(scheme, arguments)
        return .unspecific
    }

    @inline(never) private static func writePart(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) {
        let string = arguments[0]
        guard string.isString else { throw scheme.wrongType(string, nil, "write-string") }
        let port = try scheme.textualOutput(arguments.optional(1), "write-string")
        let range = try scheme.partArguments(arguments, from: 2, count: string.stringLength, "write-string")
        try writing(scheme, port) { core throws(PortCore.Unencodable) in try core.write(string, range) }
    }

    static func newline(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if arguments.count == 1, arguments[0].isPort, arguments[0].portState.writeNewlineDirectly() {
            return .unspecific
        }
        try put(scheme, scheme.textualOutput(arguments.optional(0), "write-char"), 10)
        return .unspecific
    }

    static func freshLine(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let port = try scheme.textualOutput(arguments.optional(0), "fresh-line")
        if !port.portState.pointee.atLineStart { try put(scheme, port, 10) }
        return .unspecific
    }

    /// Writes to a textual port: waits first when it is full, then writes at once and for good.
    @inline(__always) static func writing(
        _ scheme: Interpreter, _ port: Value, _ body: (PortCore) throws(PortCore.Unencodable) -> Void
    ) throws(Signal) {
        try port.withPortCore { core throws(Signal) in
            try scheme.admitOutput(port, core)
            do throws(PortCore.Unencodable) {
                try body(core)
            } catch {
                throw .raise(scheme.condition(.characterEncodingError, port, Value(character: error.scalar)))
            }
            if core.truncation != nil { try scheme.truncate(port, core) }
            try scheme.noteOutput(port, core)
        }
    }

    static func writeByte(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isFixnum, let byte = UInt8(exactly: arguments[0].fixnum) else {
            throw scheme.wrongType(arguments[0], nil, "write-u8")
        }
        let port = try scheme.binaryOutput(arguments.optional(1), "write-u8")
        let state = port.portState
        if state.pointee.outputNext < state.pointee.outputLimit {
            state.pointee.outputNext.pointee = byte
            state.pointee.outputNext += 1
            return .one
        }
        try port.withPortCore { core throws(Signal) in
            try scheme.admitOutput(port, core)
            withUnsafePointer(to: byte) { core.append($0, 1) }
            try scheme.noteOutput(port, core)
        }
        return .one
    }

    static func writeBytevector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isBytevector else { throw scheme.wrongType(arguments[0], nil, "write-bytevector") }
        let port = try scheme.binaryOutput(arguments.optional(1), "write-bytevector")
        let range = try scheme.partArguments(arguments, from: 2, count: arguments[0].byteCount, "write-bytevector")
        try port.withPortCore { core throws(Signal) in
            try scheme.admitOutput(port, core)
            core.append(UnsafePointer(arguments[0].bytes) + range.lowerBound, range.count)
            try scheme.noteOutput(port, core)
        }
        return Value(fixnum: range.count)
    }

    /// Sockets are flushed at the thread's next pause, which a peer cannot tell; everything else at once.
    static func flushOutput(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if arguments.count == 1, arguments[0].isPort {
            // Marked already, and not so full that the writer would have to wait.
            let state = arguments[0].portState
            let needed: PortFlags = [.isOutput, .outputOpen, .isMarked, .flushesLate]
            if state.pointee.flags.intersection(needed.union([.hasError, .custom])) == needed,
                state.pointee.outputNext < state.pointee.outputLimit
            {
                return .unspecific
            }
        }
        try flush(scheme, arguments)
        return .unspecific
    }

    @inline(never) private static func flush(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) {
        let port = try scheme.port(arguments.optional(0), else: .currentOutput, "flush-output-port")
        try port.withPortCore { core throws(Signal) in try flush(scheme, port, core) }
    }

    private static func flush(_ scheme: Interpreter, _ port: Value, _ core: PortCore) throws(Signal) {
        let flags = core.state.pointee.flags
        guard flags.contains(.isOutput) else { throw scheme.wrongType(port, nil, "flush-output-port") }
        try scheme.delegateIfCustom(port)
        guard flags.contains(.outputOpen) else { throw scheme.badRange(port, nil, "flush-output-port") }
        if flags.contains(.hasError) { try scheme.signalPendingError(port) }
        guard core.hasDevice, core.outputCount > 0 else { return }
        if flags.contains(.flushesLate) {
            try scheme.admitOutput(port, core)
            scheme.mark(core)
        } else {
            try scheme.sendAll(port, core)
        }
    }
}
