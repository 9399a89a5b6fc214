import SchoonerReactor

/// What a port reads from and writes to. No call blocks: what would block is waited for with `wait`.
package protocol PortDevice: AnyObject {
    /// - Parameter askKernel: ask even when no event has been seen since the last answer.
    func read(into buffer: UnsafeMutableRawBufferPointer, askKernel: Bool) throws(SystemError) -> ReadResult
    func write(from buffer: UnsafeRawBufferPointer) throws(SystemError) -> WriteResult
    func wait(_ direction: Direction, waiter: UInt64) -> WaitResult
    /// Whether a read has anything to ask: false when it would say `wouldBlock` without asking the kernel.
    var mayRead: Bool { get }
    /// Wakes those who wait in the direction: bytes have been taken from the kernel for the port's buffer.
    func wake(_ direction: Direction)
    /// Ends one direction and leaves the other.
    func endInput()
    func endOutput()
    func close()
    /// Where it is watched.
    var reactor: Reactor { get }
    /// Whether late flushing is invisible from outside: true of sockets, false of files, which others may read.
    var mayFlushLate: Bool { get }
}

extension PortDevice {
    package var mayRead: Bool { true }
}

/// No device: there is nothing to read, and nothing takes what is written.
final class AbsentDevice: PortDevice {
    let reactor: Reactor

    init(reactor: Reactor) { self.reactor = reactor }

    func read(into buffer: UnsafeMutableRawBufferPointer, askKernel: Bool) throws(SystemError) -> ReadResult {
        .endOfFile
    }
    func write(from buffer: UnsafeRawBufferPointer) throws(SystemError) -> WriteResult { .wouldBlock }
    func wait(_ direction: Direction, waiter: UInt64) -> WaitResult { .closed }
    func wake(_ direction: Direction) {}
    func endInput() {}
    func endOutput() {}
    func close() {}
    var mayFlushLate: Bool { false }
}
