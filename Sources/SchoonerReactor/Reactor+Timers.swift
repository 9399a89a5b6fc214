/// Timers.
extension Reactor {
    /// Wakes `waiter` (reason `timer`) at a moment of the clock, once.
    ///
    /// - Parameter deadline: nanoseconds of `clock`; a moment already past is due at the next poll.
    package func startTimer(deadline: Int64, waiter: UInt64) -> TimerID {
        timers.insert(deadline: deadline, waiter: waiter)
    }

    /// Wakes `waiter` after a number of nanoseconds.
    package func startTimer(after delay: Int64, waiter: UInt64) -> TimerID {
        let (deadline, overflow) = clock.now().addingReportingOverflow(max(0, delay))
        return startTimer(deadline: overflow ? Int64.max : deadline, waiter: waiter)
    }

    /// Ends a timer. True: it will not fire. False: its wake-up is already in the list, or has been taken.
    @discardableResult
    package func cancelTimer(_ timer: TimerID) -> Bool { timers.remove(timer) }

    /// Whether a timer has neither fired nor been cancelled.
    package func isRunning(_ timer: TimerID) -> Bool { timers.contains(timer) }

    func fireTimers() {
        guard let earliest = timers.earliest else { return }
        let now = clock.now()
        guard earliest <= now else { return }
        while let waiter = timers.popDue(now: now) {
            if waiter == Self.ownWaiter {
                pauseTimer = nil
                resumePaused()
            } else {
                wakes.append(Wake(waiter: waiter, reason: .timer))
            }
        }
    }
}
