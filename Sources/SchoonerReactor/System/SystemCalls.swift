/// What a read brought.
package enum ReadResult: Equatable, Sendable {
    /// This many bytes, at least one unless the buffer was empty.
    case bytes(Int)
    case endOfFile
    case wouldBlock
}

/// What a write took.
package enum WriteResult: Equatable, Sendable {
    /// This many bytes, perhaps fewer than were offered.
    case wrote(Int)
    case wouldBlock
}

/// What asking for the next connection brought.
package enum AcceptResult: Equatable, Sendable {
    case accepted(descriptor: Int32, peer: SocketAddress)
    case wouldBlock
}

/// How far a connection attempt came at once.
package enum ConnectResult: Equatable, Sendable {
    case connected, inProgress
}

/// One of the two directions of a descriptor.
package enum Direction: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    case read, write
}

/// The socket options that are used here; each is a switch.
package enum SocketOption: Equatable, Sendable {
    /// SO_REUSEADDR: bind although old connections of the address linger.
    case reuseAddress
    /// TCP_NODELAY: send small segments at once.
    case noDelay
    /// IPV6_V6ONLY: an IPv6 listener does not take IPv4 connections.
    case ipv6Only
}

/// Every call into the kernel that sockets and files need, in one place, so that a test can play the kernel.
///
/// All calls retry EINTR, return would-block as a value and throw every other error. Descriptors come back
/// non-blocking and close-on-exec, and writing to a socket never raises SIGPIPE.
package protocol SystemCalls: AnyObject {
    /// A new stream socket.
    func openStreamSocket(_ family: AddressFamily) throws(SystemError) -> Int32
    func bindSocket(_ descriptor: Int32, to address: SocketAddress) throws(SystemError)
    func listenOnSocket(_ descriptor: Int32, backlog: Int32) throws(SystemError)
    func acceptConnection(_ descriptor: Int32) throws(SystemError) -> AcceptResult
    func connectSocket(_ descriptor: Int32, to address: SocketAddress) throws(SystemError) -> ConnectResult
    /// SO_ERROR: the error of a connection attempt or of the connection, which is thereby forgotten.
    func pendingError(_ descriptor: Int32) -> Int32
    func readBytes(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> ReadResult
    /// Writes to a file, pipe or terminal.
    func writeBytes(_ descriptor: Int32, from buffer: UnsafeRawBufferPointer) throws(SystemError) -> WriteResult
    /// Writes to a socket.
    func sendBytes(_ descriptor: Int32, from buffer: UnsafeRawBufferPointer) throws(SystemError) -> WriteResult
    /// Writes several buffers to a socket as one, in order.
    func sendVector(_ descriptor: Int32, from buffers: UnsafeBufferPointer<UnsafeRawBufferPointer>)
        throws(SystemError) -> WriteResult
    /// Ends one direction of a connection: `.write` sends FIN, `.read` discards what comes.
    func shutDown(_ descriptor: Int32, _ direction: Direction) throws(SystemError)
    func closeDescriptor(_ descriptor: Int32)
    func localAddress(_ descriptor: Int32) throws(SystemError) -> SocketAddress
    func peerAddress(_ descriptor: Int32) throws(SystemError) -> SocketAddress
    func setOption(_ descriptor: Int32, _ option: SocketOption, _ on: Bool) throws(SystemError)
    /// Whether a call in this direction would find something to do now; for descriptors that may be blocking.
    func isReady(_ descriptor: Int32, _ direction: Direction) -> Bool
    /// A descriptor kept only so that it can be given up when no other is left.
    func openSpareDescriptor() throws(SystemError) -> Int32
}
