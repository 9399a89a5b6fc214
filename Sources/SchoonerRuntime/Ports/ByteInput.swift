/// Reading bytes: R7RS 6.13.2.
enum ByteInputPrimitives {
    static let table: [Primitive] = [
        Primitive("read-u8", 0...1, "The next byte of a binary port, or the eof object. R7RS 6.13.2", readByte),
        Primitive("peek-u8", 0...1, "The next byte, left in the port. R7RS 6.13.2", peekByte),
        Primitive("u8-ready?", 0...1, "Whether a byte can be read without waiting. R7RS 6.13.2", isReady),
        Primitive("read-bytevector", 1...2, "So many bytes, fewer at the end. R7RS 6.13.2", readBytevector),
        Primitive(
            "read-bytevector!", 1...4, "Fills a bytevector with bytes and gives their number. R7RS 6.13.2", readInto),
    ]

    static func readByte(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try byte(scheme, arguments, taking: 1, "read-u8")
    }

    static func peekByte(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try byte(scheme, arguments, taking: 0, "peek-u8")
    }

    @inline(__always) private static func byte(
        _ scheme: Interpreter, _ arguments: Arguments, taking: Int, _ procedure: StaticString
    ) throws(Signal) -> Value {
        let port = try scheme.binaryInput(arguments.optional(0), procedure)
        let state = port.portState
        while state.pointee.inputNext == state.pointee.inputEnd {
            if try !scheme.fillOrWait(port, port.portCore) { return .eof }
        }
        let byte = state.pointee.inputNext.pointee
        state.pointee.inputNext += taking
        return Value(fixnum: Int(byte))
    }

    static func isReady(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let port = try scheme.binaryInput(arguments.optional(0), "u8-ready?")
        let core = port.portCore
        if core.state.pointee.inputCount > 0 { return .true }
        do {
            switch try core.fill(askKernel: true) {
            case .bytes, .endOfFile: return .true
            case .wouldBlock: return .false
            }
        } catch {
            throw scheme.portError(port, error, "channel-read")
        }
    }

    /// Waits until so many bytes are here, or all there will ever be; gives their number.
    private static func gather(_ scheme: Interpreter, _ port: Value, _ core: PortCore, _ count: Int) throws(Signal)
        -> Int
    {
        while core.state.pointee.inputCount < count {
            if try !scheme.fillOrWait(port, core) { break }
        }
        return min(count, core.state.pointee.inputCount)
    }

    static func readBytevector(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let count = try scheme.countArgument(arguments, 0, "read-bytevector")
        let port = try scheme.binaryInput(arguments.optional(1), "read-bytevector")
        if count == 0 { return scheme.heap.bytevector(count: 0) }
        let core = port.portCore
        let taken = try gather(scheme, port, core, count)
        guard taken > 0 else { return .eof }
        try scheme.ensureRoom(forWords: taken / 8 + 4)
        let result = scheme.heap.bytevector(count: taken)
        result.bytes.update(from: core.state.pointee.inputNext, count: taken)
        core.take(taken)
        return result
    }

    static func readInto(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isBytevector else { throw scheme.wrongType(arguments[0], 0, "read-bytevector!") }
        let port = try scheme.binaryInput(arguments.optional(1), "read-bytevector!")
        let range = try scheme.partArguments(arguments, from: 2, count: arguments[0].byteCount, "read-bytevector!")
        if range.isEmpty { return .zero }
        let core = port.portCore
        let taken = try gather(scheme, port, core, range.count)
        guard taken > 0 else { return .eof }
        (arguments[0].bytes + range.lowerBound).update(from: core.state.pointee.inputNext, count: taken)
        core.take(taken)
        return Value(fixnum: taken)
    }
}
