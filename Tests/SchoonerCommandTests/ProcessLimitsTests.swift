import Foundation
import SchoonerTesting
import Testing

/// What only a process of its own can show: few descriptors, no privilege, signals.
@Suite(.serialized, .timeLimit(.minutes(3))) struct ProcessLimitsTests {
    /// A server that accepts for ever, counts its errors of accepting, and answers each client.
    private static let server = """
        (define server (open-tcp-server-socket 0 (host-address-loopback)))
        (define (say . objects) (for-each display objects) (newline) (flush-output))
        (define (serve client)
          (guard (condition (#t #f))
            (let loop ()
              (let ((line (read-line client)))
                (if (not (eof-object? line))
                    (begin (write-string line client) (newline client) (flush-output client) (loop))))))
          (close-port client))
        (define told #f)
        (define (accept)
          (guard (condition
                  (#t (if (not told) (begin (set! told #t) (say (condition/report-string condition))))))
            (let ((client (tcp-server-connection-accept server #t #f)))
              (create-thread #f (lambda () (serve client)))))
          (accept))
        (say (tcp-server-socket-port server))
        (accept)
        """

    @Test("too many descriptors: a condition, and the clients are served once there is room again")
    func tooManyDescriptors() throws {
        let process = try SchoonerProcess.running(
            Self.server, wrapper: ["sh", "-c", #"ulimit -n 40; exec "$0" "$@""#])
        defer { process.stop() }
        let port = try #require(UInt16(process.readLine()))
        var peers: [WirePeer] = []
        for _ in 0..<60 { peers.append(try WirePeer(port: port)) }
        #expect(
            try process.readLine()
                == "The primitive new-tcp-server-connection-accept, while executing the accept system call, received the error: Too many open files."
        )
        // Those that were accepted are served.
        try peers[0].send("first\r\n")
        #expect(try peers[0].receive(through: "\n") == "first\r\n")
        for peer in peers[..<30] {
            peer.finishSending()
            #expect(try peer.receiveAll() == "")
        }
        // The others have waited in the queue, and are served now.
        for peer in peers[30...] {
            try peer.send("late\r\n")
            #expect(try peer.receive(through: "\n") == "late\r\n")
            peer.finishSending()
            #expect(try peer.receiveAll() == "")
        }
    }

    @Test("too many descriptors when connecting: a condition, nothing leaked")
    func tooManyConnections() throws {
        let listener = try WireListener()
        let process = try SchoonerProcess.running(
            """
            (define (fill ports)
              (let ((port (guard (condition (#t (display (condition/report-string condition)) (newline) #f))
                            (open-tcp-stream-socket "127.0.0.1" \(listener.port)))))
                (if port (fill (cons port ports)) ports)))
            (define ports (fill '()))
            (for-each close-port ports)
            (define again (fill '()))
            (display (= (length ports) (length again)))
            (newline)
            """, wrapper: ["sh", "-c", #"ulimit -n 40; exec "$0" "$@""#])
        let end = try process.finish()
        let lines = end.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 3, "\(end.output) \(end.errors)")
        for line in lines.prefix(2) {
            #expect(
                line.hasPrefix("The primitive new-open-tcp-stream-socket, while executing the ")
                    && line.hasSuffix("received the error: Too many open files."), "\(line)")
        }
        #expect(lines.last == "#t")
    }

    @Test("a privileged port without privilege is an error")
    func privilegedPort() throws {
        let first = (try? String(contentsOfFile: "/proc/sys/net/ipv4/ip_unprivileged_port_start", encoding: .utf8))
            .flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        var wrapper: [String] = []
        if getuid() == 0 {
            // Root gives its privilege up, where there is a tool for that.
            guard ForeignTool.path("setpriv") != nil else {
                print("skipped: root may listen on every port, and setpriv is missing")
                return
            }
            wrapper = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"]
            let readable = try ForeignTool.run(
                "setpriv", Array(wrapper.dropFirst()) + ["test", "-x", CommandRun.executable.path])
            guard readable.code == 0 else {
                print("skipped: the executable cannot be reached without privilege")
                return
            }
        }
        guard let first, first > 1021 else {
            print("skipped: this machine has no privileged ports")
            return
        }
        let process = try SchoonerProcess.running(
            """
            (guard (condition (#t (display (condition/report-string condition)) (newline)
                                  (display (access-condition condition 'error-type))))
              (open-tcp-server-socket 1021))
            """, wrapper: wrapper)
        let end = try process.finish()
        #expect(
            end.output
                == "The primitive bind-tcp-server-socket, while executing the bind system call, received the error: Permission denied.\npermission-denied",
            "\(end.errors)")
    }

    @Test("a broken pipe is a condition, not a signal; unhandled it ends the program with 14")
    func brokenPipe() throws {
        let process = try SchoonerProcess.running(
            """
            (define server (open-tcp-server-socket 0 (host-address-loopback)))
            (begin (display (tcp-server-socket-port server)) (newline) (flush-output))
            (define client (tcp-server-connection-accept server #t #f))
            (let loop ()
              (write-string "more" client)
              (flush-output client)
              (yield-current-thread)
              (loop))
            """)
        defer { process.stop() }
        let peer = try WirePeer(port: try #require(UInt16(process.readLine())))
        _ = try peer.receive()
        peer.close()
        let end = try process.finish()
        #expect(end.code == 14)
        #expect(end.errors.contains("Broken pipe") || end.errors.contains("Connection reset"), "\(end.errors)")
    }

    @Test("output that was not flushed reaches the peer when the program ends")
    func outputAtExit() throws {
        let listener = try WireListener()
        let process = try SchoonerProcess.running(
            """
            (define port (open-tcp-stream-socket "127.0.0.1" \(listener.port)))
            (write-string "goodbye" port)
            (exit 3)
            """)
        #expect(try listener.accept().receiveAll() == "goodbye")
        #expect(try process.finish().code == 3)
    }
}
