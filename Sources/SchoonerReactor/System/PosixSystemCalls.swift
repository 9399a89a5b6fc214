import CSchoonerSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The real kernel. It has no state; one object may serve every reactor.
package final class PosixSystemCalls: SystemCalls, Sendable {
    package init() {}

    package func openStreamSocket(_ family: AddressFamily) throws(SystemError) -> Int32 {
        let domain =
            switch family {
            case .ipv4: AF_INET
            case .ipv6: AF_INET6
            case .unix: AF_UNIX
            }
        #if os(Linux)
            let descriptor = socket(domain, streamType | newSocketFlags, 0)
            guard descriptor >= 0 else { throw SystemError(errno, "socket") }
        #else
            let descriptor = socket(domain, streamType, 0)
            guard descriptor >= 0 else { throw SystemError(errno, "socket") }
            prepareSocket(descriptor)
        #endif
        return descriptor
    }

    package func bindSocket(_ descriptor: Int32, to address: SocketAddress) throws(SystemError) {
        guard let result = address.withNative({ bind(descriptor, $0, $1) }) else {
            throw SystemError(ENAMETOOLONG, "bind")
        }
        if result < 0 { throw SystemError(errno, "bind") }
    }

    package func listenOnSocket(_ descriptor: Int32, backlog: Int32) throws(SystemError) {
        if listen(descriptor, backlog) < 0 { throw SystemError(errno, "listen") }
    }

    package func acceptConnection(_ descriptor: Int32) throws(SystemError) -> AcceptResult {
        var storage = sockaddr_storage()
        while true {
            var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
            let accepted = withNativePointer(&storage) { address in
                #if os(Linux)
                    accept4(descriptor, address, &length, newSocketFlags)
                #else
                    accept(descriptor, address, &length)
                #endif
            }
            if accepted >= 0 {
                #if !os(Linux)
                    prepareSocket(accepted)
                #endif
                return .accepted(descriptor: accepted, peer: decode(storage, length))
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: return .wouldBlock
            default: throw SystemError(errno, "accept")
            }
        }
    }

    package func connectSocket(_ descriptor: Int32, to address: SocketAddress) throws(SystemError) -> ConnectResult {
        guard let result = address.withNative({ connect(descriptor, $0, $1) }) else {
            throw SystemError(ENAMETOOLONG, "connect")
        }
        if result == 0 { return .connected }
        switch errno {
        // An interrupted connect goes on by itself; calling again would only say so.
        case EINPROGRESS, EINTR: return .inProgress
        default: throw SystemError(errno, "connect")
        }
    }

    package func pendingError(_ descriptor: Int32) -> Int32 {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &value, &length) < 0 ? errno : value
    }

    package func readBytes(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer)
        throws(SystemError) -> ReadResult
    {
        guard buffer.count > 0 else { return .bytes(0) }
        while true {
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            if count > 0 { return .bytes(count) }
            if count == 0 { return .endOfFile }
            switch errno {
            case EINTR: continue
            case EAGAIN: return .wouldBlock
            default: throw SystemError(errno, "read")
            }
        }
    }

    package func writeBytes(_ descriptor: Int32, from buffer: UnsafeRawBufferPointer)
        throws(SystemError) -> WriteResult
    {
        guard buffer.count > 0 else { return .wrote(0) }
        while true {
            let count = write(descriptor, buffer.baseAddress, buffer.count)
            if let result = try writeOutcome(count) { return result }
        }
    }

    package func sendBytes(_ descriptor: Int32, from buffer: UnsafeRawBufferPointer)
        throws(SystemError) -> WriteResult
    {
        guard buffer.count > 0 else { return .wrote(0) }
        while true {
            let count = send(descriptor, buffer.baseAddress, buffer.count, sendFlags)
            if let result = try writeOutcome(count) { return result }
        }
    }

    package func sendVector(_ descriptor: Int32, from buffers: UnsafeBufferPointer<UnsafeRawBufferPointer>)
        throws(SystemError) -> WriteResult
    {
        let taken = min(buffers.count, 64)
        while true {
            let count = withUnsafeTemporaryAllocation(of: iovec.self, capacity: max(taken, 1)) { vectors in
                var message = msghdr()
                for index in 0..<taken {
                    let base = UnsafeMutableRawPointer(mutating: buffers[index].baseAddress)
                    vectors.initializeElement(
                        at: index, to: iovec(iov_base: base, iov_len: numericCast(buffers[index].count)))
                }
                message.msg_iov = vectors.baseAddress
                message.msg_iovlen = numericCast(taken)
                return sendmsg(descriptor, &message, sendFlags)
            }
            if let result = try writeOutcome(count) { return result }
        }
    }

    package func shutDown(_ descriptor: Int32, _ direction: Direction) throws(SystemError) {
        let how = direction == .read ? Int32(SHUT_RD) : Int32(SHUT_WR)
        if shutdown(descriptor, how) < 0 { throw SystemError(errno, "shutdown") }
    }

    package func closeDescriptor(_ descriptor: Int32) {
        // Not retried: after EINTR the descriptor is gone (Linux) or may belong to another thread's file.
        _ = close(descriptor)
    }

    package func localAddress(_ descriptor: Int32) throws(SystemError) -> SocketAddress {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        guard withNativePointer(&storage, { getsockname(descriptor, $0, &length) }) == 0 else {
            throw SystemError(errno, "getsockname")
        }
        return decode(storage, length)
    }

    package func peerAddress(_ descriptor: Int32) throws(SystemError) -> SocketAddress {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        guard withNativePointer(&storage, { getpeername(descriptor, $0, &length) }) == 0 else {
            throw SystemError(errno, "getpeername")
        }
        return decode(storage, length)
    }

    package func setOption(_ descriptor: Int32, _ option: SocketOption, _ on: Bool) throws(SystemError) {
        let (level, name): (Int32, Int32) =
            switch option {
            case .reuseAddress: (SOL_SOCKET, SO_REUSEADDR)
            case .noDelay: (Int32(IPPROTO_TCP), TCP_NODELAY)
            case .ipv6Only: (Int32(IPPROTO_IPV6), IPV6_V6ONLY)
            }
        var value: Int32 = on ? 1 : 0
        if setsockopt(descriptor, level, name, &value, socklen_t(MemoryLayout<Int32>.size)) < 0 {
            throw SystemError(errno, "setsockopt")
        }
    }

    package func isReady(_ descriptor: Int32, _ direction: Direction) -> Bool {
        var entry = pollfd(fd: descriptor, events: Int16(direction == .read ? POLLIN : POLLOUT), revents: 0)
        while true {
            let count = poll(&entry, 1, 0)
            if count >= 0 { return count > 0 }
            // Anything but a signal is for the call itself to report.
            if errno != EINTR { return true }
        }
    }

    package func openSpareDescriptor() throws(SystemError) -> Int32 {
        let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError(errno, "open") }
        return descriptor
    }

    /// Nil when the call was interrupted and is to be made again.
    private func writeOutcome(_ count: Int) throws(SystemError) -> WriteResult? {
        if count >= 0 { return .wrote(count) }
        switch errno {
        case EINTR: return nil
        case EAGAIN: return .wouldBlock
        default: throw SystemError(errno, "write")
        }
    }

    private func withNativePointer<Result>(
        _ storage: inout sockaddr_storage, _ body: (UnsafeMutablePointer<sockaddr>) -> Result
    ) -> Result {
        withUnsafeMutablePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0) }
        }
    }

    /// A family that is none of ours cannot come from our sockets; it reads as an unnamed Unix-domain address.
    private func decode(_ storage: sockaddr_storage, _ length: socklen_t) -> SocketAddress {
        withUnsafeBytes(of: storage) {
            let bytes = UnsafeRawBufferPointer(rebasing: $0.prefix(Int(length)))
            return SocketAddress(native: bytes)?.unmapped ?? .unix(path: "")
        }
    }

    #if canImport(Darwin)
        private func prepareSocket(_ descriptor: Int32) {
            makeNonBlockingAndCloseOnExec(descriptor)
            var on: Int32 = 1
            setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
        }
    #endif
}

/// Sets O_NONBLOCK and FD_CLOEXEC on a descriptor that was made without them.
func makeNonBlockingAndCloseOnExec(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL, 0) | O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
}

#if canImport(Glibc)
    private var streamType: Int32 { Int32(SOCK_STREAM.rawValue) }
    private var newSocketFlags: Int32 { Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue) }
#else
    private var streamType: Int32 { Int32(SOCK_STREAM) }
    #if os(Linux)
        private var newSocketFlags: Int32 { Int32(SOCK_NONBLOCK | SOCK_CLOEXEC) }
    #endif
#endif

#if canImport(Darwin)
    private var sendFlags: Int32 { 0 }
#else
    private var sendFlags: Int32 { Int32(MSG_NOSIGNAL) }
#endif
