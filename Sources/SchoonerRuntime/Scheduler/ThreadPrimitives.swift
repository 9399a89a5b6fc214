/// Threads themselves. MIT Scheme 12.1's procedures; all but the names of newer releases are in its runtime.
enum ThreadPrimitives {
    static let table: [Primitive] = [
        Primitive(
            "create-thread", 2...3,
            "Makes a thread that calls the thunk; the first argument is a continuation or #f. MIT",
            createThread),
        Primitive("current-thread", 0, "The running thread. MIT", currentThread),
        Primitive("thread?", 1, "Whether the object is a thread. MIT", isThread),
        Primitive("console-thread", 0, "The main thread. MIT", consoleThread),
        Primitive("threads-list", 0, "The threads that have not ended. MIT", threadsList),
        Primitive("other-running-threads?", 0, "Whether other threads can run now. MIT", otherRunningThreads),
        Primitive("thread-name", 1, "What create-thread was given as a name, or #f. MIT", threadName),
        Primitive("thread-dead?", 1, "Whether the thread has ended. MIT", isThreadDead),
        Primitive("thread-execution-state", 1, "running, waiting, stopped or dead. MIT", executionState),
        Primitive("thread-get", 2, "A property of the thread, or #f. MIT", threadGet),
        Primitive("thread-put!", 3, "Sets a property of the thread. MIT", threadPut),
        Primitive("yield-current-thread", 0, "Lets the other threads run. MIT", yieldCurrentThread),
        Primitive("sleep-current-thread", 1, "Waits for some milliseconds. MIT", sleepCurrentThread),
        Primitive("exit-current-thread", 0...1, "Ends the running thread with a value. MIT", exitCurrentThread),
        Primitive("detach-thread", 1, "Lets nobody join the thread any more. MIT", detachThread),
        Primitive(
            "join-thread", 2,
            "When the thread ends, the procedure gets it and its value, and returns a thunk to run here. MIT",
            joinThread),
        Primitive(
            "%terminate-thread", 1,
            "Ends another thread where it stands, without its dynamic-wind procedures; for SRFI 18's thread-terminate!.",
            terminateThread),
    ]

    static func createThread(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let root = arguments[0]
        guard root.isFalse || root.isType(.continuation) else { throw scheme.wrongType(root, nil, "create-thread") }
        guard arguments[1].isProcedure || arguments[1].isType(.record) else {
            throw scheme.wrongType(arguments[1], nil, "create-thread")
        }
        try scheme.ensureRoom(forWords: GreenThread.initialStackWords + ThreadLayout.mutexes + 2)
        let parameters =
            root.isFalse ? scheme.machine.state.pointee.parameters : root[slot: ContinuationLayout.parameters]
        return scheme.scheduler.createThread(
            arguments[1], name: arguments.supplied(2) ?? .false, parameters: parameters)
    }

    static func currentThread(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.scheduler.currentObject
    }

