import SchoonerTesting
import Testing

/// MIT 15.8, `open-tcp-stream-socket`: hosts, services, the port that comes back, and what can fail.
@Suite(.serialized, .timeLimit(.minutes(3))) struct SeedClientTests {
    @Test("the returned value is an i/o port for ordinary procedures such as read-char and write-char")
    func ordinaryPort() throws {
        let listener = try WireListener()
        let program = try SchemeProgram(
            #"""
            (define server (open-tcp-stream-socket "127.0.0.1" port))
            (tell (port? server) (i/o-port? server) (textual-port? server) (binary-port? server))
            (write-char #\a server)
            (write-string "bc" server)
            (display "d e" server)
            (write "q\"" server)
            (newline server)
            (flush-output server)
            (tell (read-char server) (peek-char server))
            (tell (read-line server))
            (let ((datum (read server))) (tell datum (read-string 1 server)))
            (tell (read-char server))
            (tell (eof-object? (read-char server)) (eof-object? (read-char server)))
            (close-port server)
            (tell (textual-port? server) (input-port-open? server) (output-port-open? server))
            """#, port: listener.port)
        try program.expect("#t #t #t #f")
        let peer = try listener.accept()
        #expect(try peer.receive(through: "\n") == "abcd e\"q\\\"\"\n")
        try peer.send("xline one\n(datum) ")
        // Arguments are evaluated right to left: the peek comes first.
        try program.expect(#"#\x #\x"#)
        try program.expect(#""line one""#)
        try program.expect(#"(datum) " ""#)
        try peer.send("z")
        try program.expect(#"#\z"#)
        peer.finishSending()
        try program.expect("#t #t")
        try program.expect("#t #f #f")
        #expect(try peer.receiveAll() == "")
        try program.expectEnd()
    }

    @Test("the connection is closed with close-port: the peer reads the end after all that was written")
    func closePort() throws {
        let listener = try WireListener()
        let program = try SchemeProgram(
            """
            (define server (open-tcp-stream-socket "127.0.0.1" port))
            (write-string "not flushed" server)
            (close-port server)
            (close-port server)
            """, port: listener.port)
        #expect(try listener.accept().receiveAll() == "not flushed")
        try program.expectEnd()
    }

    @Test(
        "host-name is looked up by the machine's ordinary rules", arguments: ["localhost", "127.0.0.1", "127.1"])
    func hostNames(name: String) throws {
        let listener = try WireListener()
        let program = try SchemeProgram(
            #"(close-port (open-tcp-stream-socket "\#(name)" port))"#, port: listener.port)
        #expect(try listener.accept().receiveAll() == "")
        try program.expectEnd()
    }

    @Test("a host may have IPv6 addresses")
    func overIPv6() throws {
        guard let listener = try? WireListener(overIPv6: true) else {
            withKnownIssue("this machine has no IPv6 loopback address") { Issue.record("::1 cannot be bound") }
            return
        }
        let program = try SchemeProgram(
            #"(let ((p (open-tcp-stream-socket "::1" port))) (write-string "six" p) (close-port p))"#,
            port: listener.port)
        #expect(try listener.accept().receiveAll() == "six")
        try program.expectEnd()
    }

    @Test(
        "an unknown host is a bad-range condition",
        arguments: ["nosuch.invalid", "", "a b", "256.256.256.256.invalid", "-.invalid", "...."])
    func unknownHost(name: String) throws {
        let told = try SchemeProgram.told(
            #"(tell (failure (lambda () (open-tcp-stream-socket "\#(name)" 80)) 'datum 'operator 'operand))"#)
        #expect(
            told == #"(bad-range-argument "The object \"\#(name)\", passed as an argument to "#
                + #"open-tcp-stream-socket-channel, is not in the correct range." "#
                + #""\#(name)" open-tcp-stream-socket-channel #f)"#)
    }

    @Test(
        "a host that is no string, or none that a name service takes, is of the wrong type",
        arguments: ["'localhost", "#f", "127", "(bytevector 127 0 0 1)", #"(string (integer->char 955))"#, "#!default"])
    func badHost(host: String) throws {
        let told = try SchemeProgram.told(
            """
            (define host \(host))
            (tell (let ((answer (failure (lambda () (open-tcp-stream-socket host 80)) 'datum 'operator 'operand)))
                    (list (car answer) (eq? host (list-ref answer 2)) (cdddr answer))))
            """)
        #expect(told == "(wrong-type-argument #t (#[primitive-procedure N get-host-by-name] 0))")
    }

    @Test("nobody listens: refused, a system-call-error that names call and error")
    func refused() throws {
        let told = try SchemeProgram.told(
            """
            (tell (failure (lambda () (open-tcp-stream-socket "127.0.0.1" port))
                           'operator 'operands 'system-call 'error-type))
            """, port: WireListener.deafPort())
        let parts = told.split(separator: " (")
        #expect(
            told.hasPrefix(
                #"(system-call-error "The primitive new-open-tcp-stream-socket, while executing the connect system call, "#
                    + #"received the error: Connection refused." "#))
        #expect(parts.count >= 2 && told.hasSuffix(" connect connection-refused)"), "\(told)")
    }

    @Test("the binary twin and the channel")
    func binary() throws {
        let listener = try WireListener()
        let program = try SchemeProgram(
            """
            (define server (open-binary-tcp-stream-socket "127.0.0.1" port))
            (tell (binary-port? server) (i/o-port? server))
            (write-bytevector (bytevector 1 10 13 255) server)
            (flush-output server)
            (tell (read-bytevector 3 server))
            (close-port server)
            (define channel (open-tcp-stream-socket-channel "127.0.0.1" port))
            (tell (channel? channel) (channel-open? channel) (channel-closed? channel) (channel-type channel))
            (channel-close channel)
            (channel-close channel)
            (tell (channel-open? channel) (channel-closed? channel))
            """, port: listener.port)
        try program.expect("#t #t")
        let peer = try listener.accept()
        #expect(try peer.receive() == [1, 10, 13, 255])
        try peer.send([10, 0, 200])
        try program.expect("#u8(10 0 200)")
        #expect(try peer.receiveAll() == "")
        #expect(try listener.accept().receiveAll() == "")
        try program.expect("#t #t #f tcp-stream-socket")
        try program.expect("#f #t")
        try program.expectEnd()
    }

    @Test("several clients connect and wait at once, each in its own thread")
    func manyConnects() throws {
        let listener = try WireListener()
        let program = try SchemeProgram(
            """
            (define answers '())
            (define (ask number)
              (let ((server (open-tcp-stream-socket "localhost" port)))
                (write number server)
                (newline server)
                (let ((answer (read-line server)))
                  (close-port server)
                  (set! answers (cons (string=? answer (number->string number)) answers)))))
            (do ((number 0 (+ number 1))) ((= number 20))
              (create-thread #f (lambda () (ask number))))
            (wait-until (lambda () (= (length answers) 20)))
            (tell (delete #t answers))
            """, port: listener.port)
        var peers: [WirePeer] = []
        for _ in 0..<20 { peers.append(try listener.accept()) }
        for peer in peers { try peer.send(peer.receive(through: "\n")) }
        try program.expect("()")
        try program.expectEnd()
    }
}
