#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A connected stream socket. Every call returns at once; what would block is waited for with `wait`.
package final class StreamSocket {
    package let reactor: Reactor
    package let descriptor: Int32
    package let registration: Registration
    /// Reading has come to its end: the peer's FIN, an error that has been reported, or `shutDownRead`.
    @exclusivity(unchecked) private var inputEnded = false
    @exclusivity(unchecked) private var outputEnded = false
    @exclusivity(unchecked) package private(set) var isClosed = false

    /// Takes a descriptor that is connected and registered.
    package init(reactor: Reactor, descriptor: Int32, registration: Registration) {
        self.reactor = reactor
        self.descriptor = descriptor
        self.registration = registration
    }

    /// Takes a connected, non-blocking descriptor, and closes it when it cannot be registered.
    package convenience init(reactor: Reactor, descriptor: Int32) throws(SystemError) {
        let registration: Registration
        do throws(SystemError) {
            registration = try reactor.register(descriptor)
        } catch {
            reactor.calls.closeDescriptor(descriptor)
            throw error
        }
        self.init(reactor: reactor, descriptor: descriptor, registration: registration)
    }

    deinit { close() }

    /// Whether `read` would do more than say `wouldBlock`.
    package var mayReadNow: Bool { inputEnded || isClosed || reactor.mayTry(registration, .read) }

    /// Reads what there is, up to the size of the buffer.
    ///
    /// A read that did not fill the buffer took everything, so the next one answers `wouldBlock` without asking the
    /// kernel until the poller has reported more.
    /// - Parameter askKernel: ask all the same, for callers that do not wait afterwards.
    /// - Throws: an error of the connection, such as ECONNRESET, once; after it, reading gives `endOfFile`. EBADF
    ///   when this side has closed the socket.
    package func read(into buffer: UnsafeMutableRawBufferPointer, askKernel: Bool = false)
        throws(SystemError) -> ReadResult
    {
        guard !isClosed else { throw SystemError(EBADF, "read") }
        guard !inputEnded else { return .endOfFile }
        guard askKernel || reactor.mayTry(registration, .read) else { return .wouldBlock }
        let result: ReadResult
        do throws(SystemError) {
            result = try reactor.readBytes(descriptor, into: buffer)
        } catch {
            inputEnded = true
            throw error
        }
        switch result {
        case .bytes(let count): if count < buffer.count { reactor.noteShortRead(registration) }
        case .wouldBlock: reactor.noteWouldBlock(registration, .read)
        case .endOfFile: inputEnded = true
        }
        return result
    }

    /// Writes as much of the buffer as the kernel takes.
    ///
    /// - Throws: an error of the connection, such as EPIPE or ECONNRESET; EBADF when this side has closed the socket.
    package func write(from buffer: UnsafeRawBufferPointer) throws(SystemError) -> WriteResult {
        guard try mayWrite() else { return .wouldBlock }
        return noted(try reactor.sendBytes(descriptor, from: buffer))
    }

    /// Writes several buffers, in order, with one call; `wrote` counts the bytes of all.
    package func write(fromAll buffers: UnsafeBufferPointer<UnsafeRawBufferPointer>)
        throws(SystemError) -> WriteResult
    {
        guard try mayWrite() else { return .wouldBlock }
        return noted(try reactor.calls.sendVector(descriptor, from: buffers))
    }

    /// Asks for a wake-up when reading or writing may go on.
    package func wait(_ direction: Direction, waiter: UInt64) -> WaitResult {
        if direction == .read ? inputEnded : outputEnded { return isClosed ? .closed : .ready }
        return reactor.wait(for: registration, direction, waiter: waiter)
    }

    /// Sends FIN: the peer reads end of file after what has been written. Writing gives EPIPE from now on. Harmless the
    /// second time and when the peer has gone.
    package func shutDownWrite() {
        guard !isClosed && !outputEnded else { return }
        outputEnded = true
        try? reactor.calls.shutDown(descriptor, .write)
        reactor.wakeWaiters(registration, .write)
    }

    /// Ends reading on this side: it gives `endOfFile` from now on.
    package func shutDownRead() {
        guard !isClosed && !inputEnded else { return }
        inputEnded = true
        try? reactor.calls.shutDown(descriptor, .read)
        reactor.wakeWaiters(registration, .read)
    }

    /// Closes the socket and wakes everyone who waits for it with `closed`. Harmless the second time.
    package func close() {
        guard !isClosed else { return }
        isClosed = true
        inputEnded = true
        outputEnded = true
        reactor.close(registration)
    }

    package func localAddress() throws(SystemError) -> SocketAddress {
        guard !isClosed else { throw SystemError(EBADF, "getsockname") }
        return try reactor.calls.localAddress(descriptor)
    }

    package func peerAddress() throws(SystemError) -> SocketAddress {
        guard !isClosed else { throw SystemError(EBADF, "getpeername") }
        return try reactor.calls.peerAddress(descriptor)
    }

    private func mayWrite() throws(SystemError) -> Bool {
        guard !isClosed else { throw SystemError(EBADF, "write") }
        guard !outputEnded else { throw SystemError(EPIPE, "write") }
        return reactor.mayTry(registration, .write)
    }

    private func noted(_ result: WriteResult) -> WriteResult {
        if result == .wouldBlock { reactor.noteWouldBlock(registration, .write) }
        return result
    }
}
