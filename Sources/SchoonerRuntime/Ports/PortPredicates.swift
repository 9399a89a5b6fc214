/// What a port is: R7RS 6.13.1, MIT 14.1.
enum PortPredicatePrimitives {
    static let table: [Primitive] = [
        Primitive("port?", 1, "Whether the object is a port. R7RS 6.13.1") { _, arguments in
            Value(arguments[0].isPort)
        },
        Primitive("input-port?", 1, "Whether it is a port for reading. R7RS 6.13.1") { _, arguments in
            has(arguments[0], .isInput)
        },
        Primitive("output-port?", 1, "Whether it is a port for writing. R7RS 6.13.1") { _, arguments in
            has(arguments[0], .isOutput)
        },
        Primitive("i/o-port?", 1, "Whether it is a port for both. MIT 14.1") { _, arguments in
            has(arguments[0], [.isInput, .isOutput])
        },
        Primitive("textual-port?", 1, "Whether it is a port of characters. R7RS 6.13.1") { _, arguments in
            has(arguments[0], .textual)
        },
        Primitive("binary-port?", 1, "Whether it is a port of bytes. R7RS 6.13.1") { _, arguments in
            Value(arguments[0].isPort && has(arguments[0], .textual).isFalse)
        },
        Primitive("textual-input-port?", 1, "Whether it is a port for reading characters. MIT 12.1") { _, arguments in
            has(arguments[0], [.textual, .isInput])
        },
        Primitive("textual-output-port?", 1, "Whether it is a port for writing characters. MIT 12.1") { _, arguments in
            has(arguments[0], [.textual, .isOutput])
        },
        Primitive("textual-i/o-port?", 1, "Whether characters go both ways. MIT 12.1") { _, arguments in
            has(arguments[0], [.textual, .isInput, .isOutput])
        },
        Primitive("binary-input-port?", 1, "Whether it is a port for reading bytes. MIT 12.1") { _, arguments in
            Value(has(arguments[0], .isInput).isTrue && has(arguments[0], .textual).isFalse)
        },
        Primitive("binary-output-port?", 1, "Whether it is a port for writing bytes. MIT 12.1") { _, arguments in
            Value(has(arguments[0], .isOutput).isTrue && has(arguments[0], .textual).isFalse)
        },
        Primitive("binary-i/o-port?", 1, "Whether bytes go both ways. MIT 12.1") { _, arguments in
            Value(has(arguments[0], [.isInput, .isOutput]).isTrue && has(arguments[0], .textual).isFalse)
        },
        Primitive("console-i/o-port?", 1, "Whether it is the console. MIT 12.1") { _, arguments in
            Value(arguments[0].isPort && arguments[0].portCore.kind == .console)
        },
        Primitive("input-port-open?", 1, "Whether the port can be read from. R7RS 6.13.1") {
            (scheme, arguments) throws(Signal) in
            try isOpen(scheme, arguments[0], .isInput, .inputOpen, "input-port-open?")
        },
        Primitive("output-port-open?", 1, "Whether the port can be written to. R7RS 6.13.1") {
            (scheme, arguments) throws(Signal) in
            try isOpen(scheme, arguments[0], .isOutput, .outputOpen, "output-port-open?")
        },
        Primitive("textual-port-open?", 1, "Whether any direction of the port is open. MIT 12.1") {
            (scheme, arguments) throws(Signal) in
            guard arguments[0].isPort else { throw scheme.wrongType(arguments[0], nil, "textual-port-open?") }
            try scheme.delegateIfCustom(arguments[0])
            return Value(!arguments[0].portState.pointee.flags.isDisjoint(with: [.inputOpen, .outputOpen]))
        },
        Primitive("eof-object", 0, "The object that stands for the end of a stream. R7RS 6.13.2") { _, _ in .eof },
        Primitive("eof-object?", 1, "Whether the object is the eof object. R7RS 6.13.2") { _, arguments in
            Value(arguments[0].isEOF)
        },
        Primitive("%port-channel", 1, "The channel of a port over a socket, or #f.") {
            (scheme, arguments) throws(Signal) in
            guard arguments[0].isPort else { throw scheme.wrongType(arguments[0], nil, "port/channel") }
            return arguments[0][slot: PortLayout.channel]
        },
        Primitive("%input-port-value", 1, "What a parameter for an input port is bound to; the console for #f.") {
            (scheme, arguments) throws(Signal) in
            try standardValue(scheme, arguments[0], .isInput, "current-input-port")
        },
        Primitive("%output-port-value", 1, "What a parameter for an output port is bound to; the console for #f.") {
            (scheme, arguments) throws(Signal) in
            try standardValue(scheme, arguments[0], .isOutput, "current-output-port")
        },
        Primitive("%set-standard-port!", 2, "Changes the parameter with a number where it stands.") {
            (scheme, arguments) throws(Signal) in
            guard arguments[0].isFixnum, let parameter = StandardPort(rawValue: arguments[0].fixnum) else {
                throw scheme.badRange(arguments[0], 0, "%set-standard-port!")
            }
            let direction: PortFlags = parameter == .currentInput ? .isInput : .isOutput
            guard has(arguments[1], direction).isTrue else {
                throw scheme.wrongType(arguments[1], nil, "set-\(parameter.name)!")
            }
            scheme.setStandardPort(parameter, arguments[1])
            return .unspecific
        },
    ]

    private static func has(_ value: Value, _ flags: PortFlags) -> Value {
        Value(value.isPort && value.portState.pointee.flags.contains(flags))
    }

    private static func standardValue(
        _ scheme: Interpreter, _ value: Value, _ direction: PortFlags, _ procedure: StaticString
    ) throws(Signal) -> Value {
        if value.isFalse { return scheme.standardPort(.console) }
        let port = try scheme.port(value, else: .console, procedure)
        guard has(port, direction).isTrue else { throw scheme.wrongType(value, nil, procedure.description) }
        return port
    }

    private static func isOpen(
        _ scheme: Interpreter, _ value: Value, _ direction: PortFlags, _ open: PortFlags, _ procedure: String
    ) throws(Signal) -> Value {
        guard has(value, direction).isTrue else { throw scheme.wrongType(value, nil, procedure) }
        try scheme.delegateIfCustom(value)
        return has(value, open)
    }
}
