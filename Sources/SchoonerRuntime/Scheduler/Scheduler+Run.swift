/// The loop that runs threads and waits for the world.
extension Scheduler {
    /// Runs a procedure in a new main thread, and the other threads beside it, until it has ended. The others stay, and go
    /// on when the next main thread runs.
    ///
    /// Inside a primitive it is `runNested` that one wants.
    package func runMain(_ procedure: Value, _ arguments: [Value] = []) -> Machine.Outcome {
        let main = machine.makeThread(procedure, arguments)
        main.object = consoleObject.pointee
        heap.set(main.object, slot: ThreadLayout.index, Value(fixnum: main.identifier))
        heap.set(main.object, slot: ThreadLayout.flags, .zero)
        main.scheduling.hasEvents = main.object[slot: ThreadLayout.events].isPair
        mainThread = main
        ready.prepend(main.identifier)
        var end = turn()
        while end == nil { end = turn() }
        let outcome = end ?? .aborted(.topLevel)
        mainThread = nil
        if main.scheduling.state != .finished { retire(main) }
        flushPorts()
        finishDropped()
        return outcome
    }

    /// Runs each thread that can run for one slice, and asks the reactor.
    ///
    /// - Parameter mayWait: wait in the reactor when no thread can run; without a main thread for whatever comes, at least a
    ///   wake-up.
    /// - Returns: why the whole run is over: the main thread has ended, the program called `exit`, or it was interrupted.
    package func turn(mayWait: Bool = true) -> Machine.Outcome? {
        var remaining = ready.count
        if nestingDepth == 0 { machine.threads.forgetEnded() }
        while remaining > 0, let number = ready.popFirst() {
            remaining -= 1
            guard let thread = machine.threads.reference(number) else { continue }
            let outcome = thread._withUnsafeGuaranteedRef { thread in
                // Its end may have come while it stood in line.
                thread.scheduling.state == .ready ? runSlice(thread) : nil
            }
            if let outcome { return outcome }
        }
        if interruption.take() { return .aborted(.interrupted) }
        return lookAround(mayWait: mayWait)
    }

    /// Runs one thread for one slice; an outcome when the whole run is over.
    private func runSlice(_ thread: GreenThread) -> Machine.Outcome? {
        let isMain = thread.identifier == mainNumber
        thread.scheduling.state = .running
        let interposition = interposition(for: thread)
        // Events that must wait for the primitive to complete follow at the next safepoint.
        let isDelayed = interposition == nil && thread.scheduling.hasEvents && acceptsEvents(thread)
        let outcome = machine.run(
            thread, interposed: interposition, fuel: isDelayed ? 0 : sliceFuel)
        defer { afterSlice() }
        switch outcome {
        case .finished(let value):
            if isMain {
                if !thread.scheduling.hasExited {
                    retire(thread)
                    return outcome
                }
                finish(thread, value)
                return nil
            }
            complete(thread, outcome)
        case .blocked:
            if resumeSavedWait(thread) {
                thread.scheduling.state = .ready
                ready.prepend(thread.identifier)
            } else if thread.scheduling.state == .running {
                thread.scheduling.state = .parked
                wake(thread, .ready)
            } else if thread.scheduling.state == .parked && thread.scheduling.hasEvents && acceptsEvents(thread) {
                wakeForEvents(thread)
            }
        case .preempted:
            thread.scheduling.state = .ready
            if timerInterval == nil || isTimerStopped {
                ready.prepend(thread.identifier)
            } else {
                ready.append(thread.identifier)
            }
        case .aborted(let abort):
            if isMain { return outcome }
            if complete(thread, outcome) { return nil }
            if threadErrorPolicy == .exit || abort == .interrupted { return outcome }
        case .exit, .failed:
            if mainThread == nil && complete(thread, outcome) { return nil }
            return outcome
        }
        return interpreter.interruption.isRequested && interpreter.interruption.take() ? .aborted(.interrupted) : nil
    }

    /// After so many turns the reactor is asked although no thread waits for it: programs may look at their sockets without
    /// ever waiting.
    private static let turnsWithoutWaiters = 32

    /// Between two turns: asks the reactor, or waits in it when no thread can run.
    private func lookAround(mayWait: Bool) -> Machine.Outcome? {
        turnsSincePoll += 1
        if !ready.isEmpty {
            // Without waiters there is little to learn, and a turn may be short.
            if externalWaits == 0 && turnsSincePoll < Scheduler.turnsWithoutWaiters { return nil }
            return poll(timeout: 0)
        }
        flushPorts()
        finishDropped()
        if !mayWait { return poll(timeout: 0) }
        guard !canBeWoken, let main = mainThread else { return poll(timeout: nil) }
        if machine.threads.isEmpty || main.scheduling.state == .finished { return .finished(.unspecific) }
        breakDeadlock(main)
        return nil
    }

    /// Whether the world can make a thread run again.
    private var canBeWoken: Bool { externalWaits > 0 || timerEvents > 0 || background.portCount > 0 }

    /// Lets the reactor look or wait; an outcome when that failed.
    func poll(timeout: Int64?) -> Machine.Outcome? {
        turnsSincePoll = 0
        do {
            try reactor.poll(timeout: timeout)
        } catch {
            // Only a descriptor table in disorder gets here.
            return .aborted(.topLevel)
        }
        deliverWakes()
        return nil
    }

    private var sliceFuel: Int {
        guard let timerInterval, timerInterval != Scheduler.standardInterval else { return Machine.sliceFuel }
        return max(200, min(timerInterval, 10_000) * (Machine.sliceFuel / Scheduler.standardInterval))
    }

    private func afterSlice() {
        flushPorts()
        finishDropped()
    }
}

extension ThreadTable {
    var isEmpty: Bool { count == 0 }
}
