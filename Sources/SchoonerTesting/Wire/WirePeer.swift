#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A blocking TCP connection over the loopback interface that shares no code with what it tests. Every call gives up with
/// ETIMEDOUT after `WirePeer.patience`.
package final class WirePeer: @unchecked Sendable {
    /// How long a call waits, in seconds.
    package static let patience = 40

    package let descriptor: Int32
    private var isClosed = false
    private var unread: [UInt8] = []

    /// Connects to a port of this machine.
    ///
    /// - Parameter overIPv6: to ::1 instead of 127.0.0.1.
    package init(port: UInt16, overIPv6: Bool = false) throws {
        let socket = try wireSocket(overIPv6 ? AF_INET6 : AF_INET)
        do {
            try withLoopback(port: port, overIPv6: overIPv6) { address, length in
                while connect(socket, address, length) != 0 {
                    guard errno == EINTR else { throw WireError(errno, "connect") }
                }
            }
            try Self.prepare(socket)
        } catch {
            closeDescriptor(socket)
            throw error
        }
        descriptor = socket
    }

    init(accepted descriptor: Int32) throws {
        try Self.prepare(descriptor)
        self.descriptor = descriptor
    }

    deinit { close() }

    private static func prepare(_ descriptor: Int32) throws {
        try setPatience(descriptor)
        try setOption(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, Int32(1))
        #if canImport(Darwin)
            try setOption(descriptor, SOL_SOCKET, SO_NOSIGPIPE, Int32(1))
        #endif
    }

    /// The port of this end.
    package func localPort() throws -> UInt16 { try boundPort(descriptor) }

    package func send(_ text: String) throws { try send(Array(text.utf8)) }

    package func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                systemSend(descriptor, $0.baseAddress! + sent, $0.count - sent)
            }
            if count >= 0 {
                sent += count
            } else if errno != EINTR {
                throw WireError(errno, "send")
            }
        }
    }

    /// Sends each byte in a packet of its own.
    package func sendByteByByte(_ text: String) throws {
        for byte in text.utf8 { try send([byte]) }
    }

    /// What has come, at most `limit` bytes: waits for the first; empty at the end of the stream.
    package func receive(limit: Int = 65536) throws -> [UInt8] {
        if !unread.isEmpty {
            let part = Array(unread.prefix(limit))
            unread.removeFirst(part.count)
            return part
        }
        var buffer = [UInt8](repeating: 0, count: limit)
        while true {
            let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
            if count >= 0 { return Array(buffer.prefix(count)) }
            if errno == EINTR { continue }
            throw WireError(errno == EAGAIN ? ETIMEDOUT : errno, "recv")
        }
    }

    /// Everything up to the end of the stream.
    package func receiveAll() throws -> String {
        var bytes: [UInt8] = []
        while true {
            let part = try receive()
            if part.isEmpty { return String(decoding: bytes, as: UTF8.self) }
            bytes += part
        }
    }

    /// Exactly `count` bytes, or fewer at the end of the stream.
    package func receive(exactly count: Int) throws -> String {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let part = try receive(limit: count - bytes.count)
            if part.isEmpty { break }
            bytes += part
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Everything up to and with the mark, or up to the end of the stream.
    package func receive(through mark: String) throws -> String {
        let mark = Array(mark.utf8)
        var bytes: [UInt8] = []
        while true {
            let part = try receive()
            if part.isEmpty { return String(decoding: bytes, as: UTF8.self) }
            for (index, byte) in part.enumerated() {
                bytes.append(byte)
                if bytes.suffix(mark.count).elementsEqual(mark) {
                    unread = part.suffix(from: index + 1) + unread
                    return String(decoding: bytes, as: UTF8.self)
                }
            }
        }
    }

    /// Sends FIN; reading goes on.
    package func finishSending() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

    /// Closes in order. Harmless the second time.
    package func close() {
        guard !isClosed else { return }
        isClosed = true
        closeDescriptor(descriptor)
    }

    /// Ends the connection with a reset.
    package func reset() throws {
        try setOption(descriptor, SOL_SOCKET, SO_LINGER, linger(l_onoff: 1, l_linger: 0))
        close()
    }
}

/// A failed system call of a peer.
package struct WireError: Error, Equatable, CustomStringConvertible {
    package let code: Int32
    package let call: String

    package init(_ code: Int32, _ call: String) {
        self.code = code
        self.call = call
    }

    package var description: String { "\(call): \(String(cString: strerror(code)))" }
}

private func systemSend(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Darwin)
        send(descriptor, bytes, count, 0)
    #else
        // A peer that is gone is an error, not a signal.
        send(descriptor, bytes, count, Int32(MSG_NOSIGNAL))
    #endif
}

func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }

func systemAccept(_ descriptor: Int32) -> Int32 { accept(descriptor, nil, nil) }

func wireSocket(_ family: Int32) throws -> Int32 {
    #if canImport(Darwin)
        let descriptor = socket(family, SOCK_STREAM, 0)
        if descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    #else
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    #endif
    guard descriptor >= 0 else { throw WireError(errno, "socket") }
    return descriptor
}

func setOption<Option: BitwiseCopyable>(_ descriptor: Int32, _ level: Int32, _ name: Int32, _ value: Option) throws {
    try withUnsafePointer(to: value) {
        guard setsockopt(descriptor, level, name, $0, socklen_t(MemoryLayout<Option>.size)) == 0 else {
            throw WireError(errno, "setsockopt")
        }
    }
}

func setPatience(_ descriptor: Int32) throws {
    let time = timeval(tv_sec: WirePeer.patience, tv_usec: 0)
    try setOption(descriptor, SOL_SOCKET, SO_RCVTIMEO, time)
    try setOption(descriptor, SOL_SOCKET, SO_SNDTIMEO, time)
}

/// Calls `body` with the loopback address and the port.
func withLoopback<Result>(
    port: UInt16, overIPv6: Bool, _ body: (UnsafePointer<sockaddr>, socklen_t) throws -> Result
) rethrows -> Result {
    func erased<Address>(_ address: Address) throws -> Result {
        try withUnsafePointer(to: address) {
            try $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                try body($0, socklen_t(MemoryLayout<Address>.size))
            }
        }
    }
    if overIPv6 {
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = port.bigEndian
        withUnsafeMutableBytes(of: &address.sin6_addr) { $0[15] = 1 }
        return try erased(address)
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return try erased(address)
}

func boundPort(_ descriptor: Int32) throws -> UInt16 {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return try withUnsafeMutablePointer(to: &storage) {
        try $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            guard getsockname(descriptor, $0, &length) == 0 else { throw WireError(errno, "getsockname") }
        }
        // Both families keep the port in the same place.
        return $0.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { UInt16(bigEndian: $0.pointee.sin_port) }
    }
}
