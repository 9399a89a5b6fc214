/// What the library needs for ports whose operations are procedures of the program: MIT reference manual 14.8.
enum CustomPortPrimitives {
    static let table: [Primitive] = [
        Primitive(
            "%make-custom-port", 4,
            "A port that a procedure serves: the procedure, the library's record, whether input, whether output.", make),
        Primitive("%custom-port-record", 1, "The library's record of a custom port; #f for any other object.", record),
        Primitive("%begin-datum", 1, "Forgets what was offered of a datum.", begin),
        Primitive(
            "%offer-datum", 2,
            "Offers a character or the eof object to a datum: 0 taken, 1 taken and complete, 2 complete without it.",
            offer),
        Primitive("%output-column", 1, "The column of a port's next character of output; #f when it is not known.") {
            _, arguments in
            guard arguments[0].isPort, let column = arguments[0].portCore.outputColumn else { return .false }
            return Value(fixnum: column)
        },
        Primitive("%parse-datum", 1, "The datum that was offered.", parse),
    ]

    static func make(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        var flags: PortFlags = [.textual, .custom]
        if arguments[2].isTrue { flags.insert(.isInput) }
        if arguments[3].isTrue { flags.insert(.isOutput) }
        let core = PortCore(scheme, .custom, flags)
        return scheme.makePort(core, extra: scheme.heap.cons(arguments[0], arguments[1]))
    }

    static func record(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isPort, arguments[0].portState.pointee.flags.contains(.custom) else { return .false }
        return arguments[0][slot: PortLayout.extra].cdr
    }

    private static func core(_ scheme: Interpreter, _ port: Value) throws(Signal) -> PortCore {
        guard port.isPort, port.portState.pointee.flags.contains(.custom) else {
            throw scheme.wrongType(port, nil, "read")
        }
        return port.portCore
    }

    static func begin(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try core(scheme, arguments[0]).datumScanner = DatumScanner()
        return .unspecific
    }

    static func offer(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let core = try core(scheme, arguments[0])
        guard arguments[1].isCharacter || arguments[1].isEOF else { throw scheme.wrongType(arguments[1], nil, "read") }
        var scanner = core.datumScanner ?? DatumScanner()
        core.datumScanner = nil
        let verdict = scanner.offer(arguments[1].isEOF ? nil : arguments[1].character)
        core.datumScanner = scanner
        switch verdict {
        case .taken: return .zero
        case .takenAndComplete: return .one
        case .complete: return Value(fixnum: 2)
        }
    }

    static func parse(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let core = try core(scheme, arguments[0])
        let scanner = core.datumScanner ?? DatumScanner()
        core.datumScanner = nil
        var positions: PositionTable?
        return try DatumPrimitives.parse(scheme, arguments[0], core, scanner, &positions)
    }
}
