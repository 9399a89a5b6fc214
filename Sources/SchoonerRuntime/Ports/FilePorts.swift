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
            (scheme, arguments) throws(Signal) in try openInput(scheme, arguments, textual: true)
        },
        Primitive("open-binary-input-file", 1, "A port that reads a file's bytes. R7RS 6.13.1") {
            (scheme, arguments) throws(Signal) in try openInput(scheme, arguments, textual: false)
        },
        Primitive("open-output-file", 1...2, "A port that writes a file anew, or behind its end. R7RS 6.13.1, MIT 14.3")
        {
            (scheme, arguments) throws(Signal) in try openOutput(scheme, arguments, textual: true)
        },
        Primitive("open-binary-output-file", 1...2, "A port that writes bytes to a file. R7RS 6.13.1") {
            (scheme, arguments) throws(Signal) in try openOutput(scheme, arguments, textual: false)
        },
        Primitive("file-exists?", 1, "Whether there is such a file. R7RS 6.14", fileExists),
        Primitive("delete-file", 1, "Deletes a file. R7RS 6.14", deleteFile),
    ]

    /// A file name argument; a null character would cut it short.
    private static func name(_ scheme: Interpreter, _ value: Value) throws(Signal) -> String {
        guard value.isString else { throw scheme.wrongType(value, nil, "merge-pathnames") }
        let name = value.swiftString
        guard !name.unicodeScalars.contains("\0") else { throw scheme.badRange(value, nil, "merge-pathnames") }
        return scheme.expandHome(name)
    }

    private static func openInput(
        _ scheme: Interpreter, _ arguments: Arguments, textual: Bool
    ) throws(Signal) -> Value {
        let name = try name(scheme, arguments[0])
        let flags: PortFlags = textual ? [.inputOpen, .isInput, .textual] : [.inputOpen, .isInput]
        return try open(scheme, name, arguments[0], O_RDONLY, flags, "new-file-open-input-channel")
    }

    private static func openOutput(
        _ scheme: Interpreter, _ arguments: Arguments, textual: Bool
    ) throws(Signal) -> Value {
        let name = try name(scheme, arguments[0])
        let appends = arguments.supplied(1) != nil
        let flags: PortFlags = textual ? [.outputOpen, .isOutput, .textual] : [.outputOpen, .isOutput]
        return try open(
            scheme, name, arguments[0], O_WRONLY | O_CREAT | (appends ? O_APPEND : O_TRUNC), flags,
            appends ? "new-file-open-append-channel" : "new-file-open-output-channel")
    }

    private static func open(
        _ scheme: Interpreter, _ name: String, _ argument: Value, _ mode: Int32, _ flags: PortFlags, _ procedure: String
    ) throws(Signal) -> Value {
        // A pipe without a peer must not hold the process; writing to one without a reader is an error.
        let descriptor = retryingInterrupts { openFile(name, mode | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
        guard descriptor >= 0 else { throw scheme.fileError(errno, argument, "open", procedure) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw scheme.fileError(code, argument, "open", procedure)
        }
        let kind = status.st_mode & S_IFMT
        if kind == S_IFDIR {
            close(descriptor)
            throw scheme.fileError(EISDIR, argument, "open", procedure)
        }
        let isInput = flags.contains(.isInput)
        let device: any PortDevice
        if kind == S_IFREG {
            device = RegularFile(reactor: scheme.reactor, descriptor: descriptor)
        } else {
            device = StreamDevice(
                reactor: scheme.reactor, input: isInput ? descriptor : -1, output: isInput ? -1 : descriptor,
                ownsDescriptors: true)
        }
        let core = PortCore(
            scheme, .file(name: name), flags, device: device, coding: flags.contains(.textual) ? .utf8 : .binary,
            lineEnding: flags.contains(.textual) ? .text : .lf)
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
        guard unlink(name) == 0 else { throw scheme.fileError(errno, arguments[0], "delete", "file-remove") }
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
    package func fileError(_ code: Int32, _ name: Value, _ verb: String, _ procedure: String) -> Signal {
        .raise(
            condition(
                .fileOperationError, name, heap.string(verb), heap.string("file"),
                heap.string(SystemError(code, "open").message), heap.intern(procedure), heap.list(name)))
    }

    /// A file name with a leading "~/" replaced by the user's home directory.
    package func expandHome(_ name: String) -> String {
        guard name == "~" || name.hasPrefix("~/"), let home = getenv("HOME") else { return name }
        return String(cString: home) + name.dropFirst()
    }
}
