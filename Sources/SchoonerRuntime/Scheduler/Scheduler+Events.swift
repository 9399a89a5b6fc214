import SchoonerReactor

/// Thread events: procedures that run in a thread between two of its steps. MIT reference manual's thread chapter has
/// none of this; the behaviour is that of MIT Scheme 12.1.
extension Scheduler {
    /// Whether the thread may be made to run its events now.
    func acceptsEvents(_ thread: GreenThread) -> Bool {
        if thread.scheduling.state == .parked {
            if case .suspended = thread.scheduling.park { return true }
            if case .stopped = thread.scheduling.park { return false }
        }
        return !thread.scheduling.eventsBlocked && thread.scheduling.inhibitions == 0
    }

    /// Appends an event to a thread's queue: a thunk, or a pair of a procedure and its arguments.
    func send(_ event: Value, to object: Value) {
        let pair = heap.cons(event, .null)
        if object[slot: ThreadLayout.events].isNull {
            heap.set(object, slot: ThreadLayout.events, pair)
        } else {
            heap.setCdr(object[slot: ThreadLayout.lastEvent], pair)
        }
        heap.set(object, slot: ThreadLayout.lastEvent, pair)
        guard let thread = thread(of: object) else { return }
        thread.scheduling.hasEvents = true
        if thread.scheduling.state == .parked && acceptsEvents(thread) { wakeForEvents(thread) }
    }

    /// Takes the first event out of a thread's queue; #f when there is none.
    func takeEvent(of object: Value) -> Value {
        let pair = object[slot: ThreadLayout.events]
        guard pair.isPair else { return .false }
        heap.set(object, slot: ThreadLayout.events, pair.cdr)
        if pair.cdr.isNull { heap.set(object, slot: ThreadLayout.lastEvent, .null) }
        thread(of: object)?.scheduling.hasEvents = pair.cdr.isPair
        return pair.car
    }

    func wakeForEvents(_ thread: GreenThread) {
        withdrawRegistration(thread)
        wake(thread, nil)
        thread.scheduling.wokenForEvents = true
    }

    /// The thunk that a thread which is about to run is to call first; nil when it simply goes on.
    func interposition(for thread: GreenThread) -> Value? {
        guard thread.scheduling.hasEvents else { return nil }
        // When what it waited for has come: that first.
        let isDue = thread.scheduling.wokenForEvents || (!thread.scheduling.isRetry && acceptsEvents(thread))
        guard isDue, let procedure = runEventsProcedure else { return nil }
        // Known to be on its way, until the thread has taken the first.
        thread.scheduling.hasEvents = false
        return procedure
    }

    private var runEventsProcedure: Value? {
        let procedure = interpreter.libraryProcedure("%run-thread-events")
        return procedure.isProcedure ? procedure : nil
    }

    // MARK: Back to the wait

    /// Has the running thread apply a primitive again that an event interrupted, with what it remembered; to be thrown.
    func resumeWait(_ handle: Value, _ procedure: Value, _ arguments: [Value]) -> Signal {
        let index = handle.isType(.handle) ? handle[slot: 0].fixnum : -1
        guard index >= 0, let saved = heap.handles[index] as? SavedWait,
            arguments.count <= Scheduler.mostResumedArguments
        else { return .call(procedure, arguments) }
        heap.handles.remove(index)
        heap.set(handle, slot: 0, Value(fixnum: -1))
        let thread = running
        thread.scheduling.wakeReason = saved.wakeReason
        thread.scheduling.memo = saved.memo
        thread.scheduling.stage = saved.stage
        thread.scheduling.pendingState = saved.pendingState
        thread.scheduling.isRetry = true
        resumed = (procedure, arguments)
        return .block
    }

    /// Primitives that wait take few arguments; so many always fit above a frame.
    static let mostResumedArguments = 24

    /// The second half, once the machine has left the thread.
    func resumeSavedWait(_ thread: GreenThread) -> Bool {
        guard let (procedure, arguments) = resumed else { return false }
        resumed = nil
        machine.replaceApplication(of: thread, by: procedure, arguments)
        return true
    }

    // MARK: Timer events

    /// Has the running thread call the thunk in so many nanoseconds; the record that names the event.
    func startTimerEvent(after delay: Int64, _ thunk: Value) -> Value {
        let record = heap.object(
            .waitable, Value(fixnum: WaitableKind.timerEvent.rawValue), .false, .null, .null, currentObject, thunk,
            Value(fixnum: -1))
        let token = background.insert(port: nil, record: record)
        heap.set(record, slot: WaitableLayout.token, Value(fixnum: Int(token)))
        background.setTimer(token, reactor.startTimer(after: delay, waiter: token))
        timerEvents += 1
        return record
    }

    /// Ends a timer event that has not come.
    func cancelTimerEvent(_ record: Value) {
        let token = record[slot: WaitableLayout.token].fixnum
        guard token >= 0 else { return }
        heap.set(record, slot: WaitableLayout.token, Value(fixnum: -1))
        if let waiter = background.take(UInt64(token)) {
            if let timer = waiter.timer { reactor.cancelTimer(timer) }
            reactor.cancelAll(waiter: UInt64(token))
            timerEvents -= 1
        }
    }

    /// Has the thread call the thunk, once, when a descriptor that is not ready now may be, or when it is closed; the record
    /// that names the event, or nil when the thunk may be called now.
    func startDescriptorEvent(
        _ registration: Registration, _ direction: Direction, thread: Value, _ thunk: Value
    ) -> Value? {
        let record = heap.object(
            .waitable, Value(fixnum: WaitableKind.timerEvent.rawValue), .false, .null, .null, thread, thunk,
            Value(fixnum: -1))
        let token = background.insert(port: nil, record: record)
        guard case .waiting = reactor.wait(for: registration, direction, waiter: token) else {
            _ = background.take(token)
            return nil
        }
        heap.set(record, slot: WaitableLayout.token, Value(fixnum: Int(token)))
        timerEvents += 1
        return record
    }

    func timerEventIsDue(_ record: Value) {
        timerEvents -= 1
        heap.set(record, slot: WaitableLayout.token, Value(fixnum: -1))
        let thread = record[slot: WaitableLayout.thread]
        if !thread.isDeadThread { send(record[slot: WaitableLayout.thunk], to: thread) }
    }
}
