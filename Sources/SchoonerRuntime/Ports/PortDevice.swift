import SchoonerReactor

/// What a port reads from and writes to. No call blocks: what would block is waited for with `wait`.
package protocol PortDevice: AnyObject {
    /// - Parameter askKernel: ask even when no event has been seen since the last answer.
    func read(into buffer: UnsafeMutableRawBufferPointer, askKernel: Bool) throws(SystemError) -> ReadResult
    func write(from buffer: UnsafeRawBufferPointer) throws(SystemError) -> WriteResult
    func wait(_ direction: Direction, waiter: UInt64) -> WaitResult
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
