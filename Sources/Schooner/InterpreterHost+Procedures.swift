import SchoonerRuntime

extension InterpreterHost {
    /// Defines a procedure written in Swift.
    func define(
        _ name: String, _ arity: Arity, _ body: @escaping @Sendable ([SchemeValue]) throws -> SchemeValue
    ) {
        add(name, arity) { [thread = thread!] (_, arguments) throws(Signal) in
            guard let host = thread.host else { throw .abort(.topLevel) }
            let values = arguments.all.map(host.swiftValue)
            do {
                return try host.schemeValue(try body(values))
            } catch {
                throw host.signal(error)
            }
        }
    }

    /// Defines a procedure written in Swift that may await: only the green thread that calls it waits.
    func define(
        _ name: String, _ arity: Arity, _ body: @escaping @Sendable ([SchemeValue]) async throws -> SchemeValue
    ) {
        add(name, arity) { [thread = thread!] (scheme, arguments) throws(Signal) in
            guard let host = thread.host else { throw .abort(.topLevel) }
            let answer: PendingAnswer
            if let pending = scheme.scheduler.pendingState as? PendingAnswer {
                answer = pending
            } else {
                answer = PendingAnswer()
                let values = arguments.all.map(host.swiftValue)
                answer.task = Task {
                    let result: Result<SchemeValue, any Error>
                    do { result = .success(try await body(values)) } catch { result = .failure(error) }
                    thread.perform { answer.arrive(result, $0) }
                }
            }
            switch answer.result {
            case .success(let value)?:
                do throws(SchemeError) {
                    return try host.schemeValue(value)
                } catch {
                    throw host.signal(error)
                }
            case .failure(let error)?: throw host.signal(error)
            case nil:
                scheme.scheduler.pendingState = answer
                answer.token = scheme.scheduler.token
                throw scheme.scheduler.park(.other)
            }
        }
    }

    private func add(_ name: String, _ arity: Arity, _ body: @escaping Primitive.Body) {
        let row =
            if let maximum = arity.maximum {
                Primitive(name, arity.minimum...max(arity.minimum, maximum), "", body)
            } else {
                Primitive(name, arity.minimum..., "", body)
            }
        interpreter.addPrimitive(row, to: interpreter.userEnvironment)
    }
}

/// What a Swift procedure that awaits will have given. Unchecked: used on the interpreter's thread only.
private final class PendingAnswer: CancellableWait, @unchecked Sendable {
    var result: Result<SchemeValue, any Error>?
    var token: UInt64 = 0
    var task: Task<Void, Never>?

    func arrive(_ result: Result<SchemeValue, any Error>, _ host: InterpreterHost) {
        self.result = result
        host.interpreter.scheduler.wake(token)
    }

    func cancel() { task?.cancel() }
}
