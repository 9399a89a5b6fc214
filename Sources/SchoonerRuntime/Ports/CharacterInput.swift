import SchoonerText

/// Reading characters, lines and strings: R7RS 6.13.2, MIT 14.
enum CharacterInputPrimitives {
    static let table: [Primitive] = [
        Primitive("read-char", 0...1, "The next character of a port, or the eof object. R7RS 6.13.2", readCharacter),
        Primitive("peek-char", 0...1, "The next character, left in the port. R7RS 6.13.2", peekCharacter),
        Primitive("unread-char", 1...2, "Puts a character back into a port. MIT 14.4", unreadCharacter),
        Primitive("char-ready?", 0...2, "Whether a character can be read without waiting. R7RS 6.13.2", isReady),
        Primitive("read-line", 0...1, "The next line without its end, or the eof object. R7RS 6.13.2", readLine),
        Primitive(
            "read-string", 1...2, "So many characters, or those before a delimiter. R7RS 6.13.2, MIT 14.4", readString),
        Primitive(
            "read-delimited-string", 1...2, "The characters before the next delimiter. MIT 14.4", readDelimitedString),
        Primitive("read-string!", 1...4, "Fills a string with characters and gives their number. MIT 14.4", readInto),
        Primitive(
            "read-char-no-hang", 0...1,
            "The next character, the eof object, or #f when it would have to be waited for. MIT 14.4",
            readCharacterNow),
    ]

    // MARK: One character

    static func readCharacter(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let port = try scheme.textualInput(arguments.optional(0), "read-char")
        let state = port.portState
        if state.pointee.inputFast && state.pointee.inputNext < state.pointee.inputEnd {
            let byte = state.pointee.inputNext.pointee
            if byte < 0x80 && byte != state.pointee.special {
                state.pointee.inputNext += 1
                state.pointee.scannedCount = 0
                return Value(character: UInt32(byte))
            }
        }
        return try character(scheme, port, taking: true)
    }

    static func peekCharacter(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let port = try scheme.textualInput(arguments.optional(0), "read-char")
        let state = port.portState
        if state.pointee.inputFast && state.pointee.inputNext < state.pointee.inputEnd {
            let byte = state.pointee.inputNext.pointee
            if byte < 0x80 && byte != state.pointee.special { return Value(character: UInt32(byte)) }
        }
        return try character(scheme, port, taking: false)
    }

    @inline(never) private static func character(
        _ scheme: Interpreter, _ port: Value, taking: Bool
    ) throws(Signal) -> Value {
        let core = port.portCore
        while true {
            if let scalar = core.nextCharacter(taking: taking) { return Value(character: scalar) }
            if try !scheme.fillOrWait(port, core), !core.finishDecoding() { return .eof }
        }
    }

    static func unreadCharacter(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isCharacter else { throw scheme.wrongType(arguments[0], nil, "unread-char") }
        let port = try scheme.textualInput(arguments.optional(1), "unread-char")
        port.portCore.unread(arguments[0].character)
        return .unspecific
    }

    static func isReady(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let port = try scheme.textualInput(arguments.optional(0), "char-ready?")
        return Value(try isReady(scheme, port))
    }

    private static func isReady(_ scheme: Interpreter, _ port: Value) throws(Signal) -> Bool {
        let core = port.portCore
        while true {
            if core.nextCharacter(taking: false) != nil { return true }
            do {
                switch try core.fill(askKernel: true) {
                case .bytes: continue
                case .endOfFile: return true
                case .wouldBlock: return false
                }
            } catch {
                throw scheme.portError(port, error, "channel-read")
            }
        }
    }

    static func readCharacterNow(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let port = try scheme.textualInput(arguments.optional(0), "read-char-no-hang")
        return try isReady(scheme, port) ? character(scheme, port, taking: true) : .false
    }

    // MARK: Lines

    static func readLine(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if arguments.count == 1, arguments[0].isPort,
            let line = arguments[0].portState.takeLineDirectly(scheme.heap)
        {
            return line
        }
        return try wholeLine(scheme, arguments)
    }

