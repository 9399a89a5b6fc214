#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A blocking TCP server on a free port of the loopback interface that shares no code with what it tests.
package final class WireListener: @unchecked Sendable {
    package let descriptor: Int32
    package let port: UInt16
    private var isClosed = false

    /// - Parameter overIPv6: on ::1 instead of 127.0.0.1.
    package init(overIPv6: Bool = false, backlog: Int32 = 128) throws {
        let socket = try wireSocket(overIPv6 ? AF_INET6 : AF_INET)
        do {
            try withLoopback(port: 0, overIPv6: overIPv6) { address, length in
                guard bind(socket, address, length) == 0 else { throw WireError(errno, "bind") }
            }
            guard listen(socket, backlog) == 0 else { throw WireError(errno, "listen") }
            try setPatience(socket)
            port = try boundPort(socket)
        } catch {
            closeDescriptor(socket)
            throw error
        }
        descriptor = socket
    }

    deinit { close() }

    /// The next connection; gives up with ETIMEDOUT after `WirePeer.patience`.
    package func accept() throws -> WirePeer {
        while true {
            let accepted = systemAccept(descriptor)
            if accepted >= 0 { return try WirePeer(accepted: accepted) }
            guard errno == EINTR else { throw WireError(errno == EAGAIN ? ETIMEDOUT : errno, "accept") }
        }
    }

    /// Stops listening. Harmless the second time.
    package func close() {
        guard !isClosed else { return }
        isClosed = true
        closeDescriptor(descriptor)
    }

    /// A port of the loopback interface on which nobody listens: one that was free a moment ago.
    package static func deafPort() throws -> UInt16 {
        let listener = try WireListener()
        defer { listener.close() }
        return listener.port
    }
}
