#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Interpreter {
    /// The bytes of a whole file.
    /// - Throws: a `file-operation-error` condition that names the file.
    func readFile(_ path: String, _ name: Value) throws(Signal) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fileError(name, "open", "file", errno, "load") }
        defer { close(descriptor) }
        var contents: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw fileError(name, "read", "file", errno, "load") }
            if count == 0 { return contents }
            contents += buffer[..<count]
        }
    }

    /// `Unable to open file "/x" because: No such file or directory.`
    func fileError(_ name: Value, _ verb: String, _ noun: String, _ code: Int32, _ procedure: String) -> Signal {
        var reason = String(cString: strerror(code))
        if let first = reason.first { reason = first.uppercased() + reason.dropFirst() }
        return .raise(
            condition(
                .fileOperationError, namestring(name), heap.string(verb), heap.string(noun), heap.string(reason),
                heap.intern(procedure), heap.list(namestring(name))))
    }
}
