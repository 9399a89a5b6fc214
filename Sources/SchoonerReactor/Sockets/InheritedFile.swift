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

    /// The input of a descriptor that the process was given. A terminal is opened a second time, without blocking: between
    /// the question and the read, `^C` may take away what was there to read.
    package static func input(reactor: Reactor, descriptor: Int32) throws(SystemError) -> InheritedFile {
        guard let own = openTerminalAgain(descriptor) else {
            return try InheritedFile(reactor: reactor, descriptor: descriptor)
        }
        do {
            return try InheritedFile(reactor: reactor, descriptor: own, ownsDescriptor: true)
        } catch {
            reactor.calls.closeDescriptor(own)
            throw error
        }
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

/// A non-blocking descriptor of an open file of its own for the terminal that a descriptor stands for; nil for what is no
/// terminal, or has no name here.
private func openTerminalAgain(_ descriptor: Int32) -> Int32? {
    guard isatty(descriptor) != 0 else { return nil }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { name in
        guard let start = name.baseAddress, ttyname_r(descriptor, start, name.count) == 0 else { return nil }
        let again = open(start, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard again >= 0 else { return nil }
        var (given, opened) = (stat(), stat())
        if fstat(descriptor, &given) == 0, fstat(again, &opened) == 0, given.st_rdev == opened.st_rdev { return again }
        _ = close(again)
        return nil
    }
}
