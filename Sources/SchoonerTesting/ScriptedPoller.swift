import SchoonerReactor

/// A poller that reports what a test has scheduled. A wait for which nothing is scheduled moves the virtual clock to
/// the end of its timeout, so that timers come due without waiting.
package final class ScriptedPoller: Poller {
    package let waker = Waker()
    /// The timeouts of all waits so far.
    package private(set) var timeouts: [Int64?] = []
    /// Descriptors that are watched, with their tokens.
    package private(set) var tokens: [Int32: UInt64] = [:]
    /// What was asked for since the last report, by descriptor.
    package private(set) var armed: [Int32: Set<Direction>] = [:]
    /// Descriptors that play regular files.
    package var alwaysReady: Set<Int32> = []
    package private(set) var isClosed = false

    private let clock: VirtualClock
    private var batches: [[PollEvent]] = []

    package init(clock: VirtualClock) { self.clock = clock }

    /// Has one of the next waits report these events; each call is one wait's batch. The events are bound to the
    /// registrations of this moment, so that an event can be scheduled for a descriptor that is closed before it is seen.
    package func schedule(_ events: (descriptor: Int32, readiness: Readiness)...) {
        batches.append(
            events.compactMap { event in
                tokens[event.descriptor].map { PollEvent(token: $0, readiness: event.readiness) }
            })
    }

    package func add(_ descriptor: Int32, token: UInt64) throws(SystemError) -> Bool {
        tokens[descriptor] = token
        return !alwaysReady.contains(descriptor)
    }

    package func arm(_ descriptor: Int32, _ direction: Direction) {
        armed[descriptor, default: []].insert(direction)
    }

    package func remove(_ descriptor: Int32, closing: Bool) {
        tokens[descriptor] = nil
        armed[descriptor] = nil
    }

    package func wait(timeout: Int64?, into events: UnsafeMutableBufferPointer<PollEvent>) throws(SystemError) -> Int {
        timeouts.append(timeout)
        if waker.acknowledge() { return 0 }
        guard !batches.isEmpty else {
            clock.advance(by: timeout ?? 0)
            return 0
        }
        let batch = batches.removeFirst()
        for (index, event) in batch.enumerated() { events[index] = event }
        return batch.count
    }

    package func close() { isClosed = true }
}
