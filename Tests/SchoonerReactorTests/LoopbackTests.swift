import SchoonerReactor
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Real sockets over the loopback interface, with each backend of this machine.
@Suite struct LoopbackTests {
    enum Backend: CaseIterable {
        case system, poll

        func makeReactor() throws -> Reactor {
            switch self {
            case .system: try Reactor()
            case .poll: try Reactor(poller: PollPoller())
            }
        }
    }

    /// Repeats `attempt`, waiting with `wait` in between, until it gives something.
    private func block<Value>(
        _ reactor: Reactor, _ attempt: () throws -> Value?, wait: () -> WaitResult
    ) throws -> Value {
        while true {
            if let value = try attempt() { return value }
            guard case .waiting = wait() else { continue }
            try reactor.poll(timeout: nil)
            _ = takeWakes(reactor)
        }
    }

    private func connect(_ reactor: Reactor, _ address: SocketAddress) throws -> StreamSocket {
        let connector = SocketConnector(reactor: reactor, addresses: [address])
        while true {
            switch connector.advance() {
            case .connected(let socket): return socket
            case .failed(let error): throw error
            case .waiting:
                if connector.wait(waiter: 9) { try reactor.poll(timeout: nil) }
                _ = takeWakes(reactor)
            }
        }
    }

    private func accept(_ reactor: Reactor, _ listener: SocketListener) throws -> (StreamSocket, SocketAddress) {
        try block(
            reactor,
            {
                if case .connection(let socket, let peer) = try listener.accept() { (socket, peer) } else { nil }
            }, wait: { listener.wait(waiter: 1) })
    }

    private func readAll(_ reactor: Reactor, _ socket: StreamSocket, count: Int) throws -> String {
        var text = ""
        while text.utf8.count < count {
            let part = try block(reactor, { try socket.readText() }, wait: { socket.wait(.read, waiter: 2) })
            if part.isEmpty { break }
            text += part
        }
        return text
    }

    private func pair(_ reactor: Reactor) throws -> (client: StreamSocket, server: StreamSocket) {
        let listener = try SocketListener.on(.ipv4(.loopback, port: 0), reactor: reactor)
        let client = try connect(reactor, listener.localAddress)
        return (client, try accept(reactor, listener).0)
    }

