/// Evaluations that run side by side, each in a thread of its own, without a main thread: for embedders.
extension Scheduler {
    /// Has a new thread apply the procedure to the arguments when its turn comes. To be called between turns, or in a completion.
    ///
    /// - Parameter completion: called once, with how the thread ended, between two slices: values in the outcome are
    ///   good until it returns.
    @discardableResult
    package func spawn(
        _ procedure: Value, _ arguments: [Value], completion: @escaping (Machine.Outcome) -> Void
    ) -> GreenThread {
        // A stack begins small: many arguments go through a list.
        let isLong = arguments.count > 16
        let thread = machine.makeThread(
            isLong ? interpreter.libraryProcedure("apply") : procedure,
            isLong ? [procedure, heap.list(arguments)] : arguments)
        let object = makeThreadObject(name: .false)
        heap.set(object, slot: ThreadLayout.index, Value(fixnum: thread.identifier))
        thread.object = object
        thread.scheduling.completion = completion
        ready.append(thread.identifier)
        return thread
    }

    /// Ends an evaluation where it stands, with the outcome; nothing happens when it has ended already.
    package func abandon(_ thread: GreenThread, _ outcome: Machine.Outcome) {
        guard thread.scheduling.completion != nil, thread.scheduling.state != .finished else { return }
        cancelWait(thread)
        complete(thread, outcome)
    }

    /// Whether the running thread is an evaluation.
    var isInEvaluation: Bool { machine.current?.scheduling.completion != nil }

    /// Ends a thread and tells its completion; false when it has none.
    @discardableResult
    func complete(_ thread: GreenThread, _ outcome: Machine.Outcome) -> Bool {
        let completion = thread.scheduling.completion
        thread.scheduling.completion = nil
        if case .finished(let value) = outcome { finish(thread, value) } else { finish(thread, .false) }
        completion?(outcome)
        return completion != nil
    }
}
