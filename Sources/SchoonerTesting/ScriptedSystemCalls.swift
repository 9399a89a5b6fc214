import SchoonerReactor

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A kernel that does what a test says: partial writes, resets in the middle of a read, no descriptors left, calls that
/// would block although they were announced. What is not scripted would block.
package final class ScriptedSystemCalls: SystemCalls {
    /// What one read finds.
    package enum ReadStep {
        case bytes([UInt8])
        case endOfFile, wouldBlock
        case fail(Int32)
    }

    /// What one write does.
    package enum WriteStep {
        /// Takes at most this many bytes.
        case take(Int)
        case wouldBlock
        case fail(Int32)
    }

    /// How a connection attempt ends.
    package enum ConnectStep {
        case succeed
        /// Goes on until `finishConnecting`.
        case inProgress
        case fail(Int32)
    }

    package private(set) var openDescriptors: Set<Int32> = []
    /// How many descriptors may be open; the next one fails with EMFILE.
    package var descriptorLimit = Int.max
    /// All calls in order, such as "read 5".
    package private(set) var log: [String] = []
    /// What has been written, by descriptor.
    package private(set) var written: [Int32: [UInt8]] = [:]
    /// Directions that have been shut down, by descriptor.
    package private(set) var shutDowns: [Int32: Set<Direction>] = [:]
    /// Connections that nobody has accepted.
    package var pendingConnections: [SocketAddress] = []
    /// Errors that the next calls of accept give before any connection.
    package var acceptErrors: [Int32] = []
    /// Errors of binding, by address family.
    package var bindErrors: [AddressFamily: Int32] = [:]
    /// Families that the machine does not have.
    package var missingFamilies: Set<AddressFamily> = []
    /// What connecting to an address does; without an entry it succeeds.
    package var connectSteps: [SocketAddress: ConnectStep] = [:]

    private var reads: [Int32: [ReadStep]] = [:]
    private var writes: [Int32: [WriteStep]] = [:]
    private var errors: [Int32: Int32] = [:]
    private var peers: [Int32: SocketAddress] = [:]
    private var locals: [Int32: SocketAddress] = [:]
    private var nextDescriptor: Int32 = 3

    package init() {}

    /// A new open descriptor, as if something else had made it.
    package func makeDescriptor() -> Int32 {
        nextDescriptor += 1
        openDescriptors.insert(nextDescriptor)
        return nextDescriptor
    }

    package func script(reads steps: ReadStep..., on descriptor: Int32) { reads[descriptor, default: []] += steps }

    package func script(writes steps: WriteStep..., on descriptor: Int32) { writes[descriptor, default: []] += steps }

    /// The descriptor that is being connected to an address, or is connected to it.
    package func descriptor(connectingTo address: SocketAddress) -> Int32? {
        connecting.first { $0.value == address }?.key ?? peers.first { $0.value == address }?.key
    }

    /// Ends an attempt that was in progress: connected, or failed with an error.
    package func finishConnecting(to address: SocketAddress, error: Int32 = 0) {
        guard let descriptor = connecting.first(where: { $0.value == address })?.key else { return }
        connecting[descriptor] = nil
        if error == 0 { peers[descriptor] = address } else { errors[descriptor] = error }
    }

    private var connecting: [Int32: SocketAddress] = [:]

    package func openStreamSocket(_ family: AddressFamily) throws(SystemError) -> Int32 {
        log.append("socket \(family)")
        if missingFamilies.contains(family) { throw SystemError(EAFNOSUPPORT, "socket") }
        guard openDescriptors.count < descriptorLimit else { throw SystemError(EMFILE, "socket") }
        return makeDescriptor()
    }

    package func bindSocket(_ descriptor: Int32, to address: SocketAddress) throws(SystemError) {
        log.append("bind \(address)")
        if let code = bindErrors[address.family] { throw SystemError(code, "bind") }
        locals[descriptor] = address
    }

    package func listenOnSocket(_ descriptor: Int32, backlog: Int32) throws(SystemError) {
        log.append("listen \(backlog)")
    }

    package func acceptConnection(_ descriptor: Int32) throws(SystemError) -> AcceptResult {
        log.append("accept")
        if !acceptErrors.isEmpty { throw SystemError(acceptErrors.removeFirst(), "accept") }
        guard let peer = pendingConnections.first else { return .wouldBlock }
        guard openDescriptors.count < descriptorLimit else { throw SystemError(EMFILE, "accept") }
        pendingConnections.removeFirst()
        let accepted = makeDescriptor()
        peers[accepted] = peer
        return .accepted(descriptor: accepted, peer: peer)
    }

    package func connectSocket(_ descriptor: Int32, to address: SocketAddress) throws(SystemError) -> ConnectResult {
        log.append("connect \(address)")
        switch connectSteps[address] ?? .succeed {
        case .succeed:
            peers[descriptor] = address
            return .connected
        case .inProgress:
            connecting[descriptor] = address
            return .inProgress
        case .fail(let code): throw SystemError(code, "connect")
        }
    }

    package func pendingError(_ descriptor: Int32) -> Int32 { errors.removeValue(forKey: descriptor) ?? 0 }

    package func readBytes(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer)
        throws(SystemError) -> ReadResult
    {
        log.append("read \(descriptor)")
        guard openDescriptors.contains(descriptor) else { throw SystemError(EBADF, "read") }
        guard let step = reads[descriptor]?.first else { return .wouldBlock }
        reads[descriptor]?.removeFirst()
        switch step {
        case .bytes(let bytes):
            let count = min(bytes.count, buffer.count)
            buffer.copyBytes(from: bytes[..<count])
            // What the buffer could not hold is there for the next read.
            if count < bytes.count { reads[descriptor]?.insert(.bytes(Array(bytes[count...])), at: 0) }
            return .bytes(count)
        case .endOfFile: return .endOfFile
        case .wouldBlock: return .wouldBlock
        case .fail(let code): throw SystemError(code, "read")
        }
    }

    package func writeBytes(_ descriptor: Int32, from buffer: UnsafeRawBufferPointer)
        throws(SystemError) -> WriteResult
    {
        log.append("write \(descriptor)")
        guard openDescriptors.contains(descriptor) else { throw SystemError(EBADF, "write") }
        var limit = buffer.count
        if let step = writes[descriptor]?.first {
            writes[descriptor]?.removeFirst()
            switch step {
            case .take(let count): limit = min(limit, count)
            case .wouldBlock: return .wouldBlock
            case .fail(let code): throw SystemError(code, "write")
            }
        }
        written[descriptor, default: []] += buffer.prefix(limit)
        return .wrote(limit)
    }

    package func sendBytes(_ descriptor: Int32, from buffer: UnsafeRawBufferPointer)
        throws(SystemError) -> WriteResult
    {
        try writeBytes(descriptor, from: buffer)
    }

    package func sendVector(_ descriptor: Int32, from buffers: UnsafeBufferPointer<UnsafeRawBufferPointer>)
        throws(SystemError) -> WriteResult
    {
        let all = buffers.flatMap { Array($0) }
        var result: Result<WriteResult, SystemError> = .success(.wouldBlock)
        all.withUnsafeBytes { bytes in
            do throws(SystemError) {
                result = .success(try writeBytes(descriptor, from: bytes))
            } catch {
                result = .failure(error)
            }
        }
        return try result.get()
    }

    package func shutDown(_ descriptor: Int32, _ direction: Direction) throws(SystemError) {
        log.append("shutdown \(descriptor) \(direction)")
        shutDowns[descriptor, default: []].insert(direction)
    }

    package func closeDescriptor(_ descriptor: Int32) {
        log.append("close \(descriptor)")
        openDescriptors.remove(descriptor)
        connecting[descriptor] = nil
        peers[descriptor] = nil
    }

    package func localAddress(_ descriptor: Int32) throws(SystemError) -> SocketAddress {
        guard openDescriptors.contains(descriptor) else { throw SystemError(EBADF, "getsockname") }
        return locals[descriptor] ?? .ipv4(.loopback, port: 40000)
    }

    package func peerAddress(_ descriptor: Int32) throws(SystemError) -> SocketAddress {
        guard let peer = peers[descriptor] else { throw SystemError(ENOTCONN, "getpeername") }
        return peer
    }

    package func setOption(_ descriptor: Int32, _ option: SocketOption, _ on: Bool) throws(SystemError) {
        log.append("set \(option) \(on)")
    }

    package func isReady(_ descriptor: Int32, _ direction: Direction) -> Bool {
        switch direction {
        case .read:
            switch reads[descriptor]?.first {
            case nil, .wouldBlock: false
            default: true
            }
        case .write:
            if case .wouldBlock = writes[descriptor]?.first { false } else { true }
        }
    }

    package func openSpareDescriptor() throws(SystemError) -> Int32 {
        log.append("open spare")
        guard openDescriptors.count < descriptorLimit else { throw SystemError(EMFILE, "open") }
        return makeDescriptor()
    }
}
