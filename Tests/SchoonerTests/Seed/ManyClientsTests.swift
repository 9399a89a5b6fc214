import SchoonerTesting
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// MIT 15.8: "You can have multiple client connections to the same server socket open simultaneously."
@Suite(.serialized, .timeLimit(.minutes(5))) struct ManyClientsTests {
    @Test("a thousand clients at once, each with a green thread of its own, all answered")
    func thousandClients() throws {
        let count = 1000
        try #require(Self.allowDescriptors(count * 2 + 200), "the process may not open enough descriptors")
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (tell (tcp-server-socket-port server))
            (define live 0)
            (define ended 0)
            (define (serve client)
              (let ((line (read-line client)))
                (if (eof-object? line)
                    (begin (close-port client) (set! ended (+ ended 1)))
                    (begin
                      (write-string "you said " client)
                      (write-string line client)
                      (newline client)
                      (flush-output client)
                      (serve client)))))
            (let accept ()
              (if (< live \(count))
                  (let ((client (tcp-server-connection-accept server #t #f)))
                    (set! live (+ live 1))
                    (create-thread #f (lambda () (serve client)))
                    (accept))))
            (tell live)
            (wait-until (lambda () (= ended live)))
            (tell ended)
            """)
        let port = try program.nextPort()
        var peers: [WirePeer] = []
        for _ in 0..<count { peers.append(try WirePeer(port: port)) }
        // All are connected and wait in read-line before the first is asked.
        #expect(try program.nextNumber() == count)
        for round in 0..<2 {
            for (index, peer) in peers.enumerated() { try peer.send("\(index) in round \(round)\r\n") }
            var answers = [String](repeating: "", count: count)
            try Self.collect(peers, into: &answers) { $0.hasSuffix("\r\n") }
            for (index, answer) in answers.enumerated() {
                try #require(answer == "you said \(index) in round \(round)\r\n")
            }
        }
        for peer in peers { peer.finishSending() }
        #expect(try program.nextNumber() == count)
        for peer in peers { try #require(peer.receive().isEmpty) }
        try program.expectEnd()
    }

    /// Reads from all peers, in the order in which they have something, until each text is complete.
    private static func collect(
        _ peers: [WirePeer], into texts: inout [String], until isComplete: (String) -> Bool
    ) throws {
        var waiting = Array(peers.indices)
        while !waiting.isEmpty {
            var requests = waiting.map { pollfd(fd: peers[$0].descriptor, events: Int16(POLLIN), revents: 0) }
            let ready = poll(&requests, nfds_t(requests.count), Int32(WirePeer.patience * 1000))
            if ready < 0 && errno == EINTR { continue }
            guard ready > 0 else { throw WireError(ETIMEDOUT, "poll") }
            for (request, index) in zip(requests, waiting) where request.revents != 0 {
                let part = try peers[index].receive()
                guard !part.isEmpty else { throw WireError(ECONNRESET, "recv") }
                texts[index] += String(decoding: part, as: UTF8.self)
            }
            waiting.removeAll { isComplete(texts[$0]) }
        }
    }

    /// Raises the process's limit of descriptors where it is lower; false when it may not.
    private static func allowDescriptors(_ count: Int) -> Bool {
        var limit = rlimit()
        #if canImport(Glibc)
            let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let resource = RLIMIT_NOFILE
        #endif
        guard getrlimit(resource, &limit) == 0 else { return false }
        if limit.rlim_cur >= rlim_t(count) { return true }
        guard limit.rlim_max >= rlim_t(count) else { return false }
        limit.rlim_cur = rlim_t(count)
        return setrlimit(resource, &limit) == 0
    }
}
