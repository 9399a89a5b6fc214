#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A terminal, pipe or file that the process was given, such as standard input.
///
/// Its open file is shared with other processes, so it is not made non-blocking: each call first asks whether it would
/// block. Regular files never make anyone wait.
package final class InheritedFile {
    package let reactor: Reactor
    package let descriptor: Int32
    package let registration: Registration
    package private(set) var isClosed = false
    private let ownsDescriptor: Bool

    /// What a pipe or terminal that is ready for writing takes without blocking.
    private static let safeWriteLength = Int(PIPE_BUF)

    /// - Parameter ownsDescriptor: `close` closes the descriptor too.
    package init(reactor: Reactor, descriptor: Int32, ownsDescriptor: Bool = false) throws(SystemError) {
        registration = try reactor.register(descriptor)
        self.reactor = reactor
        self.descriptor = descriptor
        self.ownsDescriptor = ownsDescriptor
    }

    deinit { close() }

    /// Reads what there is, up to the size of the buffer. End of file may be followed by more on a terminal.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> ReadResult {
        guard !isClosed else { throw SystemError(EBADF, "read") }
        guard reactor.calls.isReady(descriptor, .read) else {
            reactor.noteWouldBlock(registration, .read)
            return .wouldBlock
        }
        let result = try reactor.calls.readBytes(descriptor, into: buffer)
        if result == .wouldBlock { reactor.noteWouldBlock(registration, .read) }
        return result
    }

    /// Writes some of the buffer.
    package func write(from buffer: UnsafeRawBufferPointer) throws(SystemError) -> WriteResult {
        guard !isClosed else { throw SystemError(EBADF, "write") }
        guard reactor.calls.isReady(descriptor, .write) else {
            reactor.noteWouldBlock(registration, .write)
            return .wouldBlock
        }
        let part = UnsafeRawBufferPointer(rebasing: buffer.prefix(Self.safeWriteLength))
        let result = try reactor.calls.writeBytes(descriptor, from: part)
        if result == .wouldBlock { reactor.noteWouldBlock(registration, .write) }
        return result
    }

    /// Asks for a wake-up when reading or writing may go on.
    package func wait(_ direction: Direction, waiter: UInt64) -> WaitResult {
        reactor.wait(for: registration, direction, waiter: waiter)
    }

    /// Ends the use of the descriptor and wakes everyone who waits for it with `closed`. Harmless the second time.
    package func close() {
        guard !isClosed else { return }
        isClosed = true
        // Another process may hold the same open file, so closing alone would not end the watch.
        reactor.deregister(registration, closing: false)
        guard ownsDescriptor else { return }
        reactor.calls.closeDescriptor(descriptor)
        reactor.descriptorWasFreed()
    }
}
