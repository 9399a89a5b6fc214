// How threads end.

extension Scheduler {
    /// A thread has ended with a value: its mutexes are unlocked, and those who joined it are told.
    func finish(_ thread: GreenThread, _ value: Value) {
        let object = thread.object
        thread.scheduling.state = .finished
        if thread.identifier == mainNumber { mainNumber = -1 }
        machine.drop(thread)
        heap.set(object, slot: ThreadLayout.index, Value(fixnum: -1))
        heap.set(object, slot: ThreadLayout.value, firstValue(value))
        setFlag(object, ThreadLayout.dead)
        heap.set(object, slot: ThreadLayout.events, .null)
        heap.set(object, slot: ThreadLayout.lastEvent, .null)
        let mutexes = object[slot: ThreadLayout.mutexes].listElements().elements
        heap.set(object, slot: ThreadLayout.mutexes, .null)
        for mutex in mutexes { passOn(mutex) }
        let joiners = object[slot: ThreadLayout.joiners].listElements().elements
        heap.set(object, slot: ThreadLayout.joiners, .null)
        for joiner in joiners.reversed() { announceEnd(of: object, to: joiner.car, joiner.cdr) }
    }

    /// Sends the event that `join-thread` asked for: its procedure gets the thread and the value.
    func announceEnd(of object: Value, to joiner: Value, _ procedure: Value) {
        guard !joiner.isDeadThread else { return }
        send(
            heap.list(
                interpreter.libraryProcedure("%announce-thread-end"), procedure, object,
                object[slot: ThreadLayout.value]),
            to: joiner)
    }

    /// The main thread's stack goes; the thread object stays for the next main thread.
    func retire(_ thread: GreenThread) {
        let waited = thread.scheduling.state == .parked
        cancelWait(thread)
        // That puts it in line, where its number must not stand for the next thread that gets it.
        if waited { ready.removeAll { $0 == thread.identifier } }
        thread.scheduling.state = .finished
        machine.drop(thread)
        heap.set(thread.object, slot: ThreadLayout.index, Value(fixnum: -1))
    }

    /// Withdraws a parked thread from what it waits for.
    func cancelWait(_ thread: GreenThread) {
        if thread.scheduling.state == .parked {
            withdrawRegistration(thread)
            wake(thread, nil)
        }
        thread.scheduling.cancelWait()
    }

    /// Ends every thread where it stands: nothing of theirs runs any more, waits and connections in the making are given up.
    package func shutDown() {
        for thread in machine.threads.all where thread !== machine.current {
            cancelWait(thread)
            thread.scheduling.state = .finished
            heap.set(thread.object, slot: ThreadLayout.index, Value(fixnum: -1))
            machine.drop(thread)
        }
        ready.removeAll()
        finishOutput()
    }

    func setFlag(_ object: Value, _ flag: Int) {
        heap.set(object, slot: ThreadLayout.flags, Value(fixnum: object.threadFlags | flag))
    }

    private func firstValue(_ value: Value) -> Value {
        guard value.isType(.multipleValues) else { return value }
        return value.length > 0 ? value[slot: 0] : .unspecific
    }

    // MARK: Errors

    /// What becomes of the running thread, which is not the main thread, when nobody handles what it raised; to be thrown.
    ///
    /// The thread ends. By the policy `exit` the main thread gets the error as a `derived-thread-error`, as in MIT Scheme
    /// 12.1; by `continue` it is reported and the others go on.
    package func uncaughtError(_ object: Value) -> Signal {
        let thread = currentObject
        switch threadErrorPolicy {
        case .continue: reportThreadError(interpreter, thread, object)
        case .exit:
            guard let main = mainThread, !main.scheduling.hasExited else {
                reportThreadError(interpreter, thread, object)
                return .exit(14)
            }
            let condition = interpreter.condition(.derivedThreadError, thread, object)
            send(heap.list(interpreter.libraryProcedure("%raise-object"), condition), to: consoleObject.pointee)
        }
        return .endThread(object)
    }

    /// Nothing can ever wake the main thread: it gets a `thread-deadlock` condition where it waits.
    func breakDeadlock(_ main: GreenThread) {
        let description =
            switch main.scheduling.park {
            case .join: "join thread"
            case .mutex: "lock thread mutex"
            case .queue: "wait for another thread"
            default: "suspend thread"
            }
        let procedure = Value(bits: main.frame[1])
        let operand = main.argumentCount > 0 ? Value(bits: main.frame[2]) : .false
        let condition = interpreter.condition(
            .threadDeadlock, main.object, heap.string(description), procedure, operand)
        wake(main, nil)
        main.scheduling.cancelWait()
        main.scheduling.endWait()
        machine.replaceApplication(of: main, by: interpreter.libraryProcedure("%raise-object"), [condition])
    }
}

extension Machine {
    /// Has a thread that waits in a primitive apply another procedure in its place.
    func replaceApplication(of thread: GreenThread, by procedure: Value, _ arguments: [Value]) {
        thread.frame[1] = procedure.bits
        for (index, argument) in arguments.enumerated() { thread.frame[2 + index] = argument.bits }
        thread.argumentCount = arguments.count
        threads.markDirty(thread)
    }
}