    @Test(arguments: Backend.allCases) func echoOverAllAddresses(backend: Backend) throws {
        let reactor = try backend.makeReactor()
        let listener = try SocketListener.onAllAddresses(reactor: reactor, port: 0)
        let port = try #require(listener.localAddress.port)
        #expect(port > 0)
        let client = try connect(reactor, .ipv4(.loopback, port: port))
        let (server, peer) = try accept(reactor, listener)
        #expect(peer == (try client.localAddress()))
        #expect(try server.peerAddress() == (try client.localAddress()))
        #expect(try client.peerAddress() == .ipv4(.loopback, port: port))
        for line in ["hello\n", "again\n", "and again\n"] {
            #expect(try client.writeText(line) == .wrote(line.utf8.count))
            #expect(try readAll(reactor, server, count: line.utf8.count) == line)
            #expect(try server.writeText(line) == .wrote(line.utf8.count))
            #expect(try readAll(reactor, client, count: line.utf8.count) == line)
        }
        client.shutDownWrite()
        #expect(try readAll(reactor, server, count: 1) == "")
        #expect(try server.writeText("late") == .wrote(4))
        server.close()
        #expect(try readAll(reactor, client, count: 100) == "late")
        listener.close()
        #expect(throws: SystemError(ECONNREFUSED, "connect")) {
            try connect(reactor, .ipv4(.loopback, port: port))
        }
    }

    @Test(arguments: Backend.allCases) func moreThanTheKernelHolds(backend: Backend) throws {
        let reactor = try backend.makeReactor()
        let (client, server) = try pair(reactor)
        let total = 8_000_000
        let block = [UInt8](repeating: 120, count: 100_000)
        var written = 0
        var received = 0
        var buffer = [UInt8](repeating: 0, count: 65536)
        var blocked = 0
        while received < total {
            var stuck = true
            if written < total {
                var result = WriteResult.wouldBlock
                let end = min(block.count, total - written)
                try block[..<end].withUnsafeBytes { result = try client.write(from: $0) }
                if case .wrote(let count) = result {
                    written += count
                    stuck = false
                    if written < total { continue }
                } else {
                    blocked += 1
                }
            }
            var result = ReadResult.wouldBlock
            try buffer.withUnsafeMutableBytes { result = try server.read(into: $0) }
            if case .bytes(let count) = result {
                received += count
                stuck = false
            }
            guard stuck else { continue }
            let canWait = server.wait(.read, waiter: 1).isWaiting
            let writerWaits = written == total || client.wait(.write, waiter: 2).isWaiting
            if canWait && writerWaits { try reactor.poll(timeout: nil) }
            reactor.cancelAll(waiter: 1)
            reactor.cancelAll(waiter: 2)
            _ = takeWakes(reactor)
        }
        #expect(received == total)
        #expect(blocked > 0)
    }

    @Test(arguments: Backend.allCases) func manyClientsAtOnce(backend: Backend) throws {
        let reactor = try backend.makeReactor()
        let listener = try SocketListener.on(.ipv4(.loopback, port: 0), reactor: reactor)
        var pairs: [(client: StreamSocket, server: StreamSocket)] = []
        for _ in 0..<100 {
            let client = try connect(reactor, listener.localAddress)
            pairs.append((client, try accept(reactor, listener).0))
        }
        for (index, pair) in pairs.enumerated() {
            #expect(try pair.server.readText() == nil)
            #expect(pair.server.wait(.read, waiter: UInt64(index + 1000)).isWaiting)
        }
        for (index, pair) in pairs.enumerated() { #expect(try pair.client.writeText("\(index)") != .wouldBlock) }
        var seen: Set<UInt64> = []
        while seen.count < pairs.count {
            try reactor.poll(timeout: nil)
            for wake in takeWakes(reactor) where wake.waiter >= 1000 {
                seen.insert(wake.waiter)
                let index = Int(wake.waiter) - 1000
                #expect(try pairs[index].server.readText() == "\(index)")
            }
        }
        #expect(seen.count == 100)
    }

    @Test(arguments: Backend.allCases) func aPeerThatIsGone(backend: Backend) throws {
        let reactor = try backend.makeReactor()
        let (client, server) = try pair(reactor)
        // Unread bytes make closing a reset (RFC 9293).
        #expect(try client.writeText("unread") == .wrote(6))
        #expect(try readAll(reactor, server, count: 1).hasPrefix("u"))
        #expect(try server.writeText("also unread") == .wrote(11))
        client.close()
        var codes: [Int32] = []
        for _ in 0..<10 where codes.isEmpty {
            do {
                _ = try block(reactor, { try server.readText() }, wait: { server.wait(.read, waiter: 3) })
            } catch let error as SystemError {
                codes.append(error.code)
            }
        }
        #expect(codes == [ECONNRESET])
        #expect(try server.readText() == "")
        #expect(throws: SystemError(EPIPE, "write")) { try server.writeText("x") }
    }

    @Test(arguments: Backend.allCases) func unixDomainSockets(backend: Backend) throws {
        let reactor = try backend.makeReactor()
        var template = Array("/tmp/schooner-XXXXXX".utf8CString)
        let directory = try #require(mkdtemp(&template).map { String(cString: $0) })
        let address = SocketAddress.unix(path: directory + "/s")
        defer {
            unlink(directory + "/s")
            rmdir(directory)
        }
        #expect(throws: SystemError(ENOENT, "connect")) { try connect(reactor, address) }
        let listener = try SocketListener.on(address, reactor: reactor)
        #expect(listener.localAddress == address)
        let client = try connect(reactor, address)
        let (server, peer) = try accept(reactor, listener)
        #expect(peer == .unix(path: ""))
        #expect(try client.writeText("hi") == .wrote(2))
        #expect(try readAll(reactor, server, count: 2) == "hi")
        #expect(throws: SystemError(EADDRINUSE, "bind")) { try SocketListener.on(address, reactor: reactor) }
        let long = SocketAddress.unix(path: "/" + String(repeating: "x", count: 200))
        #expect(throws: SystemError(ENAMETOOLONG, "bind")) { try SocketListener.on(long, reactor: reactor) }
        #expect(throws: SystemError(ENAMETOOLONG, "connect")) { try connect(reactor, long) }
    }

    @Test func errorsOfListening() throws {
        let reactor = try Reactor()
        let listener = try SocketListener.onAllAddresses(reactor: reactor, port: 0)
        let port = try #require(listener.localAddress.port)
        #expect(throws: SystemError(EADDRINUSE, "bind")) {
            try SocketListener.onAllAddresses(reactor: reactor, port: port)
        }
        #expect(throws: SystemError(EADDRNOTAVAIL, "bind")) {
            // An address of the documentation block (RFC 5737) is nobody's.
            try SocketListener.on(.ipv4(IPv4Address(192, 0, 2, 77), port: 0), reactor: reactor)
        }
    }

    @Test(arguments: Backend.allCases) func severalBuffersGoOutInOrder(backend: Backend) throws {
        let reactor = try backend.makeReactor()
        let (client, server) = try pair(reactor)
        var result = WriteResult.wouldBlock
        try Array("one ".utf8).withUnsafeBytes { first in
            try Array("two ".utf8).withUnsafeBytes { second in
                try Array("three".utf8).withUnsafeBytes { third in
                    try [first, second, third].withUnsafeBufferPointer { result = try client.write(fromAll: $0) }
                }
            }
        }
        #expect(result == .wrote(13))
        #expect(try readAll(reactor, server, count: 13) == "one two three")
    }

    @Test(arguments: Backend.allCases) func aWakeUpEndsTheWait(backend: Backend) throws {
        let reactor = try backend.makeReactor()
        let waker = reactor.waker
        let (client, server) = try pair(reactor)
        #expect(try server.readText() == nil)
        #expect(server.wait(.read, waiter: 1).isWaiting)
        waker.wake()
        try reactor.poll(timeout: nil)
        #expect(takeWakes(reactor).isEmpty)
        waker.wake()
        try reactor.poll(timeout: nil)
        #expect(try client.writeText("x") == .wrote(1))
        while !reactor.hasWakes { try reactor.poll(timeout: nil) }
        #expect(takeWakes(reactor).map(\.waiter) == [1])
    }

    @Test(arguments: Backend.allCases) func pipesAndFilesThatWereGiven(backend: Backend) throws {
        let reactor = try backend.makeReactor()
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let input = try InheritedFile(reactor: reactor, descriptor: ends[0], ownsDescriptor: true)
        let output = try InheritedFile(reactor: reactor, descriptor: ends[1], ownsDescriptor: true)
        var buffer = [UInt8](repeating: 0, count: 3)
        func read(_ file: InheritedFile) throws -> ReadResult {
            var result = ReadResult.wouldBlock
            try buffer.withUnsafeMutableBytes { result = try file.read(into: $0) }
            return result
        }
        #expect(try read(input) == .wouldBlock)
        #expect(input.wait(.read, waiter: 1).isWaiting)
        var result = WriteResult.wouldBlock
        try Array("abcde".utf8).withUnsafeBytes { result = try output.write(from: $0) }
        #expect(result == .wrote(5))
        while !reactor.hasWakes { try reactor.poll(timeout: nil) }
        #expect(takeWakes(reactor) == [Wake(waiter: 1, reason: .ready)])
        #expect(try read(input) == .bytes(3))
        #expect(try read(input) == .bytes(2))
        #expect(try read(input) == .wouldBlock)
        #expect(input.wait(.read, waiter: 2).isWaiting)
        output.close()
        while !reactor.hasWakes { try reactor.poll(timeout: nil) }
        #expect(takeWakes(reactor).map(\.waiter) == [2])
        #expect(try read(input) == .endOfFile)
        input.close()
        #expect(throws: SystemError(EBADF, "read")) { try read(input) }

        let descriptor = open("/dev/null", O_RDWR)
        let file = try InheritedFile(reactor: reactor, descriptor: descriptor, ownsDescriptor: true)
        #expect(try read(file) == .endOfFile)
        #expect(file.wait(.read, waiter: 1) == .ready)
    }
}
