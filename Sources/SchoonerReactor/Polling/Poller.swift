/// What a poller saw on a descriptor.
package struct Readiness: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let readable = Readiness(rawValue: 1)
    package static let writable = Readiness(rawValue: 2)
    /// The peer has ended its direction, or the connection is broken: reading will come to an end without a new event.
    package static let inputEnded = Readiness(rawValue: 4)
    /// The connection is broken or gone: every call on it returns at once.
    package static let broken: Readiness = [.readable, .writable, .inputEnded]
}

/// One report of a poller: the token given at `add`, and what was seen.
package struct PollEvent: Sendable {
    package var token: UInt64
    package var readiness: Readiness

    package init(token: UInt64, readiness: Readiness) {
        self.token = token
        self.readiness = readiness
    }
}

/// The kernel's way of waiting for many descriptors at once.
package protocol Poller: AnyObject {
    /// Ends a wait from any thread.
    var waker: Waker { get }
    /// Starts to watch a descriptor; false when it cannot be watched because it is always ready (a regular file).
    func add(_ descriptor: Int32, token: UInt64) throws(SystemError) -> Bool
    /// Asks for the next report in this direction; a backend that reports every change needs no asking.
    func arm(_ descriptor: Int32, _ direction: Direction)
    /// Ends watching; `closing` when the descriptor is closed at once and belongs to nobody else.
    func remove(_ descriptor: Int32, closing: Bool)
    /// Waits at most `timeout` nanoseconds (nil: without end) and fills `events`; returns how many.
    func wait(timeout: Int64?, into events: UnsafeMutableBufferPointer<PollEvent>) throws(SystemError) -> Int
    /// Gives up the backend's own descriptors.
    func close()
}

/// The poller that is best on this machine.
package func makeSystemPoller() throws(SystemError) -> any Poller {
    #if os(Linux)
        return try EpollPoller()
    #else
        return try PollPoller()
    #endif
}

/// Nanoseconds as the milliseconds that `poll` and `epoll_wait` take: rounded up, so that no wait ends too early and spins.
func pollMilliseconds(_ timeout: Int64?) -> Int32 {
    guard let timeout else { return -1 }
    if timeout <= 0 { return 0 }
    let milliseconds = timeout / 1_000_000 + (timeout % 1_000_000 == 0 ? 0 : 1)
    return Int32(clamping: milliseconds)
}
