/// Mutexes and condition variables. MIT Scheme 12.1's procedures.
enum MutexPrimitives {
    static let table: [Primitive] = [
        Primitive("make-thread-mutex", 0, "A mutex that nobody owns. MIT", make),
        Primitive("thread-mutex?", 1, "Whether the object is a mutex. MIT", isMutex),
        Primitive("thread-mutex-owner", 1, "The thread that owns the mutex, or #f. MIT", owner),
        Primitive("lock-thread-mutex", 1, "Takes the mutex, waiting for it. MIT", lock),
        Primitive("unlock-thread-mutex", 1, "Gives the mutex up. MIT", unlock),
        Primitive("try-lock-thread-mutex", 1, "Takes the mutex if nobody owns it; whether it did. MIT", tryLock),
        Primitive(
            "assert-thread-mutex-owned", 1...2, "An error unless the running thread owns the mutex. MIT", assertOwned),
        Primitive("make-condition-variable", 0...1, "A condition variable, with a name. MIT", makeCondition),
        Primitive("condition-variable?", 1, "Whether the object is a condition variable. MIT", isCondition),
        Primitive("condition-variable-name", 1, "The name, or #f. MIT", conditionName),
        Primitive("condition-variable-specific", 1, "What condition-variable-specific-set! stored. MIT", specific),
        Primitive("condition-variable-specific-set!", 2, "Stores an object. MIT", setSpecific),
        Primitive(
            "condition-variable-wait!", 2...3,
            "Unlocks the mutex, waits for a signal, at most some milliseconds, and locks it again; #f when time ran out. MIT",
            wait),
        Primitive("condition-variable-signal!", 1, "Wakes one thread. MIT", signal),
        Primitive("condition-variable-broadcast!", 1, "Wakes all threads. MIT", broadcast),
    ]

    static func make(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.object(.mutex, .false, .null, .null)
    }

    static func isMutex(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isType(.mutex))
    }

    static func owner(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try scheme.mutexArgument(arguments, 0, "thread-mutex-owner")[slot: MutexLayout.owner]
    }

    static func lock(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let scheduler = scheme.scheduler.unsafelyUnwrapped
        let mutex = try scheme.mutexArgument(arguments, 0, "lock-thread-mutex")
        if mutex[slot: MutexLayout.owner] == scheduler.currentObject && !scheduler.isRetry {
            throw scheme.deadlock("lock thread mutex", "lock-thread-mutex", mutex)
        }
        if scheduler.tryToOwn(mutex) { return .unspecific }
        throw scheduler.park(.mutex)
    }

    static func unlock(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let mutex = try scheme.mutexArgument(arguments, 0, "unlock-thread-mutex")
        guard mutex[slot: MutexLayout.owner] == scheme.scheduler.currentObject else { throw scheme.notOwner(mutex) }
        scheme.scheduler.release(mutex)
        return .unspecific
    }

    static func tryLock(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let mutex = try scheme.mutexArgument(arguments, 0, "try-lock-thread-mutex")
        guard mutex[slot: MutexLayout.owner].isFalse else { return .false }
        scheme.scheduler.own(mutex, by: scheme.scheduler.currentObject)
        return .true
    }

    static func assertOwned(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let mutex = try scheme.mutexArgument(arguments, 0, "assert-thread-mutex-owned")
        guard mutex[slot: MutexLayout.owner] == scheme.scheduler.currentObject else {
            guard let caller = arguments.supplied(1) else { throw scheme.notOwner(mutex) }
            throw scheme.simpleError("Don't own mutex:", mutex, caller)
        }
        return .unspecific
    }

    // MARK: Condition variables

    static func makeCondition(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.object(
            .waitable, Value(fixnum: WaitableKind.conditionVariable.rawValue), arguments.supplied(0) ?? .false, .null,
            .null, .unspecific)
    }

    static func isCondition(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].waitableKind == .conditionVariable)
    }

    static func conditionName(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try scheme.waitableArgument(arguments, 0, .conditionVariable, "condition-variable-name")[
            slot: WaitableLayout.name]
    }

    static func specific(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try scheme.waitableArgument(arguments, 0, .conditionVariable, "condition-variable-specific")[
            slot: WaitableLayout.specific]
    }

    static func setSpecific(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let variable = try scheme.waitableArgument(arguments, 0, .conditionVariable, "condition-variable-specific-set!")
        scheme.heap.set(variable, slot: WaitableLayout.specific, arguments[1])
        return .unspecific
    }

    /// The stages of `condition-variable-wait!`: waiting for the signal, then for the mutex.
    private enum Stage {
        static let signal: UInt8 = 1
        static let lockAfterSignal: UInt8 = 2
        static let lockAfterTimeout: UInt8 = 3
    }

    static func wait(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let scheduler = scheme.scheduler.unsafelyUnwrapped
        let variable = try scheme.waitableArgument(arguments, 0, .conditionVariable, "condition-variable-wait!")
        let mutex = try scheme.mutexArgument(arguments, 1, "condition-variable-wait!")
        if scheduler.stage == 0 {
            guard mutex[slot: MutexLayout.owner] == scheduler.currentObject else { throw scheme.notOwner(mutex) }
            var deadline: Int64?
            if arguments.supplied(2) != nil {
                deadline = scheme.deadline(
                    after: try scheme.millisecondsArgument(arguments, 2, "condition-variable-wait!"))
            }
            scheduler.enqueueRunning(on: variable, WaitableLayout.waiters)
            scheduler.release(mutex)
            scheduler.stage = Stage.signal
            throw scheduler.park(.queue, deadline: deadline)
        }
        if scheduler.stage == Stage.signal {
            // A thread event in between counts as a signal: such waits may end early.
            let timedOut = scheduler.wakeReason == .timer
            if timedOut { scheduler.purgeWaiters(of: variable, WaitableLayout.waiters) }
            scheduler.stage = timedOut ? Stage.lockAfterTimeout : Stage.lockAfterSignal
        }
        if scheduler.tryToOwn(mutex) { return Value(scheduler.stage == Stage.lockAfterSignal) }
        throw scheduler.park(.mutex)
    }

    static func signal(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let variable = try scheme.waitableArgument(arguments, 0, .conditionVariable, "condition-variable-signal!")
        scheme.scheduler.wakeFirst(of: variable, WaitableLayout.waiters)
        return .unspecific
    }

    static func broadcast(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let variable = try scheme.waitableArgument(arguments, 0, .conditionVariable, "condition-variable-broadcast!")
        scheme.scheduler.wakeAll(of: variable, WaitableLayout.waiters)
        return .unspecific
    }
}
