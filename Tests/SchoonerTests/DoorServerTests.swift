import Schooner
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A server in green threads, started by an evaluation, that answers while Swift does other things.
@Suite struct DoorServerTests {
    @Test func anEchoServerAnswersBetweenCalls() async throws {
        let scheme = try Scheme(configuration: Configuration(standardInput: .empty, standardOutput: .discarded))
        let port = try await scheme.evaluate(
            """
            (define server (open-tcp-server-socket 0 (host-address-loopback)))
            (define (echo port)
              (let ((line (read-line port)))
                (if (eof-object? line)
                    (close-port port)
                    (begin (write-string line port) (newline port) (flush-output port) (echo port)))))
            (create-thread #f
              (lambda ()
                (let loop ()
                  (let ((port (tcp-server-connection-accept server #t #f "\\n")))
                    (create-thread #f (lambda () (echo port)))
                    (loop)))))
            (tcp-server-socket-port server)
            """)
        let number = UInt16(port.integerValue ?? 0)
        // No call is under way in the interpreter now.
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for client in 0..<5 { group.addTask { await exchange(port: number, "hello \(client)\n") } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(answers == Set((0..<5).map { "hello \($0)\n" }))
        await scheme.shutDown()
    }
}

/// Sends a line, and gives what comes back up to the end of the line.
private func exchange(port: UInt16, _ line: String) async -> String {
    await withCheckedContinuation { continuation in
        Task.detached { continuation.resume(returning: exchangeNow(port, line)) }
    }
}

private func exchangeNow(_ port: UInt16, _ line: String) -> String {
    #if canImport(Glibc)
        let kind = Int32(SOCK_STREAM.rawValue)
    #else
        let kind = SOCK_STREAM
    #endif
    let client = socket(AF_INET, kind, 0)
    guard client >= 0 else { return "no socket" }
    defer { close(client) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
    guard connected == 0 else { return "not connected" }
    let bytes = Array(line.utf8)
    guard write(client, bytes, bytes.count) == bytes.count else { return "not sent" }
    var answer: [UInt8] = []
    var byte: UInt8 = 0
    while answer.last != 10, read(client, &byte, 1) == 1 { answer.append(byte) }
    return String(decoding: answer, as: UTF8.self)
}
