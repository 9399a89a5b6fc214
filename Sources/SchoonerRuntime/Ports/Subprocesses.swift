import SchoonerReactor

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Starting other programs: MIT reference manual 15.7. The library's `(mit subprocess)` makes MIT's procedures of these.
///
/// How a subprocess ended is read from a port: a native thread waits for the subprocess and then writes eight bytes, the
/// kernel's status and whether the wait succeeded. Whoever reads the port waits like every other reader.
enum SubprocessPrimitives {
    static let table: [Primitive] = [
        Primitive(
            "%start-subprocess", 5,
            "Starts a program: file, arguments (the program's name first), environment or #f, directory or #f, and which of input, output and error (merged) are pipes: a vector of process number, port, status port.",
            start),
        Primitive("%signal-subprocess", 2, "Sends a signal, a number, to a process that this one started.", signal),
        Primitive("%decode-wait-status", 1, "exited, signalled or stopped, and the code: a pair.", decode),
        Primitive(
            "%find-program", 2, "The path of a program in the directories of a colon-separated list, or #f.", find),
    ]

    /// Strings of a list or vector.
    private static func strings(_ scheme: Interpreter, _ value: Value, _ operand: Int) throws(Signal) -> [String] {
        let elements =
            value.isVector
            ? (0..<value.length).map { value[slot: $0] }
            : value.properListLength != nil ? value.listElements().elements : nil
        guard let elements, elements.allSatisfy(\.isString) else {
            throw scheme.wrongType(value, operand, "start-subprocess")
        }
        let texts = elements.map(\.swiftString)
        guard texts.allSatisfy({ !$0.unicodeScalars.contains("\0") }) else {
            throw scheme.badRange(value, operand, "start-subprocess")
        }
        return texts
    }

    static func start(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let path = try scheme.filePath(arguments[0], "start-subprocess")
        let words = try strings(scheme, arguments[1], 1)
        let variables = arguments[2].isTrue ? try strings(scheme, arguments[2], 2) : nil
        let directory =
            arguments[3].isTrue ? try scheme.filePath(arguments[3], "start-subprocess") : scheme.inWorkingDirectory("")
        let wanted = arguments[4]
        guard wanted.isVector, wanted.length == 2 else { throw scheme.wrongType(wanted, 4, "start-subprocess") }
        var pipes = SubprocessPipes()
        let child: pid_t
        let status: Int32
        do throws(SystemError) {
            try pipes.open(input: wanted[slot: 0].isTrue, output: wanted[slot: 1].isTrue)
            child = try SubprocessLaunch(path: path, words: words, variables: variables, directory: directory)
                .start(pipes)
            status = pipes.watch(child)
        } catch {
            pipes.closeAll()
            throw scheme.systemError(error, "start-subprocess", [arguments[0]])
        }
        let (input, output) = pipes.keepOwnEnds()
        return scheme.heap.vector([
            Value(fixnum: Int(child)), port(scheme, input: output, output: input, textual: true),
            port(scheme, input: status, output: -1, textual: false),
        ])
    }

    private static func port(
        _ scheme: Interpreter, input: Int32, output: Int32, textual: Bool
    ) -> Value {
        guard input >= 0 || output >= 0 else { return .false }
        var flags: PortFlags = []
        if input >= 0 { flags.formUnion([.inputOpen, .isInput]) }
        if output >= 0 { flags.formUnion([.outputOpen, .isOutput]) }
        if textual { flags.insert(.textual) }
        let device = StreamDevice(reactor: scheme.reactor, input: input, output: output, ownsDescriptors: true)
        return scheme.makePort(
            PortCore(
                scheme, .file(name: "subprocess"), flags, device: device, coding: textual ? .utf8 : .binary,
                lineEnding: textual ? .text : .lf))
    }

    static func signal(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isFixnum, arguments[0].fixnum > 0, let process = pid_t(exactly: arguments[0].fixnum) else {
            throw scheme.wrongType(arguments[0], 0, "subprocess-signal")
        }
        guard arguments[1].isFixnum, (0...64).contains(arguments[1].fixnum) else {
            throw scheme.badRange(arguments[1], 1, "subprocess-signal")
        }
        return Value(kill(process, Int32(arguments[1].fixnum)) == 0)
    }

    static func decode(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isFixnum else { throw scheme.wrongType(arguments[0], 0, "%decode-wait-status") }
        let status = arguments[0].fixnum
        let signal = status & 0x7F
        let (kind, code) =
            signal == 0
            ? ("exited", status >> 8 & 0xFF) : signal == 0x7F ? ("stopped", status >> 8 & 0xFF) : ("signalled", signal)
        return scheme.heap.cons(scheme.heap.intern(kind), Value(fixnum: code))
    }

    static func find(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let name = try scheme.fileNameText(arguments[0], "os/find-program")
        guard arguments[1].isString else { throw scheme.wrongType(arguments[1], 1, "os/find-program") }
        let directories = name.contains("/") ? [""] : arguments[1].swiftString.split(separator: ":").map { $0 + "/" }
        for directory in directories {
            let path = scheme.inWorkingDirectory(directory + name)
            var found = stat()
            if stat(path, &found) == 0, found.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 {
                return scheme.heap.string(path)
            }
        }
        return .false
    }
}