    @inline(never) private static func wholeLine(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value
    {
        let port = try scheme.textualInput(arguments.optional(0), "read-line")
        return try port.withPortCore { core throws(Signal) in
            while true {
                if core.inputCapacity > PortCore.largestBuffer {
                    try scheme.ensureRoom(forWords: core.state.pointee.inputCount / 2)
                }
                if core.hasInput {
                    if let line = core.state.takeLineDirectly(scheme.heap) { return line }
                    if let line = core.takeLine(scheme.heap) { return line }
                }
                if try !scheme.fillOrWait(port, core) { return core.takeRest(scheme.heap) ?? .eof }
            }
        }
    }

    // MARK: Strings

    static func readString(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isFixnum else { return try readDelimited(scheme, arguments, "read-string") }
        let count = try scheme.countArgument(arguments, 0, "read-string")
        let port = try scheme.textualInput(arguments.optional(1), "read-string")
        if count == 0 { return scheme.heap.string("") }
        let core = port.portCore
        if let string = core.takeASCII(count, scheme.heap) { return string }
        try gather(scheme, port, core, count)
        let taken = min(count, core.decodedCount)
        guard taken > 0 else { return .eof }
        let string = scheme.heap.string(scalars: core.decoded[core.decodedNext..<core.decodedNext + taken])
        core.dropDecoded(taken)
        return string
    }

    /// Decodes until so many characters wait in the port, or all there will ever be.
    private static func gather(
        _ scheme: Interpreter, _ port: Value, _ core: PortCore, _ count: Int
    ) throws(Signal) {
        while true {
            core.decode(limit: count)
            if core.decodedCount >= count { break }
            if core.decodedCount > scheme.heap.byteLimit / 8 { throw .abort(.outOfMemory) }
            if try !scheme.fillOrWait(port, core), !core.finishDecoding() { break }
        }
        try scheme.ensureRoom(forWords: core.decodedCount / 2 + 4)
    }

    static func readInto(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let string = arguments[0]
        guard string.isString, !string.isImmutable else { throw scheme.wrongType(string, 0, "read-string!") }
        let port = try scheme.textualInput(arguments.optional(1), "read-string!")
        let range = try scheme.partArguments(arguments, from: 2, count: string.stringLength, "read-string!")
        let core = port.portCore
        try gather(scheme, port, core, range.count)
        let taken = min(range.count, core.decodedCount)
        for index in 0..<taken {
            scheme.heap.setString(string, at: range.lowerBound + index, core.decoded[core.decodedNext + index])
        }
        core.dropDecoded(taken)
        return Value(fixnum: taken)
    }

    static func readDelimitedString(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try readDelimited(scheme, arguments, "read-delimited-string")
    }

    private static func readDelimited(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: StaticString
    ) throws(Signal) -> Value {
        guard let delimiters = try DelimiterSet(scheme, arguments[0], procedure) else {
            let port = arguments.optional(1) ?? .default
            throw .call(scheme.libraryProcedure("%read-delimited"), [arguments[0], port])
        }
        let port = try scheme.textualInput(arguments.optional(1), "read-string")
        let core = port.portCore
        var seen = 0
        while true {
            while seen < core.decodedCount {
                let place = core.decodedNext + seen
                if delimiters.contains(core.decoded[place]) {
                    let string = scheme.heap.string(scalars: core.decoded[core.decodedNext..<place])
                    core.dropDecoded(seen)
                    return string
                }
                seen += 1
            }
            let before = core.decodedCount
            core.decode(limit: before + 1)
            if core.decodedCount > before { continue }
            if core.decodedCount > scheme.heap.byteLimit / 8 { throw .abort(.outOfMemory) }
            if try !scheme.fillOrWait(port, core), !core.finishDecoding() { break }
        }
        guard core.decodedCount > 0 else { return .eof }
        try scheme.ensureRoom(forWords: core.decodedCount / 2 + 4)
        let string = scheme.heap.string(scalars: core.decoded[core.decodedNext...])
        core.dropDecoded(core.decodedCount)
        return string
    }
}

/// The characters that end a delimited string: a character set, a character, or a string or list of characters.
private struct DelimiterSet {
    private var characters: Set<UInt32> = []
    /// A character set of the program. Primitives may hold it, for nothing moves while one runs.
    private var set: Value?

    /// nil for an object that only the library can ask: a predicate.
    init?(_ scheme: Interpreter, _ value: Value, _ procedure: StaticString) throws(Signal) {
        if value.isCharacterSet {
            set = value
        } else if value.isCharacter {
            characters = [value.character]
        } else if value.isString {
            characters = Set((0..<value.stringLength).map { value.stringScalar(at: $0) })
        } else if value.isPair || value.isNull, let count = value.properListLength {
            let (elements, _) = value.listElements(limit: count)
            for element in elements {
                guard element.isCharacter else { throw scheme.wrongType(value, nil, procedure.description) }
                characters.insert(element.character)
            }
        } else if value.isObject && !value.isSymbol && !value.isPort {
            return nil
        } else {
            throw scheme.wrongType(value, nil, procedure.description)
        }
    }

    func contains(_ scalar: UInt32) -> Bool { set?.characterSetContains(scalar) ?? characters.contains(scalar) }
}

extension PortCore {
    /// So many characters at once when they are all here as ASCII and need no translation.
    func takeASCII(_ count: Int, _ heap: Heap) -> Value? {
        guard state.pointee.inputFast, count <= state.pointee.inputCount, heap.hasRoom(forWords: count / 8 + 8) else {
            return nil
        }
        let bytes = UnsafeBufferPointer(start: UnsafePointer(state.pointee.inputNext), count: count)
        guard ASCIIRun.length(in: bytes) == count else { return nil }
        let special = state.pointee.special
        if special != 0xFF && bytes.contains(special) { return nil }
        let string = heap.string(latin1: bytes)
        take(count)
        return string
    }
}
