/// Watched descriptors.
extension Reactor {
    /// Starts to watch a descriptor. Both directions count as worth a try until a call has shown otherwise.
    ///
    /// - Throws: what the poller says; the descriptor remains the caller's to close.
    package func register(_ descriptor: Int32) throws(SystemError) -> Registration {
        let index: UInt32
        if let free = freeSlots.last { index = free } else { index = UInt32(slots.count) }
        let generation = Int(index) < slots.count ? slots[Int(index)].generation : 0
        let registration = Registration(index: index, generation: generation)
        let isWatchable = try poller.add(descriptor, token: registration.token)
        if freeSlots.popLast() == nil { slots.append(RegistrationSlot()) }
        var slot = RegistrationSlot()
        slot.descriptor = descriptor
        slot.generation = generation
        slot.isLive = true
        slot.isAlwaysReady = !isWatchable
        slots[Int(index)] = slot
        return registration
    }

    /// Ends watching and wakes everyone who waited with `closed`. Harmless when it has been done before.
    ///
    /// - Parameter closing: the caller closes the descriptor at once, and nobody else has it.
    package func deregister(_ registration: Registration, closing: Bool) {
        guard isLive(registration) else { return }
        let index = Int(registration.index)
        wakeAll(index, .read, .closed)
        wakeAll(index, .write, .closed)
        poller.remove(slots[index].descriptor, closing: closing)
        slots[index].isLive = false
        slots[index].descriptor = -1
        slots[index].generation &+= 1
        freeSlots.append(registration.index)
        paused.removeAll { $0 == registration }
    }

    /// Ends watching, wakes everyone who waited with `closed`, and closes the descriptor. Harmless the second time.
    package func close(_ registration: Registration) {
        guard isLive(registration) else { return }
        let descriptor = slots[Int(registration.index)].descriptor
        deregister(registration, closing: true)
        calls.closeDescriptor(descriptor)
        descriptorWasFreed()
    }

    /// Whether the registration has not been closed.
    package func isLive(_ registration: Registration) -> Bool {
        let index = Int(registration.index)
        return index < slots.count && slots[index].isLive && slots[index].generation == registration.generation
    }

    /// The registration under which a descriptor is watched; nil when it is not.
    package func registration(of descriptor: Int32) -> Registration? {
        for index in slots.indices where slots[index].isLive && slots[index].descriptor == descriptor {
            return Registration(index: UInt32(index), generation: slots[index].generation)
        }
        return nil
    }

    /// Asks for a wake-up when a call in this direction may have something to do.
    ///
    /// To be called after a try that would have blocked. Several may wait for one direction; all are woken.
    /// - Parameter waiter: the token for the wake list; any value but `UInt64.max`.
    package func wait(for registration: Registration, _ direction: Direction, waiter: UInt64) -> WaitResult {
        guard isLive(registration) else { return .closed }
        let index = Int(registration.index)
        let isPaused = slots[index].isPaused && direction == .read
        if !isPaused && (slots[index][direction].mayTry || slots[index].isAlwaysReady) { return .ready }
        let id = queues.append(
            waiter, to: &slots[index][direction].queue, owner: registration.index, direction: direction)
        poller.arm(slots[index].descriptor, direction)
        return .waiting(id)
    }

    /// Ends one wait. True: it will not be woken by it. False: the wake-up is already in the list, or has been taken.
    @discardableResult
    package func cancel(_ wait: WaitID) -> Bool {
        guard let (owner, direction) = queues.place(of: wait) else { return false }
        queues.remove(wait, from: &slots[Int(owner)][direction].queue)
        return true
    }

    /// Ends every wait of one waiter for descriptors; looks through all waiters. Returns whether there was one.
    @discardableResult
    package func cancelAll(waiter: UInt64) -> Bool {
        let waits = queues.waits(of: waiter)
        for wait in waits { cancel(wait) }
        return !waits.isEmpty
    }

    /// Whether a call in this direction may have something to do: false after one that showed there is nothing, until the
    /// poller reports again.
    package func mayTry(_ registration: Registration, _ direction: Direction) -> Bool {
        guard isLive(registration) else { return true }
        let index = Int(registration.index)
        return slots[index][direction].mayTry || slots[index].isAlwaysReady
    }

    /// Remembers that a call in this direction would have blocked.
    package func noteWouldBlock(_ registration: Registration, _ direction: Direction) {
        guard isLive(registration) else { return }
        slots[Int(registration.index)][direction].mayTry = false
        if direction == .read { slots[Int(registration.index)].inputEnded = false }
    }

    /// Remembers that a read took all there was: the next one would block, unless the end has been seen coming, which
    /// the poller may have told together with the last bytes.
    package func noteShortRead(_ registration: Registration) {
        guard isLive(registration), !slots[Int(registration.index)].inputEnded else { return }
        slots[Int(registration.index)].read.mayTry = false
    }

    /// Wakes everyone who waits in one direction, so that they see a change made on this side.
    package func wakeWaiters(_ registration: Registration, _ direction: Direction) {
        guard isLive(registration) else { return }
        slots[Int(registration.index)][direction].mayTry = true
        wakeAll(Int(registration.index), direction, .ready)
    }
}
