import SchoonerTesting
import Testing

/// MIT 15.8, `tcp-server-connection-accept`: waiting, block? and peer-address.
@Suite(.serialized, .timeLimit(.minutes(3))) struct SeedAcceptTests {
    @Test("if a client has connected, an i/o port is returned, to be used with ordinary procedures")
    func ordinaryPort() throws {
        let program = try SchemeProgram(
            #"""
            (define server (loopback-server))
            (tell (tcp-server-socket-port server))
            (define client (tcp-server-connection-accept server #t #f))
            (tell (port? client) (i/o-port? client) (input-port? client) (output-port? client) (textual-port? client)
                  (binary-port? client))
            (tell (peek-char client) (input-port-open? client) (output-port-open? client))
            (tell (read client))
            (tell (read-char client))
            (tell (read-line client))
            (tell (read-string 3 client))
            (tell (char-ready? client))
            (tell (read-string 3 client))
            (tell (read-char client))
            (tell (read-line client))
            (tell (eof-object? (read-char client)) (eof-object? (read-line client)) (eof-object? (peek-char client))
                  (eof-object? (read client)) (eof-object? (read-string 5 client)) (char-ready? client))
            (write 'symbol client)
            (write-char #\space client)
            (write "text" client)
            (display "text" client)
            (write-string " more" client)
            (newline client)
            (close-port client)
            """#)
        let peer = try WirePeer(port: program.nextPort())
        try program.expect("#t #t #t #t #t #f")
        try peer.send("(a (b) \"c\")\r\nline\r\nabcdef;rest")
        peer.finishSending()
        try program.expect(#"#\( #t #t"#)
        try program.expect(#"(a (b) "c")"#)
        try program.expect(#"#\newline"#)
        try program.expect(#""line""#)
        try program.expect(#""abc""#)
        try program.expect("#t")
        try program.expect(#""def""#)
        try program.expect(#"#\;"#)
        try program.expect(#""rest""#)
        try program.expect("#t #t #t #t #t #t")
        #expect(try peer.receiveAll() == "symbol \"text\"text more\r\n")
        try program.expectEnd()
    }

    @Test("block? #f and no client: returns at once with two values of #f")
    func twoValues() throws {
        let told = try SchemeProgram.told(
            """
            (define server (loopback-server))
            (define (values-of . arguments)
              (call-with-values (lambda () (apply tcp-server-connection-accept server #f arguments)) list))
            (tell (values-of #f)
                  (values-of (allocate-host-address))
                  (values-of #f #f)
                  (values-of #f "<>")
                  (if (tcp-server-connection-accept server #f #f) 'yes 'no)
                  (receive (port peer) (tcp-server-connection-accept server #f #f) (list port peer)))
            (close-tcp-server-socket server)
            """)
        #expect(told == "(#f #f) (#f #f) (#f #f) (#f #f) no (#f #f)")
    }

    @Test("block? #f and a client: the port is returned")
    func clientWithoutBlocking() throws {
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (tell (tcp-server-socket-port server))
            (hear)
            (define client (tcp-server-connection-accept server #f #f))
            (tell (port? client))
            (write-string "hello" client)
            (close-port client)
            (tell (tcp-server-connection-accept server #f #f))
            """)
        let peer = try WirePeer(port: program.nextPort())
        // The handshake is complete, so the connection waits in the server's queue.
        try program.send()
        try program.expect("#t")
        #expect(try peer.receiveAll() == "hello")
        try program.expect("#f")
        try program.expectEnd()
    }

    @Test("otherwise the call waits until a client connects", arguments: ["#t", "'yes", "0", "#!default"])
    func waits(block: String) throws {
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (define accepted #f)
            (define thread
              (create-thread #f (lambda ()
                (let ((client (tcp-server-connection-accept server \(block) #f)))
                  (set! accepted #t)
                  (write-string "hello" client)
                  (close-port client)))))
            ;; Only the thread that accepts waits: this one goes on.
            (yield-current-thread)
            (tell accepted)
            (tell (tcp-server-socket-port server))
            (wait-until (lambda () accepted))
            (tell accepted)
            (wait-until (lambda () (thread-dead? thread)))
            """)
        try program.expect("#f")
        let peer = try WirePeer(port: program.nextPort())
        #expect(try peer.receiveAll() == "hello")
        try program.expect("#t")
        try program.expectEnd()
    }

    @Test("peer-address from allocate-host-address is modified to be the client's address")
    func peerAddress() throws {
        let program = try SchemeProgram(
            """
            (define server (open-tcp-server-socket 0))
            (define peer (allocate-host-address))
            (define other (bytevector 1 2 3 4))
            (tell (tcp-server-socket-port server) peer)
            (define client (tcp-server-connection-accept server #t peer))
            (tell peer)
            (define again (tcp-server-connection-accept server #t other))
            (tell other)
            (tell (call-with-values (lambda () (tcp-socket-peer-address client)) list))
            (tell (call-with-values (lambda () (tcp-socket-local-address client)) list))
            """)
        let first = try program.next().split(separator: " ", maxSplits: 1)
        let port = try #require(UInt16(first[0]))
        #expect(first[1] == "#u8(0 0 0 0)")
        let peer = try WirePeer(port: port)
        try program.expect("#u8(127 0 0 1)")
        let other = try WirePeer(port: port)
        try program.expect("#u8(127 0 0 1)")
        try program.expect("(#u8(127 0 0 1) \(try peer.localPort()))")
        try program.expect("(#u8(127 0 0 1) \(port))")
        try program.expectEnd()
        #expect(try peer.receiveAll() == "")
        other.close()
    }

    @Test("the old four-character addresses are modified as well")
    func peerAddressAsString() throws {
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (define peer (host-address-any))
            (tell (tcp-server-socket-port server))
            (tcp-server-connection-accept server #t peer)
            (tell (map char->integer (string->list peer)))
            """)
        let peer = try WirePeer(port: program.nextPort())
        try program.expect("(127 0 0 1)")
        try program.expectEnd()
        peer.close()
    }

    @Test("a client over IPv6 has no address of four bytes: 0.0.0.0")
    func peerAddressOverIPv6() throws {
        let program = try SchemeProgram(
            """
            (define server (open-tcp-server-socket 0))
            (define peer (bytevector 9 9 9 9))
            (tell (tcp-server-socket-port server))
            (define client (tcp-server-connection-accept server #t peer))
            (tell peer)
            (tell (call-with-values (lambda () (tcp-socket-peer-address client)) list))
            """)
        let port = try program.nextPort()
        guard let peer = try? WirePeer(port: port, overIPv6: true) else {
            withKnownIssue("this machine has no IPv6 loopback address") { Issue.record("::1 cannot be reached") }
            return
        }
        try program.expect("#u8(0 0 0 0)")
        try program.expect("(#u8(0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1) \(try peer.localPort()))")
        try program.expectEnd()
    }

    @Test(
        "a peer-address of a wrong length or type is refused before waiting, and no client is lost",
        arguments: [
            ("(bytevector 1 2 3)", "bad-range-argument"), ("(make-bytevector 5 0)", "bad-range-argument"),
            ("(make-bytevector 16 0)", "bad-range-argument"), ("(bytevector)", "bad-range-argument"),
            ("(make-string 3 #\\a)", "bad-range-argument"), ("'peer", "wrong-type-argument"),
            ("(vector 0 0 0 0)", "wrong-type-argument"), ("'(0 0 0 0)", "wrong-type-argument"),
            ("4", "wrong-type-argument"), ("#t", "wrong-type-argument"), ("#!default", "wrong-type-argument"),
        ], ["#t", "#f"])
    func badPeerAddress(row: (peer: String, type: String), block: String) throws {
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (define bad \(row.peer))
            (define answer
              (failure (lambda () (tcp-server-connection-accept server \(block) bad)) 'datum 'operator 'operand))
            (tell (car answer) (eq? bad (list-ref answer 2)) (list-ref answer 3) (list-ref answer 4))
            (tell (tcp-server-socket-port server))
            (hear)
            (tell (car (failure (lambda () (tcp-server-connection-accept server \(block) bad)))))
            (define client (tcp-server-connection-accept server #f #f))
            (write-string "still here" client)
            (close-port client)
            """)
        try program.expect("\(row.type) #t new-tcp-server-connection-accept 1")
        let peer = try WirePeer(port: program.nextPort())
        try program.send()
        try program.expect(row.type)
        #expect(try peer.receiveAll() == "still here")
        try program.expectEnd()
    }

    @Test("a bad peer-address is reported in MIT's words")
    func badPeerReport() throws {
        let told = try SchemeProgram.told(
            """
            (define server (loopback-server))
            (tell (failure (lambda () (tcp-server-connection-accept server #t '(0 0 0 0))))
                  (failure (lambda () (tcp-server-connection-accept server #t (bytevector 1 2)))))
            """)
        let second = "passed as the second argument to new-tcp-server-connection-accept, is not"
        #expect(
            told == #"(wrong-type-argument "The object (0 0 0 0), \#(second) the correct type.") "#
                + #"(bad-range-argument "The object #u8(1 2), \#(second) in the correct range.")"#)
    }

    @Test("the binary twin gives a binary port, with bytes as they are")
    func binary() throws {
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (tell (call-with-values (lambda () (tcp-server-binary-connection-accept server #f #f)) list))
            (tell (tcp-server-socket-port server))
            (define client (tcp-server-binary-connection-accept server #t (allocate-host-address)))
            (tell (binary-port? client) (textual-port? client) (i/o-port? client))
            (tell (read-u8 client))
            (tell (read-bytevector 4 client))
            (let* ((last (read-u8 client)) (next (peek-u8 client)))
              (tell (eof-object? last) (eof-object? next) (u8-ready? client)))
            (write-u8 10 client)
            (write-bytevector (bytevector 13 10 65 66) client)
            (close-port client)
            """)
        try program.expect("(#f #f)")
        let peer = try WirePeer(port: program.nextPort())
        try peer.send([255, 13, 10, 0, 128])
        peer.finishSending()
        try program.expect("#t #f #t")
        try program.expect("255")
        try program.expect("#u8(13 10 0 128)")
        try program.expect("#t #t #t")
        #expect(try peer.receiveAll() == "\n\r\nAB")
        try program.expectEnd()
    }
}
