import SchoonerText

/// Coding and line ending of textual ports: MIT 14.6, 12.1.
enum PortSettingPrimitives {
    static let table: [Primitive] = [
        Primitive("port/coding", 1, "The symbol of a port's coding. MIT 14.6", coding),
        Primitive("port/set-coding", 2, "Sets a port's coding by its symbol. MIT 14.6", setCoding),
        Primitive("port/supports-coding?", 1, "Whether a port has a coding. MIT 14.6", supportsCoding),
        Primitive("port/known-coding?", 2, "Whether a symbol names a coding. MIT 14.6", isKnownCoding),
        Primitive("port/known-codings", 1, "The symbols of all codings. MIT 14.6", knownCodings),
        Primitive(
            "port/line-ending", 1, "The symbol of a port's line ending, or the string it was set to. MIT 14.6",
            lineEnding),
        Primitive(
            "port/set-line-ending", 2,
            "Sets a port's line ending: a symbol, a string that stands for itself, or #f for CR-LF. MIT 14.6",
            setLineEnding),
        Primitive("port/known-line-ending?", 2, "Whether a symbol names a line ending. MIT 14.6", isKnownLineEnding),
        Primitive("input-port/line", 1, "How many lines have been read from a file or string. MIT 12.1") {
            (scheme, arguments) throws(Signal) in
            let port = try scheme.textualInput(arguments[0], "input-port/line")
            return Value(fixnum: Int(port.portCore.position.line) - 1)
        },
        Primitive("port/known-line-endings", 1, "The symbols of all line endings. MIT 14.6", knownLineEndings),
    ]

    /// MIT's names, in its order.
    private static let codings = [
        "utf-8", "utf-16", "utf-16be", "utf-16le", "utf-32", "utf-32be", "utf-32le", "iso-8859-1", "latin-1", "latin1",
        "us-ascii", "ascii", "windows-1252", "text", "binary",
    ]
    private static let lineEndings = [
        "crlf", "cr", "newline", "xml-1.0", "xml-1.1", "binary", "lf", "http", "text",
    ]

    private static func core(_ scheme: Interpreter, _ arguments: Arguments, _ procedure: String) throws(Signal)
        -> PortCore
    {
        let port = try scheme.port(arguments[0], else: .console, "port/coding")
        try scheme.delegateIfCustom(port)
        guard port.portCore.isTextual else { throw scheme.wrongType(port, nil, procedure) }
        return port.portCore
    }

    static func coding(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let core = try core(scheme, arguments, "port/coding")
        return scheme.heap.intern(core.codingName ?? "text")
    }

    static func setCoding(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let core = try core(scheme, arguments, "port/set-coding")
        guard arguments[1].isSymbol, let coding = TextCoding(name: arguments[1].symbolText) else {
            throw scheme.badRange(arguments[1], 1, "port/set-coding")
        }
        core.codingName = arguments[1].symbolText
        core.setCoding(coding)
        return .unspecific
    }

    static func supportsCoding(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isPort && arguments[0].portCore.isTextual)
    }

    static func isKnownCoding(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        _ = try core(scheme, arguments, "port/known-coding?")
        return Value(arguments[1].isSymbol && TextCoding(name: arguments[1].symbolText) != nil)
    }

    static func knownCodings(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        _ = try core(scheme, arguments, "port/known-codings")
        return scheme.heap.list(codings.map { scheme.heap.intern($0) })
    }

    static func lineEnding(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let ending = try core(scheme, arguments, "port/line-ending").lineEnding
        if let name = ending.name { return scheme.heap.intern(name) }
        return scheme.heap.string(scalars: ending.written)
    }

    static func setLineEnding(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let core = try core(scheme, arguments, "port/set-line-ending")
        let value = arguments[1]
        if value.isFalse {
            core.setLineEnding(.seedCRLF)
        } else if value.isSymbol, let ending = LineEnding(name: value.symbolText) {
            core.setLineEnding(ending)
        } else if value.isString, let ending = LineEnding(string: value) {
            core.setLineEnding(ending)
        } else {
            throw scheme.badRange(value, 1, "port/set-line-ending")
        }
        return .unspecific
    }

    static func isKnownLineEnding(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        _ = try core(scheme, arguments, "port/known-line-ending?")
        return Value(arguments[1].isSymbol && LineEnding(name: arguments[1].symbolText) != nil)
    }

    static func knownLineEndings(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        _ = try core(scheme, arguments, "port/known-line-endings")
        return scheme.heap.list(lineEndings.map { scheme.heap.intern($0) })
    }
}

extension LineEnding {
    /// The mode for a line translation given as a Scheme string; nil for the empty one.
    init?(string: Value) {
        self.init(sequence: (0..<string.stringLength).lazy.map { string.stringScalar(at: $0) })
    }
}
