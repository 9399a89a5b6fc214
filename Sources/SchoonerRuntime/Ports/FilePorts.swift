import SchoonerReactor

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Ports over files: R7RS 6.13.1, MIT 14.3.
enum FilePortPrimitives {
    static let table: [Primitive] = [
        Primitive("open-input-file", 1, "A port that reads a file's characters. R7RS 6.13.1") {
            (scheme, arguments) throws(Signal) in try open(scheme, arguments, .input, collects: true)
        },
        Primitive("open-binary-input-file", 1, "A port that reads a file's bytes. R7RS 6.13.1") {
            (scheme, arguments) throws(Signal) in try open(scheme, arguments, .binaryInput, collects: true)
        },
        Primitive("open-output-file", 1...2, "A port that writes a file anew, or behind its end. R7RS 6.13.1, MIT 14.3")
        {
            (scheme, arguments) throws(Signal) in try open(scheme, arguments, .output, collects: true)
        },
        Primitive("open-binary-output-file", 1...2, "A port that writes bytes to a file. R7RS 6.13.1") {
            (scheme, arguments) throws(Signal) in try open(scheme, arguments, .binaryOutput, collects: true)
        },
        Primitive("%open-file-again", 2...3, "Opens a file by the name of the procedure that could not.") {
            (scheme, arguments) throws(Signal) in
            guard let opener = Opener(rawValue: arguments[0].isSymbol ? arguments[0].symbolText : "") else {
                throw scheme.badRange(arguments[0], 0, "%open-file-again")
            }
            scheme.scheduler.finishDropped()
            return try open(
                scheme, Arguments(base: arguments.base + 1, count: arguments.count - 1), opener, collects: false)
        },
        Primitive("file-exists?", 1, "Whether there is such a file. R7RS 6.14", fileExists),
        Primitive("delete-file", 1, "Deletes a file. R7RS 6.14", deleteFile),
    ]

    /// A file name argument; a null character would cut it short.
    private static func name(_ scheme: Interpreter, _ value: Value) throws(Signal) -> String {
        try scheme.filePath(value)
    }

    /// The procedures that open a file, by their names.
    private enum Opener: String {
        case input = "open-input-file"
        case binaryInput = "open-binary-input-file"
        case output = "open-output-file"
        case binaryOutput = "open-binary-output-file"

        var isInput: Bool { self == .input || self == .binaryInput }
        var isTextual: Bool { self == .input || self == .output }
    }

    /// - Parameter collects: whether to collect garbage and try again when no descriptor is left: that closes dropped ports.
    private static func open(
        _ scheme: Interpreter, _ arguments: Arguments, _ opener: Opener, collects: Bool
    ) throws(Signal) -> Value {
        let name = try name(scheme, arguments[0])
        let appends = !opener.isInput && arguments.supplied(1) != nil
        let operands = (0..<arguments.count).map { arguments[$0] }
        func failure(_ code: Int32) -> Signal {
            if collects && (code == EMFILE || code == ENFILE) {
                let operator_ = scheme.heap.intern(opener.rawValue)
                return .call(scheme.libraryProcedure("%open-after-collection"), [operator_] + operands)
            }
            return scheme.fileError(code, operands, "open", opener.rawValue)
        }
        // A pipe without a peer must not hold the process; writing to one without a reader is an error.
        let mode = opener.isInput ? O_RDONLY : O_WRONLY | O_CREAT | (appends ? O_APPEND : O_TRUNC)
        let descriptor = retryingInterrupts { openFile(name, mode | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
        guard descriptor >= 0 else { throw failure(errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw failure(code)
        }
        let kind = status.st_mode & S_IFMT
        if kind == S_IFDIR {
            close(descriptor)
            throw failure(EISDIR)
        }
        let device: any PortDevice
        if kind == S_IFREG {
            device = RegularFile(reactor: scheme.reactor, descriptor: descriptor)
        } else {
            device = StreamDevice(
                reactor: scheme.reactor, input: opener.isInput ? descriptor : -1,
                output: opener.isInput ? -1 : descriptor, ownsDescriptors: true)
        }
        var flags: PortFlags = opener.isInput ? [.inputOpen, .isInput] : [.outputOpen, .isOutput]
        if opener.isTextual { flags.insert(.textual) }
        let core = PortCore(
            scheme, .file(name: name), flags, device: device, coding: opener.isTextual ? .utf8 : .binary)
        // Files are read in large pieces from the beginning.
        core.readsInBulk = kind == S_IFREG
        return scheme.makePort(core)
    }

    static func fileExists(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let name = try name(scheme, arguments[0])
        return Value(access(name, F_OK) == 0)
    }

    static func deleteFile(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let name = try name(scheme, arguments[0])
        guard unlink(name) == 0 else { throw scheme.fileError(errno, [arguments[0]], "delete", "delete-file") }
        return .unspecific
    }
}

private func openFile(_ name: String, _ mode: Int32) -> Int32 { open(name, mode, 0o666) }

private func retryingInterrupts(_ call: () -> Int32) -> Int32 {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}

extension Interpreter {
    /// `Unable to open file "…" because: No such file or directory.`
    ///
    /// - Parameters:
    ///   - operands: what the procedure was called with, the file's name first.
    ///   - procedure: the name of a global procedure: the restarts of the condition call it again.
    package func fileError(_ code: Int32, _ operands: [Value], _ verb: String, _ procedure: String) -> Signal {
        .raise(
            condition(
                .fileOperationError, namestring(operands[0]), heap.string(verb), heap.string("file"),
                heap.string(SystemError(code, "open").message), heap.intern(procedure), heap.list(operands)))
    }

    /// A file name with a leading "~/" replaced by the user's home directory.
    package func expandHome(_ name: String) -> String {
        guard name == "~" || name.hasPrefix("~/"), let home = getenv("HOME") else { return name }
        return String(cString: home) + name.dropFirst()
    }
}
