/// Stopping a thread until another restarts it, and the continuations of threads. MIT Scheme 12.1's procedures.
enum ThreadStopPrimitives {
    static let table: [Primitive] = [
        Primitive("stop-current-thread", 0, "Waits until another thread calls restart-thread. MIT", stopCurrentThread),
        Primitive(
            "%restart-thread", 3,
            "Has a stopped thread go on; whether to drop its events, and one more event or #f.",
            restartThread),
        Primitive(
            "thread-continuation", 1,
            "The continuation in which a waiting thread was made; #f of one that can run. MIT", continuation),
        Primitive("%root-continuation", 0, "The continuation of a new thread.", rootContinuation),
    ]

    static func stopCurrentThread(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        // Events that run when it is restarted come before the end of the wait.
        if scheme.scheduler.isRetry { return .unspecific }
        throw scheme.scheduler.park(.stopped)
    }

    static func restartThread(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let scheduler = scheme.scheduler.unsafelyUnwrapped
        let object = try scheme.threadArgument(arguments, 0, "restart-thread")
        let event = arguments[2]
        guard event.isFalse || event.isProcedure else { throw scheme.wrongType(event, nil, "restart-thread") }
        guard let thread = scheduler.thread(of: object), thread.isStopped else {
            throw scheme.badRange(object, nil, "restart-thread")
        }
        if arguments[1].isTrue { scheduler.dropEvents(of: object) }
        if event.isTrue { scheduler.send(event, to: object) }
        if thread.scheduling.hasEvents && !thread.scheduling.eventsBlocked {
            scheduler.wakeForEvents(thread)
        } else {
            scheduler.wake(thread, .ready)
        }
        return .unspecific
    }

    static func continuation(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let object = try scheme.threadArgument(arguments, 0, "thread-continuation")
        guard let thread = scheme.scheduler.thread(of: object), thread.scheduling.state == .parked else {
            return .false
        }
        return scheme.bottomContinuation(parameters: thread.parameters)
    }

    static func rootContinuation(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.bottomContinuation(parameters: scheme.machine.state.pointee.parameters)
    }
}

extension GreenThread {
    /// Whether the thread is in `stop-current-thread`.
    var isStopped: Bool {
        if scheduling.state == .parked, case .stopped = scheduling.park { return true }
        return false
    }
}

extension Scheduler {
    /// Empties a thread's queue of events.
    func dropEvents(of object: Value) {
        heap.set(object, slot: ThreadLayout.events, .null)
        heap.set(object, slot: ThreadLayout.lastEvent, .null)
        thread(of: object)?.scheduling.hasEvents = false
    }
}

extension Interpreter {
    /// The continuation at the bottom of a thread's stack: a value given to it ends the thread.
    func bottomContinuation(parameters: Value) -> Value {
        heap.object(
            .continuation, .false, .zero, Value(bits: Int(bitPattern: machine.bottomReturn)), .false, .null, parameters,
            .null)
    }
}
