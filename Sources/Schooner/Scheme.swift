import SchoonerRuntime

/// A Scheme interpreter with a thread of its own.
///
/// Green threads and sockets of its programs go on while the caller awaits, and between calls. Every call of `evaluate`,
/// `load` and `call` runs in a green thread of its own, so several may be under way at once; a call whose task is
/// cancelled is ended where it stands. The interpreter lives until `shutDown`, or until nobody holds it any more.
///
/// ```swift
/// let scheme = try Scheme()
/// let value = try await scheme.evaluate("(map (lambda (x) (* x x)) '(1 2 3))")
/// ```
public actor Scheme {
    private nonisolated let thread: InterpreterThread
    private var lastIdentifier: UInt64 = 0

    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// - Throws: `SchemeError.cannotStart` when the process has no descriptor or thread left.
    public init(configuration: Configuration = Configuration()) throws(SchemeError) {
        thread = try InterpreterThread(configuration)
    }

    deinit { thread.stop() }

    // MARK: Running programs

    /// Evaluates the expressions and definitions of a text in turn.
    ///
    /// - Parameter file: the name that errors give the text.
    /// - Returns: the value of the last; of several values, the first.
    /// - Throws: `SchemeError`; `CancellationError` when the task is cancelled.
    @discardableResult
    public func evaluate(_ text: String, file: String? = nil) async throws -> SchemeValue {
        try await run { host throws(SchemeError) in
            let source = try host.schemeValue(.string(text))
            let name = file.map { host.interpreter.heap.string($0) } ?? .false
            return (host.interpreter.libraryProcedure("%evaluate-text"), [source, name, .false])
        }
    }

    /// Evaluates the expressions and definitions of a file in turn, as Scheme's `load` does.
    ///
    /// - Returns: the value of the last.
    /// - Throws: as `evaluate`.
    @discardableResult
    public func load(path: String) async throws -> SchemeValue {
        try await run { host throws(SchemeError) in
            (host.interpreter.libraryProcedure("load"), [host.interpreter.heap.string(path)])
        }
    }

    /// Calls a procedure.
    ///
    /// - Throws: as `evaluate`; `SchemeError.foreignObject` when an object belongs to another interpreter.
    @discardableResult
    public func call(_ procedure: SchemeValue, _ arguments: [SchemeValue] = []) async throws -> SchemeValue {
        try await run { host throws(SchemeError) in
            (try host.schemeValue(procedure), try host.schemeValues(arguments))
        }
    }

    /// Calls the procedure that is the value of a variable.
    ///
    /// - Throws: as `evaluate`.
    @discardableResult
    public func call(_ name: String, _ arguments: [SchemeValue] = []) async throws -> SchemeValue {
        try await run { host throws(SchemeError) in
            guard let procedure = host.interpreter.valueOfUserVariable(name) else {
                throw .raised(
                    SchemeCondition(
                        message: "Unbound variable: \(name)", type: "unbound-variable", irritants: [], backtrace: []))
            }
            return (procedure, try host.schemeValues(arguments))
        }
    }

    // MARK: Definitions

    /// Defines a variable where programs see it.
    public func set(_ name: String, _ value: SchemeValue) throws(SchemeError) {
        let host = try requireHost()
        host.interpreter.defineUserVariable(name, try host.schemeValue(value))
    }

    /// Defines a procedure written in Swift.
    ///
    /// - Parameters:
    ///   - arity: how many arguments it takes; any number by default.
    ///   - body: called on the interpreter's thread with the arguments; everything else in the interpreter waits until it
    ///     returns. An error it throws becomes a Scheme condition with the error's description for its message.
    public func define(
        _ name: String, arity: Arity = .any, _ body: @escaping @Sendable ([SchemeValue]) throws -> SchemeValue
    ) throws(SchemeError) {
        try requireHost().define(name, arity, body)
    }

    /// Defines a procedure written in Swift that may await. The green thread that calls it waits meanwhile; the others go on.
    ///
    /// - Parameters:
    ///   - arity: how many arguments it takes; any number by default.
    ///   - body: called in a task of its own, which is cancelled when the green thread is ended. It may call the interpreter.
    public func define(
        _ name: String, arity: Arity = .any, _ body: @escaping @Sendable ([SchemeValue]) async throws -> SchemeValue
    ) throws(SchemeError) {
        try requireHost().define(name, arity, body)
    }

    // MARK: Ending

    /// Ends every evaluation that has begun with `SchemeError.aborted(.interrupted)`, from any thread and at once. Other green
    /// threads go on.
    public nonisolated func interrupt() { thread.interrupt() }

    /// Ends all evaluations and green threads, sends waiting output, closes ports and gives the memory back. Later calls throw
    /// `SchemeError.shutDown`.
    public func shutDown() { thread.shutDown() }

    // MARK: Within

    private func requireHost() throws(SchemeError) -> InterpreterHost {
        guard let host = thread.host else { throw .shutDown }
        return host
    }

    private func run(
        _ prepare: (InterpreterHost) throws(SchemeError) -> (procedure: Value, arguments: [Value])
    ) async throws -> SchemeValue {
        lastIdentifier += 1
        let identifier = lastIdentifier
        return try await withTaskCancellationHandler {
            try await begin(identifier, prepare)
        } onCancel: { [thread] in
            thread.perform { $0.abandon(identifier, .failure(CancellationError())) }
        }
    }

    /// Starts an evaluation, without leaving the interpreter's thread between what it prepares and its start, and awaits its end.
    private func begin(
        _ identifier: UInt64,
        _ prepare: (InterpreterHost) throws(SchemeError) -> (procedure: Value, arguments: [Value])
    ) async throws -> SchemeValue {
        let host = try requireHost()
        return try await withCheckedThrowingContinuation { continuation in
            do throws(SchemeError) {
                let (procedure, arguments) = try prepare(host)
                host.start(identifier, procedure, arguments) { continuation.resume(with: $0) }
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }
}
