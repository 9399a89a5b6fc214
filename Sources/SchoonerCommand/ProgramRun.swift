import SchoonerLibrary
import SchoonerREPL
import SchoonerRuntime

/// Carries out the steps of a command in one interpreter.
struct ProgramRun {
    private let scheme: Interpreter
    private let options: CommandOptions

    static let interruptCode: Int32 = 130

    /// - Parameter words: all words of the command, the program's name first.
    init(_ options: CommandOptions, words: [String]) {
        self.options = options
        scheme = Interpreter(heapLimit: options.heapLimit, sources: .embedded)
        InterruptSignals.deliver(to: scheme.interruption)
        if options.steps.isEmpty || options.isInteractive {
            scheme.ports.consoleDevice = EditedConsole.make(for: scheme)
        }
        scheme.boot()
        scheme.invocation = Invocation(
            words: words, arguments: options.arguments, libraryDirectories: options.libraryDirectories,
            appendedLibraryDirectories: options.appendedLibraryDirectories)
        if let lineEnding = options.lineEnding { scheme.ports.acceptLineEnding = lineEnding }
        scheme.scheduler.reportThreadError = { scheme, _, object in
            StandardStreams.complain(ErrorReport(unhandled: object, scheme).text)
        }
    }

    /// Runs everything; the process's exit code. What the program has written is on its way to the kernel then.
    func run() -> Int32 {
        let code = runSteps()
        scheme.flushAllPorts()
        if options.showsPauses { StandardStreams.complain(scheme.heap.pauses.summary + "\n") }
        return code
    }

    private func runSteps() -> Int32 {
        if let path = options.replSocket {
            if let code = run("%serve-repl", [scheme.heap.string(path)]) { return code }
        }
        let runsInLoop = options.isInteractive && !options.disassembles
        for step in options.steps where !runsInLoop {
            if let code = options.disassembles ? list(step) : run(step) { return code }
        }
        guard options.steps.isEmpty || options.isInteractive || goesOn else { return 0 }
        let input: ReadEvalPrintLoop.Input =
            StandardStreams.inputIsTerminal ? .terminal : StandardStreams.inputIsFile ? .file : .pipe
        return ReadEvalPrintLoop(scheme, input: input, steps: runsInLoop ? options.steps.map(loopStep) : []).run()
    }

    private func loopStep(_ step: CommandOptions.Step) -> ReadEvalPrintLoop.Step {
        switch step {
        case .load(let path): .load(path)
        case .evaluate(let text): .evaluate(text)
        case .standardInput: .evaluate(String(decoding: StandardStreams.readAll() ?? [], as: UTF8.self))
        }
    }

    /// Whether the loop on standard input follows what was run, as it does in MIT Scheme: threads go on under it, and after
    /// MIT Scheme's own options it reads what is waiting there.
    private var goesOn: Bool {
        scheme.scheduler.hasOtherThreads || options.onlyLoadsAndEvaluates && StandardStreams.inputWaits
    }

    /// nil: go on with the next step.
    private func run(_ step: CommandOptions.Step) -> Int32? {
        switch step {
        case .load(let path):
            return run("%run-program", [scheme.heap.string(path)])
        case .evaluate(let text):
            return run("%evaluate-text", [scheme.heap.string(text), scheme.heap.string("expression"), .false])
        case .standardInput:
            guard let text = StandardStreams.readAll() else { return unreadable("-") }
            return run(
                "%evaluate-text",
                [
                    scheme.heap.string(String(decoding: text, as: UTF8.self)), scheme.heap.string("standard-input"),
                    .false,
                ])
        }
    }

    private func run(_ procedure: String, _ arguments: [Value]) -> Int32? {
        switch scheme.scheduler.runMain(scheme.libraryProcedure(procedure), arguments) {
        case .finished: return nil
        case .exit(let code): return code
        case .failed(let object):
            complain { ErrorReport(object, scheme).text }
            return ReadEvalPrintLoop.failureCode
        case .aborted(.interrupted):
            complain { ";Quit!\n" }
            return ProgramRun.interruptCode
        case .aborted(let abort):
            complain { abort.text + "\n" }
            return ReadEvalPrintLoop.failureCode
        case .blocked, .preempted: return ReadEvalPrintLoop.failureCode
        }
    }

    /// What the program has written comes first.
    private func complain(_ text: () -> String) {
        let text = text()
        if StandardStreams.reportsFollowOutput {
            _ = scheme.scheduler.runMain(scheme.libraryProcedure("fresh-line"), [])
        }
        scheme.flushAllPorts()
        StandardStreams.complain(text)
    }

    // MARK: Listings

    private func list(_ step: CommandOptions.Step) -> Int32? {
        let text: [UInt8]?
        let name: String
        switch step {
        case .load(let path): (text, name) = (StandardStreams.readFile(path), path)
        case .evaluate(let expression): (text, name) = (Array(expression.utf8), "expression")
        case .standardInput: (text, name) = (StandardStreams.readAll(), "standard-input")
        }
        guard let text else { return unreadable(name) }
        do throws(Signal) {
            StandardStreams.print(try scheme.listing(ofProgram: text, file: name))
            return nil
        } catch {
            switch error {
            case .raise(let object), .raiseContinuable(let object), .unhandled(let object):
                StandardStreams.complain(ErrorReport(object, scheme).text)
            case .abort(let abort): StandardStreams.complain(abort.text + "\n")
            default: break
            }
            return ReadEvalPrintLoop.failureCode
        }
    }

    private func unreadable(_ name: String) -> Int32 {
        StandardStreams.complain(";Unable to find file \"\(name)\" because: File does not exist.\n")
        return ReadEvalPrintLoop.failureCode
    }
}
