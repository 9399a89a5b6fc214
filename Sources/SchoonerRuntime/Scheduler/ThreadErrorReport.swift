#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Interpreter {
    /// What is said of an error that a background thread did not handle: the thread, the report, and a line for each
    /// procedure of the backtrace.
    package func threadErrorReport(_ thread: Value, _ object: Value) -> String {
        let condition = condition(.derivedThreadError, thread, object)
        var text = ";" + reportString(condition) + "\n"
        for entry in backtrace(of: object) {
            text += ";  in " + (entry.procedure.isEmpty ? "an anonymous procedure" : entry.procedure)
            if let file = entry.file { text += ", " + file }
            if let line = entry.line { text += ":\(line)" }
            if let column = entry.column { text += ":\(column)" }
            text += "\n"
        }
        return text
    }
}

extension Scheduler {
    /// The usual way of reporting: on standard error.
    static func reportOnStandardError(_ interpreter: Interpreter, _ thread: Value, _ object: Value) {
        var bytes = Array(interpreter.threadErrorReport(thread, object).utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno != EINTR {
                return
            }
        }
    }
}
