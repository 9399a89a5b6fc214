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

    /// What is done in the loop before it reads anything.
    package enum Step {
        /// A file's path.
        case load(String)
        /// A program's text.
        case evaluate(String)
    }

    private let scheme: Interpreter
    private let input: Input
    private let steps: [Step]

    package init(_ scheme: Interpreter, input: Input, steps: [Step] = []) {
        self.scheme = scheme
        self.input = input
        self.steps = steps
    }

    /// Reads, evaluates and prints until the end of the input.
    ///
    /// - Returns: the process's exit code: what `exit` said, 14 when the input ends at an error level, else 0.
    package func run() -> Int32 {
        var notice: String?
        var pending = steps
        while true {
            let arguments = [
                scheme.heap.intern(input.rawValue), notice.map { scheme.heap.string($0) } ?? .false,
                list(of: pending),
            ]
            pending = []
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

    private func list(of steps: [Step]) -> Value {
        steps.reversed().reduce(.null) { rest, step in
            let pair =
                switch step {
                case .load(let path): scheme.heap.cons(scheme.heap.intern("load"), scheme.heap.string(path))
                case .evaluate(let text): scheme.heap.cons(scheme.heap.intern("evaluate"), scheme.heap.string(text))
                }
            return scheme.heap.cons(pair, rest)
        }
    }
}
