#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A socket that listens for connections. Every call returns at once; the next connection is waited for with `wait`.
package final class SocketListener {
    package enum Accepted {
        case connection(StreamSocket, peer: SocketAddress)
        case wouldBlock
    }

    package let reactor: Reactor
    package let descriptor: Int32
    package let registration: Registration
    /// Where it listens; the port is the real one when 0 was asked for.
    package let localAddress: SocketAddress
    package private(set) var isClosed = false
    private var lastReport: Int64?

    /// MIT Scheme's length of the queue of connections that nobody has accepted.
    package static let backlog: Int32 = 1024
    /// How often at most running out of descriptors is reported, in nanoseconds.
    private static let reportInterval: Int64 = 1_000_000_000

    /// Listens on all addresses of the machine, of both families where it has both.
    ///
    /// - Parameter port: 0 lets the kernel pick a free one.
    /// - Throws: EADDRINUSE, EACCES (a privileged port) and the like.
    package static func onAllAddresses(reactor: Reactor, port: UInt16) throws(SystemError) -> SocketListener {
        do throws(SystemError) {
            return try SocketListener(reactor: reactor, address: .ipv6(.any, port: port), takesBothFamilies: true)
        } catch {
            // A machine without IPv6 says so in one of these ways.
            let missing = [EAFNOSUPPORT, EADDRNOTAVAIL, EPROTONOSUPPORT, EINVAL, ENOPROTOOPT]
            guard missing.contains(error.code) else { throw error }
            return try SocketListener(reactor: reactor, address: .ipv4(.any, port: port), takesBothFamilies: false)
        }
    }

    /// Listens on one address, which may be a Unix-domain path.
    ///
    /// - Throws: EADDRINUSE, EACCES, EADDRNOTAVAIL (not an address of this machine) and the like.
    package static func on(_ address: SocketAddress, reactor: Reactor) throws(SystemError) -> SocketListener {
        try SocketListener(reactor: reactor, address: address, takesBothFamilies: false)
    }

    private init(reactor: Reactor, address: SocketAddress, takesBothFamilies: Bool) throws(SystemError) {
        let calls = reactor.calls
        let descriptor = try calls.openStreamSocket(address.family)
        do throws(SystemError) {
            if address.port != nil { try calls.setOption(descriptor, .reuseAddress, true) }
            if address.family == .ipv6 { try calls.setOption(descriptor, .ipv6Only, !takesBothFamilies) }
            try calls.bindSocket(descriptor, to: address)
            try calls.listenOnSocket(descriptor, backlog: Self.backlog)
            localAddress = try calls.localAddress(descriptor)
            registration = try reactor.register(descriptor)
        } catch {
            calls.closeDescriptor(descriptor)
            throw error
        }
        self.reactor = reactor
        self.descriptor = descriptor
    }

    deinit { close() }

    /// Takes the next connection, with TCP_NODELAY on.
    ///
    /// - Parameter askKernel: ask even when no event has been seen since the last answer, for callers that do not wait.
    /// - Throws: EMFILE or ENFILE when no descriptor is left, at most once a second; the connection stays queued, and
    ///   until a descriptor is free the answer is `wouldBlock`. EBADF when the listener is closed.
    package func accept(askKernel: Bool = false) throws(SystemError) -> Accepted {
        guard !isClosed else { throw SystemError(EBADF, "accept") }
        guard !reactor.isPaused(registration) else { return .wouldBlock }
        guard askKernel || reactor.mayTry(registration, .read) else { return .wouldBlock }
        guard reactor.holdSpare() else { return try outOfDescriptors(SystemError(EMFILE, "accept")) }
        // The bound only guards against a kernel that repeats itself.
        for _ in 0..<1024 {
            do throws(SystemError) {
                switch try reactor.calls.acceptConnection(descriptor) {
                case .wouldBlock:
                    reactor.noteWouldBlock(registration, .read)
                    return .wouldBlock
                case .accepted(let accepted, let peer):
                    let socket = try StreamSocket(reactor: reactor, descriptor: accepted)
                    if peer.port != nil { try? reactor.calls.setOption(accepted, .noDelay, true) }
                    return .connection(socket, peer: peer)
                }
            } catch {
                if error.isOutOfDescriptors { return try outOfDescriptors(error) }
                guard Self.isTheConnectionsOwn(error.code) else { throw error }
            }
        }
        return .wouldBlock
    }

    /// Asks for a wake-up when there may be a connection.
    package func wait(waiter: UInt64) -> WaitResult {
        reactor.wait(for: registration, .read, waiter: waiter)
    }

    /// Stops listening and wakes everyone who waits with `closed`; accepted connections live on. Harmless the second time.
    package func close() {
        guard !isClosed else { return }
        isClosed = true
        reactor.close(registration)
    }

    private func outOfDescriptors(_ error: SystemError) throws(SystemError) -> Accepted {
        reactor.releaseSpare()
        reactor.pause(registration)
        let now = reactor.clock.now()
        if let last = lastReport, now - last < Self.reportInterval { return .wouldBlock }
        lastReport = now
        throw error
    }

    /// Errors of a connection that ended while it was queued; the next one may be well.
    private static func isTheConnectionsOwn(_ code: Int32) -> Bool {
        switch code {
        case ECONNABORTED, EPROTO, ENETDOWN, ENOPROTOOPT, EHOSTDOWN, EHOSTUNREACH, ENETUNREACH, ETIMEDOUT,
            ECONNRESET:
            true
        default: false
        }
    }
}
