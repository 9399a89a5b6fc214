import SchoonerRuntime

/// The console's loop, with MIT Scheme's prompts, value lines and error levels.
package final class ReadEvalPrintLoop {
    /// What standard input is: it decides what is printed.
    package enum Input {
        /// Prompts and values are always printed.
        case terminal
        /// Prompts and values are printed from the first error on, and what was read with them.
        case file
        /// As `file`, without what was read.
        case pipe
    }

    private let scheme: Interpreter
    private let input: Input
    private var level = 1
    /// What has been read, while it is echoed.
    private let datumRoot: UnsafeMutablePointer<Value>

    package init(_ scheme: Interpreter, input: Input) {
        self.scheme = scheme
        self.input = input
        datumRoot = scheme.heap.makeRoot(.false)
    }

    /// Begins above an error that happened before the loop.
    package func enterErrorLevel(_ object: Value) { report(object) }

    /// Reads, evaluates and prints until the end of the input.
    ///
    /// - Returns: the process's exit code: what `exit` said, 14 when the input ends at an error level, else 0.
    package func run() -> Int32 {
        while true {
            prompt()
            switch call("read") {
            case .finished(let datum) where datum.isEOF: return end()
            case .finished(let datum): if let code = evaluate(datum) { return code }
            case .failed(let object): report(object)
            case .aborted(let abort): leave(abort)
            case .exit(let code): return code
            case .blocked, .preempted: return end()
            }
        }
    }

    private var isTalking: Bool { input == .terminal || level > 1 }

    private func prompt() {
        guard isTalking else { return }
        freshLine()
        write("\n\(level) \(level == 1 ? "]=>" : "error>") ")
    }

    private func evaluate(_ datum: Value) -> Int32? {
        datumRoot.pointee = datum
        if input == .file && level > 1 { write(scheme.written(datum)) }
        switch call("eval", [datumRoot.pointee, scheme.userEnvironment]) {
        case .finished(let value): if isTalking { printValue(value) }
        case .failed(let object): report(object)
        case .aborted(let abort): leave(abort)
        case .exit(let code): return code
        case .blocked, .preempted: break
        }
        return nil
    }

    private func end() -> Int32 {
        if input == .terminal && level == 1 {
            freshLine()
            return 0
        }
        guard level > 1 else { return 0 }
        freshLine()
        write("End of input stream reached.")
        return 14
    }

    // MARK: Values

    private func printValue(_ value: Value) {
        let lines: [String]
        if value.isType(.multipleValues) {
            let values = (0..<value.length).map { value[slot: $0] }
            lines = values.isEmpty ? [";No values"] : values.map(valueLine)
        } else {
            lines = [valueLine(value)]
        }
        freshLine()
        for line in lines { write(line + "\n") }
    }

    private func valueLine(_ value: Value) -> String {
        switch value {
        case .unspecific: ";Unspecified return value"
        case .default: ";Default value"
        case .unassigned: ";Unassigned value"
        default: ";Value: " + scheme.written(value)
        }
    }

    // MARK: Errors

    private func report(_ object: Value) {
        let report = ErrorReport(object, scheme)
        let restarts = report.restarts + (1...level).reversed().map { "Return to read-eval-print level \($0)." }
        freshLine()
        write(";\(report.message)\n")
        if input == .terminal {
            for frame in report.frames { if let place = frame.place { write(";  in \(name(frame)) at \(place)\n") } }
        }
        write(";To continue, call RESTART with an option number:\n")
        let width = String(restarts.count).count
        for (index, text) in restarts.enumerated() {
            let number = String(restarts.count - index)
            let padding = String(repeating: " ", count: width - number.count)
            write("; (RESTART \(padding)\(number)) => \(text)\n")
        }
        level += 1
    }

    private func name(_ frame: Interpreter.TraceEntry) -> String {
        frame.procedure.isEmpty ? "(top level)" : frame.procedure
    }

    private func leave(_ abort: Signal.Abort) {
        freshLine()
        write(abort.text + "\n")
        if case .interrupted = abort { level = 1 }
        if case .topLevel = abort { level = 1 }
    }

    // MARK: The console

    private func call(_ procedure: String, _ arguments: [Value] = []) -> Machine.Outcome {
        scheme.scheduler.runMain(scheme.libraryProcedure(procedure), arguments)
    }

    private func freshLine() { _ = call("fresh-line", [scheme.standardPort(.console)]) }

    private func write(_ text: String) {
        _ = call("write-string", [scheme.heap.string(text), scheme.standardPort(.console)])
    }
}
