import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The other end of a connection, on a thread of its own and with nothing but POSIX calls: what the interpreter under test
/// really puts on the wire, and what any program could send to it.
final class RawPeer: Sendable {
    /// One connection, as the peer's script sees it. All calls block.
    struct Connection: Sendable {
        let descriptor: Int32

        func send(_ text: String) { send(Array(text.utf8)) }

        func send(_ bytes: [UInt8]) {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { sendQuietly(descriptor, $0.baseAddress, $0.count) }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }

        /// Exactly so many bytes, fewer at the end.
        func receive(_ count: Int) -> String {
            var bytes: [UInt8] = []
            var chunk = [UInt8](repeating: 0, count: 4096)
            while bytes.count < count {
                let got = chunk.withUnsafeMutableBytes {
                    recv(descriptor, $0.baseAddress, min($0.count, count - bytes.count), 0)
                }
                guard got > 0 else { break }
                bytes += chunk[..<got]
            }
            return String(decoding: bytes, as: UTF8.self)
        }

        /// All bytes up to the end of the stream.
        func receiveAll() -> String { receive(.max) }

        /// Sends FIN and goes on reading.
        func endOutput() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

        /// Has the end of the script close with RST instead of FIN.
        func reset() {
            var linger = linger(l_onoff: 1, l_linger: 0)
            setsockopt(
                descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        }
    }

    private struct Outcome {
        var text: String?
        var port: UInt16?
    }

    private let outcome = Mutex(Outcome())
    private let thread: Mutex<pthread_t?> = Mutex(nil)

    private init() {}

    /// Connects to a port of the loopback interface and runs the script.
    static func client(_ port: Int, _ script: @escaping @Sendable (Connection) -> String) -> RawPeer {
        let peer = RawPeer()
        peer.start {
            let descriptor = openSocket()
            var address = loopback(UInt16(port))
            let result = withAddress(&address) { connect(descriptor, $0, $1) }
            guard result == 0 else { return "cannot connect: \(errno)" }
            let text = script(Connection(descriptor: descriptor))
            _ = close(descriptor)
            return text
        }
        return peer
    }

    /// Listens on a free port of the loopback interface and runs the script with the first connection.
    static func server(_ script: @escaping @Sendable (Connection) -> String) -> (RawPeer, port: Int) {
        let peer = RawPeer()
        let listener = openSocket()
        var address = loopback(0)
        _ = withAddress(&address) { bind(listener, $0, $1) }
        _ = listen(listener, 8)
        var length = socklen_t(MemoryLayout.size(ofValue: address))
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(listener, $0, &length) }
        }
        let port = Int(UInt16(bigEndian: address.sin_port))
        peer.start {
            let descriptor = accept(listener, nil, nil)
            _ = close(listener)
            let text = script(Connection(descriptor: descriptor))
            _ = close(descriptor)
            return text
        }
        return (peer, port)
    }

    /// What the script returned, when it has.
    func join() -> String {
        if let running = thread.withLock({ $0 }) { pthread_join(running, nil) }
        thread.withLock { $0 = nil }
        return outcome.withLock { $0.text ?? "" }
    }

    private func start(_ body: @escaping @Sendable () -> String) {
        let box = Unmanaged.passRetained(
            Work {
                let text = body()
                self.outcome.withLock { $0.text = text }
            })
        #if canImport(Darwin)
            var handle: pthread_t?
        #else
            var handle = pthread_t()
        #endif
        pthread_create(
            &handle, nil,
            { argument in
                #if canImport(Darwin)
                    let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
                #else
                    let work = Unmanaged<Work>.fromOpaque(argument.unsafelyUnwrapped).takeRetainedValue()
                #endif
                work.body()
                return nil
            }, box.toOpaque())
        let started = handle
        thread.withLock { $0 = started }
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}

/// A send that raises no signal.
private func sendQuietly(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
        return send(descriptor, bytes, count, 0)
    #else
        return send(descriptor, bytes, count, Int32(MSG_NOSIGNAL))
    #endif
}

private func openSocket() -> Int32 {
    #if canImport(Glibc)
        return socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
        return socket(AF_INET, SOCK_STREAM, 0)
    #endif
}

private func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
}

private func withAddress<Result>(
    _ address: inout sockaddr_in, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
) -> Result {
    let length = socklen_t(MemoryLayout.size(ofValue: address))
    return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
    }
}
