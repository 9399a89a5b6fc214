/// The one place where an interpreter waits: for descriptors, timers and name look-ups.
///
/// It belongs to one thread; only `waker` may be used from others. Whoever waits is named by a token of the
/// caller's choosing, and its wake-up appears in a list that the caller drains after `poll`. A wake-up is a hint: the
/// woken one tries its call again, and waits again when that would block. A token that changes with each wait
/// lets the caller ignore a wake-up that comes after it has gone on.
package final class Reactor {
    /// The calls into the kernel.
    package let calls: any SystemCalls
    /// What deadlines are measured by.
    package let clock: any MonotonicClock
    /// Host name look-ups.
    package let resolver: Resolver

    let poller: any Poller
    @exclusivity(unchecked) var slots = PlainList<RegistrationSlot>()
    @exclusivity(unchecked) var freeSlots: ContiguousArray<UInt32> = []
    @exclusivity(unchecked) var queues = WaitQueues()
    @exclusivity(unchecked) var timers = TimerHeap()
    @exclusivity(unchecked) var wakes: ContiguousArray<Wake> = []
    /// Registrations that accept nothing until a descriptor is free.
    @exclusivity(unchecked) var paused: ContiguousArray<Registration> = []
    @exclusivity(unchecked) var pauseTimer: TimerID?
    var spareDescriptor: Int32 = -1

    private let events: UnsafeMutableBufferPointer<PollEvent>
    private var isShutDown = false

    /// The token that the reactor uses for its own timers; no waiter may have it.
    static let ownWaiter = UInt64.max
    /// How many events one poll takes at most.
    private static let eventCapacity = 256

    /// - Parameters:
    ///   - calls: the kernel, or what plays it.
    ///   - poller: the way of waiting; by default the machine's best.
    ///   - lookups: how names are looked up, on helper threads.
    /// - Throws: what making the poller says, for instance too many open files.
    package init(
        calls: any SystemCalls = PosixSystemCalls(), poller: (any Poller)? = nil,
        clock: any MonotonicClock = SystemMonotonicClock(), lookups: any NameLookups = SystemNameLookups()
    ) throws(SystemError) {
        self.calls = calls
        self.clock = clock
        if let poller { self.poller = poller } else { self.poller = try makeSystemPoller() }
        resolver = Resolver(lookups: lookups, waker: self.poller.waker)
        events = .allocate(capacity: Self.eventCapacity)
    }

    deinit {
        shutDown()
        events.deallocate()
    }

    /// Ends a wait of this reactor; may be called by any thread and outlives the reactor.
    package var waker: Waker { poller.waker }

    /// True when `takeWakes` has something to give.
    package var hasWakes: Bool { !wakes.isEmpty }

    /// Replaces `list` by the wake-ups since the last call, in order; the two buffers change places, so that nothing is
    /// allocated in steady state.
    package func takeWakes(into list: inout ContiguousArray<Wake>) {
        list.removeAll(keepingCapacity: true)
        swap(&list, &wakes)
    }

    /// Collects what has happened, and waits for it when nothing has.
    ///
    /// - Parameter timeout: nanoseconds to wait at most; 0 does not wait, nil waits without end. The wait also ends with the
    ///   first event, due timer, finished look-up or `waker.wake()`, and may end early for no reason.
    /// - Returns: how many wake-ups there are to take.
    @discardableResult
    package func poll(timeout: Int64?) throws(SystemError) -> Int {
        var limit = timeout
        resolver.collect(into: &wakes)
        if !wakes.isEmpty {
            limit = 0
        } else if limit != 0, let deadline = timers.earliest {
            let rest = max(0, deadline - clock.now())
            limit = limit.map { min($0, rest) } ?? rest
        }
        let count = try poller.wait(timeout: limit, into: events)
        for index in 0..<count { deliver(events[index]) }
        resolver.collect(into: &wakes)
        fireTimers()
        return wakes.count
    }

    /// As `poll(timeout:)`, with a moment of the clock at which to stop waiting.
    @discardableResult
    package func poll(until deadline: Int64) throws(SystemError) -> Int {
        try poll(timeout: max(0, deadline - clock.now()))
    }

    /// Wakes everyone who waits for a descriptor with `closed`, and gives up the reactor's own descriptors and threads.
    /// Descriptors of open sockets stay for their owners to close.
    package func shutDown() {
        guard !isShutDown else { return }
        isShutDown = true
        for index in slots.indices where slots[index].isLive {
            deregister(Registration(index: UInt32(index), generation: slots[index].generation), closing: false)
        }
        releaseSpare()
        resolver.shutDown(into: &wakes)
        poller.close()
    }

    private func deliver(_ event: PollEvent) {
        let registration = Registration(token: event.token)
        // The descriptor may have been closed since the kernel queued the event.
        guard isLive(registration) else { return }
        let index = Int(registration.index)
        if event.readiness.contains(.inputEnded) { slots[index].inputEnded = true }
        if event.readiness.contains(.readable) {
            slots[index].read.mayTry = true
            if !slots[index].isPaused { wakeAll(index, .read, .ready) }
        }
        if event.readiness.contains(.writable) {
            slots[index].write.mayTry = true
            wakeAll(index, .write, .ready)
        }
    }

    func wakeAll(_ index: Int, _ direction: Direction, _ reason: WakeReason) {
        while let waiter = queues.popFirst(&slots[index][direction].queue) {
            wakes.append(Wake(waiter: waiter, reason: reason))
        }
    }
}
