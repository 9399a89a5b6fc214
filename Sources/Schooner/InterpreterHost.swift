import SchoonerRuntime

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// An interpreter and what Swift has in it: evaluations under way and objects held. Used on its thread only.
final class InterpreterHost {
    typealias Completion = (Result<SchemeValue, any Error>) -> Void

    let interpreter: Interpreter
    private let configuration: Configuration
    unowned(unsafe) var thread: InterpreterThread!
    private var evaluations: [UInt64: (thread: GreenThread, completion: Completion)] = [:]
    /// Made when first asked for: the roots of the image come first.
    lazy var objects = ObjectTable(interpreter.heap)

    init(_ interpreter: Interpreter, _ configuration: Configuration) {
        self.interpreter = interpreter
        self.configuration = configuration
    }

    /// The first thing on the thread.
    func boot() {
        let input: Int32 = if case .empty = configuration.standardInput { -1 } else { STDIN_FILENO }
        interpreter.boot(
            devices: ConsoleDevices(
                input: input, output: device(configuration.standardOutput, STDOUT_FILENO),
                errors: device(configuration.standardError, STDERR_FILENO)))
        interpreter.invocation.arguments = configuration.arguments
        interpreter.invocation.libraryDirectories = configuration.libraryDirectories
        interpreter.scheduler.threadErrorPolicy = .continue
        interpreter.scheduler.reportThreadError = { [unowned self] _, _, object in report(object) }
    }

    private func device(_ output: Configuration.Output, _ descriptor: Int32) -> ConsoleDevices.Output {
        switch output {
        case .inherited: .descriptor(descriptor)
        case .discarded: .receiver { _ in }
        case .receiver(let receive): .receiver(receive)
        }
    }

    /// An error that a green thread did not handle.
    private func report(_ object: Value) {
        let condition = condition(object)
        if let handler = configuration.threadErrorHandler { return handler(condition) }
        let text = Array((SchemeError.raised(condition).description + "\n").utf8)
        text.withUnsafeBytes { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    // MARK: Evaluations

    /// Starts an evaluation in a green thread of its own.
    ///
    /// - Parameter completion: called once, on this thread.
    func start(_ identifier: UInt64, _ procedure: Value, _ arguments: [Value], _ completion: @escaping Completion) {
        assert(self.thread.isCurrent)
        let thread = interpreter.scheduler.spawn(procedure, arguments) { [unowned self] outcome in
            finished(identifier, outcome)
        }
        evaluations[identifier] = (thread, completion)
    }

    private func finished(_ identifier: UInt64, _ outcome: Machine.Outcome) {
        guard let completion = evaluations.removeValue(forKey: identifier)?.completion else { return }
        switch outcome {
        case .finished(let value):
            completion(.success(value.isType(.multipleValues) ? first(value) : swiftValue(value)))
        case .failed(let object): fail(identifier, object, completion)
        case .aborted(let abort): completion(.failure(SchemeError.aborted(SchemeError.Abort(abort))))
        case .exit(let code): completion(.failure(SchemeError.exited(code: Int(code))))
        case .blocked, .preempted: completion(.failure(SchemeError.aborted(.topLevel)))
        }
    }

    private func first(_ values: Value) -> SchemeValue {
        values.length > 0 ? swiftValue(values[slot: 0]) : .unspecific
    }

    /// The report of a condition may be the program's own procedure: it runs like any other evaluation.
    private func fail(_ identifier: UInt64, _ object: Value, _ completion: @escaping Completion) {
        let condition = condition(object)
        guard object.isType(.condition) else { return completion(.failure(SchemeError.raised(condition))) }
        let reporter = interpreter.libraryProcedure("condition/report-string")
        start(identifier, reporter, [object]) { result in
            let message = (try? result.get())?.stringValue ?? condition.message
            completion(.failure(SchemeError.raised(condition.with(message: message))))
        }
    }

    /// Ends an evaluation where it stands.
    func abandon(_ identifier: UInt64, _ result: Result<SchemeValue, any Error>) {
        guard let evaluation = evaluations.removeValue(forKey: identifier) else { return }
        interpreter.scheduler.abandon(evaluation.thread, .aborted(.interrupted))
        evaluation.completion(result)
    }

    func abandonAll(_ result: Result<SchemeValue, any Error>) {
        for identifier in evaluations.keys.sorted() { abandon(identifier, result) }
    }

    /// Lets the green threads run, and waits when none can.
    func turn(mayWait: Bool) {
        if case .exit(let code) = interpreter.scheduler.turn(mayWait: mayWait) {
            abandonAll(.failure(SchemeError.exited(code: Int(code))))
        }
    }

    /// Ends everything.
    ///
    /// - Returns: a function that waits for the next wake-up; false when it cannot.
    func shutDown() -> () -> Bool {
        abandonAll(.failure(SchemeError.shutDown))
        interpreter.flushAllPorts()
        interpreter.scheduler.shutDown()
        let reactor = interpreter.reactor
        return { (try? reactor.poll(timeout: nil)) != nil }
    }

    // MARK: Objects

    func release(_ slots: [Int]) {
        for slot in slots { objects.remove(slot, interpreter.heap) }
    }
}

extension SchemeError.Abort {
    init(_ abort: Signal.Abort) {
        switch abort {
        case .outOfMemory: self = .outOfMemory
        case .recursionTooDeep: self = .recursionTooDeep
        case .interrupted: self = .interrupted
        case .topLevel: self = .topLevel
        }
    }
}