    static func isThread(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isType(.thread))
    }

    static func consoleThread(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.scheduler.consoleObject.pointee
    }

    static func threadsList(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let threads = scheme.machine.threads.all.filter { !$0.scheduling.isNested }
        try scheme.ensureRoom(forWords: threads.count * 2)
        return scheme.heap.list(threads.map(\.object))
    }

    static func otherRunningThreads(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(!scheme.scheduler.ready.isEmpty)
    }

    static func threadName(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try scheme.threadArgument(arguments, 0, "thread-name")[slot: ThreadLayout.name]
    }

    static func isThreadDead(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(try scheme.threadArgument(arguments, 0, "thread-dead?").isDeadThread)
    }

    static func executionState(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let object = try scheme.threadArgument(arguments, 0, "thread-execution-state")
        let thread = scheme.scheduler.thread(of: object)
        let name =
            switch thread?.scheduling.state {
            case .ready, .running: "running"
            case .parked where thread?.isStopped == true: "stopped"
            case .parked: "waiting"
            case .finished, nil: "dead"
            }
        return scheme.heap.intern(name)
    }

    static func threadGet(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let entry = property(try scheme.threadArgument(arguments, 0, "thread-get"), arguments[1])
        return entry.isPair ? entry.cdr : .false
    }

    static func threadPut(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let thread = try scheme.threadArgument(arguments, 0, "thread-put!")
        let entry = property(thread, arguments[1])
        if entry.isPair {
            scheme.heap.setCdr(entry, arguments[2])
        } else {
            let properties = thread[slot: ThreadLayout.properties]
            let new = scheme.heap.cons(arguments[1], arguments[2])
            scheme.heap.set(thread, slot: ThreadLayout.properties, scheme.heap.cons(new, properties))
        }
        return .unspecific
    }

    private static func property(_ thread: Value, _ key: Value) -> Value {
        var rest = thread[slot: ThreadLayout.properties]
        while rest.isPair {
            if rest.car.car == key { return rest.car }
            rest = rest.cdr
        }
        return .false
    }

    static func yieldCurrentThread(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if scheme.scheduler.isRetry { return .unspecific }
        throw scheme.scheduler.yieldRunning()
    }

    static func sleepCurrentThread(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let scheduler = scheme.scheduler.unsafelyUnwrapped
        let deadline: Int64
        if let earlier = scheduler.pendingNumber {
            if scheme.reactor.clock.now() >= earlier { return .unspecific }
            deadline = earlier
        } else {
            deadline = scheme.deadline(
                after: try scheme.millisecondsArgument(arguments, 0, "sleep-current-thread"))
        }
        scheduler.pendingNumber = deadline
        throw scheduler.park(.timer(scheme.reactor.startTimer(deadline: deadline, waiter: scheduler.token)))
    }

    static func exitCurrentThread(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let thread = scheme.scheduler.running
        let value = arguments.optional(0) ?? .unspecific
        if thread.scheduling.isNested { throw .endThread(value) }
        if thread === scheme.scheduler.mainThread { thread.scheduling.hasExited = true }
        // To the thread's bottom, through the `dynamic-wind` procedures on the way.
        let state = scheme.machine.state.pointee
        if state.winders.isNull { throw .endThread(value) }
        throw .call(scheme.bottomContinuation(parameters: state.parameters), [value])
    }

    static func detachThread(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let thread = try scheme.threadArgument(arguments, 0, "detach-thread")
        try checkAttached(scheme, thread)
        scheme.scheduler.setFlag(thread, ThreadLayout.detached)
        return .unspecific
    }

    static func joinThread(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let scheduler = scheme.scheduler.unsafelyUnwrapped
        let thread = try scheme.threadArgument(arguments, 0, "join-thread")
        let joiner = scheduler.currentObject
        guard arguments[1].isProcedure else { throw scheme.wrongType(arguments[1], nil, "join-thread") }
        if thread == joiner { throw scheme.deadlock("join thread", "join-thread", thread) }
        try checkAttached(scheme, thread)
        if thread.isDeadThread {
            scheduler.announceEnd(of: thread, to: joiner, arguments[1])
            throw ThreadEventPrimitives.runOwnEvents(scheme)
        }
        let entry = scheme.heap.cons(joiner, arguments[1])
        let joiners = thread[slot: ThreadLayout.joiners]
        scheme.heap.set(thread, slot: ThreadLayout.joiners, scheme.heap.cons(entry, joiners))
        return .unspecific
    }

    static func terminateThread(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let scheduler = scheme.scheduler.unsafelyUnwrapped
        let object = try scheme.threadArgument(arguments, 0, "thread-terminate!")
        guard let thread = scheduler.thread(of: object) else { return .unspecific }
        // Somebody in Swift waits for the end of the main thread, a nested thread and an evaluation.
        guard thread !== scheduler.running, thread !== scheduler.mainThread, !thread.scheduling.isNested,
            thread.scheduling.completion == nil
        else {
            throw scheme.badRange(object, 0, "thread-terminate!")
        }
        scheduler.cancelWait(thread)
        scheduler.finish(thread, .unspecific)
        return .unspecific
    }

    private static func checkAttached(_ scheme: Interpreter, _ thread: Value) throws(Signal) {
        guard thread.threadFlags & ThreadLayout.detached != 0 else { return }
        throw .raise(scheme.condition(.threadDetached, thread))
    }
}
