/// Running Scheme code inside a primitive: macro transformers, and nothing else of the library.
extension Scheduler {
    /// How deep such runs may nest: each takes native stack.
    static let maximumNesting = 48

    /// Applies a procedure to its end, without running other threads and without a collection, and returns its value.
    ///
    /// - Throws: `raise` with the object of an error that the procedure does not handle itself; `abort` and `exit`.
    package func runNested(_ procedure: Value, _ arguments: [Value] = []) throws(Signal) -> Value {
        guard nestingDepth < Scheduler.maximumNesting else { throw .abort(.recursionTooDeep) }
        let parameters = machine.current == nil ? Value.null : machine.state.pointee.parameters
        let object = currentObject
        let suspension = machine.suspend()
        let thread = machine.makeThread(procedure, arguments)
        thread.object = object
        thread.parameters = parameters
        thread.scheduling.isNested = true
        nestingDepth += 1
        defer {
            cancelWait(thread)
            thread.scheduling.state = .finished
            machine.drop(thread)
            nestingDepth -= 1
            machine.restore(suspension)
        }
        while true {
            thread.scheduling.state = .running
            switch machine.run(thread) {
            case .finished(let value):
                if let object = nestedFailure {
                    nestedFailure = nil
                    throw .raise(object)
                }
                return value
            case .preempted:
                if interpreter.interruption.take() { throw .abort(.interrupted) }
            case .blocked: try waitNested(thread)
            case .aborted(let abort): throw .abort(abort)
            case .exit(let code): throw .exit(code)
            case .failed(let object): throw .raise(object)
            }
        }
    }

    /// Whether the running thread is a nested one.
    package var isNested: Bool { machine.current?.scheduling.isNested ?? false }

    /// Ends the nested run with an error that its code does not handle; to be thrown. The error goes on in the primitive.
    package func failNested(_ object: Value) -> Signal {
        nestedFailure = object
        return .endThread(object)
    }

    private func waitNested(_ thread: GreenThread) throws(Signal) {
        flushPorts()
        while thread.scheduling.state == .parked {
            if interpreter.interruption.take() { throw .abort(.interrupted) }
            guard externalWaits > 0 || timerEvents > 0 else {
                let description = heap.string("wait for another thread")
                throw .raise(
                    interpreter.condition(
                        .threadDeadlock, thread.object, description, Value(bits: thread.frame[1]), .false))
            }
            if poll(timeout: nil) != nil { throw .abort(.topLevel) }
        }
    }
}

extension Scheduler: RootProvider {
    package func visitRoots(_ collector: Collector) {
        background.visit(collector)
    }
}
