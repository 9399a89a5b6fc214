/// Running out of descriptors.
///
/// A listener accepts only while the reactor holds a spare descriptor. When none is left the spare is given up, so
/// that the error can be reported by code that itself opens files, and accepting pauses until a descriptor has
/// been closed or a tenth of a second has passed. Waiting clients stay in the kernel's queue and are served then.
extension Reactor {
    /// How long accepting pauses when nothing is closed, in nanoseconds.
    static let pauseLength: Int64 = 100_000_000

    /// Tells the reactor that a descriptor was closed elsewhere in the process, so that a paused listener tries again.
    package func descriptorWasFreed() {
        if !paused.isEmpty { resumePaused() }
    }

    /// Opens the spare descriptor unless it is there; false when no descriptor is left.
    func holdSpare() -> Bool {
        if spareDescriptor < 0 { spareDescriptor = (try? calls.openSpareDescriptor()) ?? -1 }
        return spareDescriptor >= 0
    }

    func releaseSpare() {
        guard spareDescriptor >= 0 else { return }
        calls.closeDescriptor(spareDescriptor)
        spareDescriptor = -1
    }

    /// Whether a listener accepts nothing at present.
    func isPaused(_ registration: Registration) -> Bool {
        isLive(registration) && slots[Int(registration.index)].isPaused
    }

    /// Suspends a listener.
    func pause(_ registration: Registration) {
        guard isLive(registration), !slots[Int(registration.index)].isPaused else { return }
        slots[Int(registration.index)].isPaused = true
        paused.append(registration)
        if pauseTimer == nil { pauseTimer = startTimer(after: Self.pauseLength, waiter: Self.ownWaiter) }
    }

    /// Lets every suspended listener try again.
    func resumePaused() {
        if let timer = pauseTimer { cancelTimer(timer) }
        pauseTimer = nil
        for registration in paused where isLive(registration) {
            slots[Int(registration.index)].isPaused = false
            wakeWaiters(registration, .read)
        }
        paused.removeAll(keepingCapacity: true)
    }

    // The calls that every request makes, in functions of their own: so that they count no references.

    @inline(never) func readBytes(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer)
        throws(SystemError) -> ReadResult
    {
        try calls.readBytes(descriptor, into: buffer)
    }

    @inline(never) func sendBytes(_ descriptor: Int32, from buffer: UnsafeRawBufferPointer) throws(SystemError)
        -> WriteResult
    {
        try calls.sendBytes(descriptor, from: buffer)
    }
}
