#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A system call that failed, with the error number it left behind.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The POSIX `errno` value.
    package let code: Int32
    /// The system call as MIT Scheme names it in its reports: `connect`, `bind`, `read`…
    package let call: StaticString

    package init(_ code: Int32, _ call: StaticString) {
        self.code = code
        self.call = call
    }

    /// The name of the call as text.
    package var callName: String { call.description }

    /// The machine's own sentence for the error, such as "Connection refused".
    package var message: String {
        guard let text = strerror(code) else { return "Unknown error \(code)" }
        return String(cString: text)
    }

    /// MIT Scheme's `error-type` symbol, such as `connection-refused`; `unknown` where it has none.
    package var typeName: String { errorTypeName(code) }

    /// True when the process or the machine has no descriptor left (EMFILE, ENFILE).
    package var isOutOfDescriptors: Bool { code == EMFILE || code == ENFILE }

    package var description: String { "\(callName): \(message)" }

    package static func == (left: SystemError, right: SystemError) -> Bool {
        left.code == right.code && left.callName == right.callName
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(callName)
    }
}
