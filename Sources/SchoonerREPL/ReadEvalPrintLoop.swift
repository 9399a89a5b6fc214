import SchoonerRuntime

/// The console's loop. The loop itself is the library `(schooner repl)`; here it is begun, and begun again after what ends
/// its thread: an interrupt, or a heap that is full.
package struct ReadEvalPrintLoop {
    /// What standard input is: it decides what is printed.
    package enum Input: String {
        /// Prompts and values are always printed.
        case terminal
        /// Prompts and values are printed from the first error on, and what was read with them.
        case file
        /// As `file`, without what was read.
        case pipe
    }

    /// The exit code after an error that nobody handled.
    package static let failureCode: Int32 = 14

    private let scheme: Interpreter
    private let input: Input

    package init(_ scheme: Interpreter, input: Input) {
        self.scheme = scheme
        self.input = input
    }

    /// Reads, evaluates and prints until the end of the input.
    ///
    /// - Returns: the process's exit code: what `exit` said, 14 when the input ends at an error level, else 0.
    package func run() -> Int32 {
        var notice: String?
        while true {
            let arguments = [
                scheme.heap.intern(input.rawValue), notice.map { scheme.heap.string($0) } ?? .false,
            ]
            switch scheme.scheduler.runMain(scheme.libraryProcedure("%run-console-repl"), arguments) {
            case .finished(let code): return code.isFixnum ? Int32(truncatingIfNeeded: code.fixnum) : 0
            case .exit(let code): return code
            case .aborted(let abort):
                if abort == .interrupted && input == .terminal { scheme.dropConsoleInput() }
                notice = abort.text
            case .failed(let object): notice = ErrorReport(object, scheme).text
            case .blocked, .preempted: return ReadEvalPrintLoop.failureCode
            }
        }
    }
}
