/// Thread events, timer events and the thread timer.
enum ThreadEventPrimitives {
    static let table: [Primitive] = [
        Primitive(
            "signal-thread-event", 2...3, "Has the thread call the thunk; #f only ends its suspension. MIT", signalEvent
        ),
        Primitive("suspend-current-thread", 0, "Waits for a thread event. MIT", suspendCurrentThread),
        Primitive("block-thread-events", 0, "Puts events off; whether they were put off before. MIT", blockEvents),
        Primitive(
            "unblock-thread-events", 0, "Runs events that were put off, and later ones as they come. MIT", unblockEvents
        ),
        Primitive(
            "register-timer-event", 2, "Has the running thread call the thunk in some milliseconds, once. MIT",
            registerTimerEvent),
        Primitive("deregister-timer-event", 1, "Ends a timer event that has not come. MIT", deregisterTimerEvent),
        Primitive(
            "thread-timer-interval", 0, "Milliseconds after which a thread is preempted, or #f. MIT", timerInterval),
        Primitive("set-thread-timer-interval!", 1, "Changes it; #f: never. MIT", setTimerInterval),
        Primitive("stop-thread-timer", 0, "Ends preemption. MIT", stopTimer),
        Primitive("start-thread-timer", 0, "Begins preemption again. MIT", startTimer),
        Primitive(
            "thread-error-policy", 0, "What an unhandled error in a background thread does: exit or continue.",
            errorPolicy),
        Primitive(
            "set-thread-error-policy!", 1,
            "exit: the error becomes the main thread's; continue: it is reported, and the other threads go on.",
            setErrorPolicy),
        Primitive("%next-thread-event", 0, "Takes the running thread's first event; #f when there is none.", nextEvent),
        Primitive("%resume-wait", 3, "Goes back to a wait that an event interrupted.", resumeWait),
        Primitive("%raise-object", 1, "Raises the object; for the scheduler.", raiseObject),
        Primitive("%adjust-preemption!", 1, "Adds to the depth of without-interrupts.", adjustPreemption),
    ]

    /// Has the running thread run its events now, unless they are put off; to be thrown.
    static func runOwnEvents(_ scheme: Interpreter) -> Signal {
        let thread = scheme.scheduler.running
        if thread.scheduling.eventsBlocked { return .values([.unspecific]) }
        return .call(scheme.libraryProcedure("%run-thread-events"), [])
    }

    static func signalEvent(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let scheduler = scheme.scheduler.unsafelyUnwrapped
        let target = try scheme.threadArgument(arguments, 0, "signal-thread-event")
        guard arguments[1].isFalse || arguments[1].isProcedure else {
            throw scheme.wrongType(arguments[1], nil, "signal-thread-event")
        }
        if target.isDeadThread {
            if arguments.supplied(2) != nil { return .unspecific }
            throw .raise(
                scheme.condition(
                    .threadDead, target, scheme.heap.string("signal event to"),
                    scheme.libraryProcedure("signal-thread-event"), scheme.heap.list(arguments.all)))
        }
        if arguments[1].isFalse {
            if let thread = scheduler.thread(of: target), thread.scheduling.state == .parked,
                case .suspended = thread.scheduling.park
            {
                scheduler.wake(thread, .ready)
            }
            return .unspecific
        }
        scheduler.send(arguments[1], to: target)
        if target == scheduler.currentObject { throw runOwnEvents(scheme) }
        return .unspecific
    }

    static func suspendCurrentThread(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if scheme.scheduler.isRetry { return .unspecific }
        if scheme.scheduler.currentObject[slot: ThreadLayout.events].isPair {
            throw .call(scheme.libraryProcedure("%run-thread-events"), [])
        }
        // Remembered across an event, so that the wait counts as ended by it.
        throw scheme.scheduler.park(.suspended)
    }

    static func blockEvents(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let thread = scheme.scheduler.running
        defer { thread.scheduling.eventsBlocked = true }
        return Value(thread.scheduling.eventsBlocked)
    }

    static func unblockEvents(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.scheduler.running.scheduling.eventsBlocked = false
        guard scheme.scheduler.currentObject[slot: ThreadLayout.events].isPair else { return .unspecific }
        throw runOwnEvents(scheme)
    }

    static func registerTimerEvent(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let delay = try scheme.millisecondsArgument(arguments, 0, "register-timer-event")
        guard arguments[1].isProcedure else { throw scheme.wrongType(arguments[1], nil, "register-timer-event") }
        return scheme.scheduler.startTimerEvent(after: delay, arguments[1])
    }

    static func deregisterTimerEvent(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let record = try scheme.waitableArgument(arguments, 0, .timerEvent, "deregister-timer-event")
        scheme.scheduler.cancelTimerEvent(record)
        return .unspecific
    }

    static func timerInterval(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.scheduler.timerInterval.map { Value(fixnum: $0) } ?? .false
    }

    static func setTimerInterval(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let interval = arguments[0]
        guard interval.isFalse || (interval.isFixnum && interval.fixnum > 0) else {
            throw scheme.wrongType(interval, nil, "set-thread-timer-interval!")
        }
        scheme.scheduler.timerInterval = interval.isFalse ? nil : interval.fixnum
        return .unspecific
    }

    static func stopTimer(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.scheduler.isTimerStopped = true
        return .unspecific
    }

    static func startTimer(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.scheduler.isTimerStopped = false
        return .unspecific
    }

    static func errorPolicy(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.intern(scheme.scheduler.threadErrorPolicy == .exit ? "exit" : "continue")
    }

    static func setErrorPolicy(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let policy = arguments[0]
        guard policy.isSymbol else { throw scheme.wrongType(policy, nil, "set-thread-error-policy!") }
        switch policy.symbolText {
        case "exit": scheme.scheduler.threadErrorPolicy = .exit
        case "continue": scheme.scheduler.threadErrorPolicy = .continue
        default: throw scheme.badRange(policy, nil, "set-thread-error-policy!")
        }
        return .unspecific
    }

    static func nextEvent(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.scheduler.takeEvent(of: scheme.scheduler.currentObject)
    }

    static func resumeWait(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        throw scheme.scheduler.resumeWait(arguments[0], arguments[1], arguments[2].listElements().elements)
    }

    static func raiseObject(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        throw .raise(arguments[0])
    }

    static func adjustPreemption(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let value = arguments[0]
        guard value == .one || value == Value(fixnum: -1) else {
            throw scheme.wrongType(value, nil, "%adjust-preemption!")
        }
        scheme.machine.preemptionInhibitions = max(0, scheme.machine.preemptionInhibitions + value.fixnum)
        return .unspecific
    }
}
