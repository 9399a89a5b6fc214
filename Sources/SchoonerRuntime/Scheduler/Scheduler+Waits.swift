import SchoonerReactor

/// Parking and waking. A primitive that cannot go on registers `token` with whatever will wake it and throws `park(…)`;
/// the machine applies it again, with the same arguments, when the thread is woken.
extension Scheduler {
    /// The token to register for the running thread. It changes with each wake-up, so that registrations
    /// of an earlier wait wake nobody.
    package var token: UInt64 {
        guard let thread = machine.currentReference else { return 0 }
        return thread._withUnsafeGuaranteedRef { token(of: $0) }
    }

    func token(of thread: GreenThread) -> UInt64 {
        UInt64(thread.identifier) << 32 | UInt64(thread.scheduling.sequence)
    }

    /// Notes that the running thread waits; to be thrown.
    ///
    /// - Parameter deadline: nanoseconds of the reactor's clock at which it is woken with the reason `timer` in any case.
    package func park(_ registration: Park, deadline: Int64? = nil) -> Signal {
        machine.currentReference?._withUnsafeGuaranteedRef { thread in
            thread.scheduling.state = .parked
            thread.scheduling.park = registration
            if let deadline {
                thread.scheduling.timer = reactor.startTimer(deadline: deadline, waiter: token(of: thread))
            }
            thread.scheduling.isExternal = deadline != nil || !registration.isInternal
            if thread.scheduling.isExternal { externalWaits += 1 }
        }
        return .block
    }

    /// Puts the running thread at the end of the line; to be thrown.
    package func yieldRunning() -> Signal {
        let thread = running
        thread.scheduling.state = .parked
        wake(thread, .ready)
        return .block
    }

    /// Whether the running primitive has waited and is applied again.
    package var isRetry: Bool { running.scheduling.isRetry }

    /// Why the thread was woken last, for a primitive that is applied again; nil at its first application, and after an
    /// interruption by a thread event.
    package var wakeReason: WakeReason? { running.scheduling.isRetry ? running.scheduling.wakeReason : nil }

    /// What the primitive stored before it parked; nil at its first application. Forgotten when the primitive completes. An object
    /// that is a `CancellableWait` is cancelled when the thread gives the wait up.
    package var pendingState: AnyObject? {
        get { running.scheduling.isRetry ? running.scheduling.pendingState : nil }
        set { running.scheduling.pendingState = newValue }
    }

    /// A number that goes the same way as `pendingState`.
    package var pendingNumber: Int64? {
        get { running.scheduling.isRetry ? running.scheduling.memo : nil }
        set { running.scheduling.memo = newValue }
    }

    /// How far a primitive that waits several times has come: 0 at its first application.
    var stage: UInt8 {
        get { running.scheduling.isRetry ? running.scheduling.stage : 0 }
        set { running.scheduling.stage = newValue }
    }

    // MARK: Waking

    /// The thread that waits under a token; nil when it does not wait under it any more.
    func waiter(_ token: UInt64) -> GreenThread? {
        guard let thread = machine.threads[Int(token >> 32)], waits(thread, token) else { return nil }
        return thread
    }

    /// Whether the thread waits under a token that has its number.
    private func waits(_ thread: GreenThread, _ token: UInt64) -> Bool {
        thread.scheduling.state == .parked && thread.scheduling.sequence == UInt32(truncatingIfNeeded: token)
    }

    /// Wakes the thread that waits under a token; false when nobody does any more.
    @discardableResult
    package func wake(_ token: UInt64, _ reason: WakeReason = .ready) -> Bool {
        guard let reference = machine.threads.reference(Int(token >> 32)) else { return false }
        return reference._withUnsafeGuaranteedRef { thread in
            guard waits(thread, token) else { return false }
            wake(thread, reason)
            return true
        }
    }

    func wake(_ thread: GreenThread, _ reason: WakeReason?) {
        thread.scheduling.state = .ready
        thread.scheduling.sequence &+= 1
        if thread.scheduling.isExternal {
            thread.scheduling.isExternal = false
            externalWaits -= 1
        }
        if let timer = thread.scheduling.timer {
            thread.scheduling.timer = nil
            reactor.cancelTimer(timer)
        }
        if let reason { thread.scheduling.wakeReason = reason }
        thread.scheduling.isRetry = true
        // A nested thread is run by whoever waits for it.
        if !thread.scheduling.isNested { ready.append(thread.identifier) }
    }

    /// Withdraws what a parked thread has registered with the reactor.
    func withdrawRegistration(_ thread: GreenThread) {
        switch thread.scheduling.park {
        case .descriptor(let wait): reactor.cancel(wait)
        case .timer(let timer): reactor.cancelTimer(timer)
        case .lookup, .join, .mutex, .queue, .suspended, .stopped, .other: break
        }
    }

    /// Hands out what the reactor has collected.
    func deliverWakes() {
        guard reactor.hasWakes else { return }
        reactor.takeWakes(into: &wakes)
        var index = 0
        while index < wakes.count {
            let wake = wakes[index]
            index += 1
            if BackgroundWaiters.owns(wake.waiter) {
                wakeBackground(wake.waiter)
            } else {
                self.wake(wake.waiter, wake.reason)
            }
        }
    }

    // MARK: Waiting without a thread

    /// A token under which a port is flushed again, once, when the reactor wakes it: for output that the kernel did not take.
    package func token(toFlush port: Flushable) -> UInt64 { background.insert(port: port) }

    /// Takes such a token back.
    package func withdraw(_ token: UInt64) { _ = background.take(token) }

    private func wakeBackground(_ token: UInt64) {
        guard let waiter = background.take(token) else { return }
        waiter.port?.flushNow()
        if waiter.record.isTrue { timerEventIsDue(waiter.record) }
    }
}
