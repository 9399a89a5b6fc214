import SchoonerTesting
import Testing

/// Closing a connection, whole or by halves (MIT 15.8, 14.1; R7RS 6.13.1), and using what is closed.
@Suite(.serialized, .timeLimit(.minutes(3))) struct SeedClosingTests {
    /// A program with an accepted connection `client`.
    private static func accepting(_ body: String) throws -> (SchemeProgram, WirePeer) {
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (tell (tcp-server-socket-port server))
            (define client (tcp-server-connection-accept server #t #f))
            \(body)
            """)
        return (program, try WirePeer(port: program.nextPort()))
    }

    @Test("close-output-port flushes first, then sends the end; reading goes on")
    func closeOutput() throws {
        let (program, peer) = try Self.accepting(
            """
            (write-string "all of it" client)
            (close-output-port client)
            (close-output-port client)
            (tell (output-port-open? client) (input-port-open? client) (textual-port? client))
            (tell (read-line client))
            (tell (failure (lambda () (write-char #\\a client)) 'operator))
            (close-port client)
            """)
        #expect(try peer.receiveAll() == "all of it")
        try program.expect("#f #t #t")
        try peer.send("still readable\r\n")
        try program.expect(#""still readable""#)
        try program.expect(
            #"(bad-range-argument "The object #[textual-i/o-port N for channel: #[channel N]], "#
                + #"passed as an argument to write-char, is not in the correct range." write-char)"#)
        try program.expectEnd()
    }

    @Test("close-input-port ends reading; writing goes on")
    func closeInput() throws {
        let (program, peer) = try Self.accepting(
            """
            (close-input-port client)
            (close-input-port client)
            (tell (output-port-open? client) (input-port-open? client))
            (tell (car (failure (lambda () (read-char client)))) (car (failure (lambda () (read-line client)))))
            (write-string "still writable" client)
            (close-output-port client)
            (tell (output-port-open? client) (input-port-open? client))
            (close-port client)
            """)
        try program.expect("#t #f")
        try program.expect("bad-range-argument bad-range-argument")
        #expect(try peer.receiveAll() == "still writable")
        try program.expect("#f #f")
        try program.expectEnd()
    }

    @Test("output is sent before the port waits for input, and when the program ends")
    func flushes() throws {
        let (program, peer) = try Self.accepting(
            """
            (write-string "name? " client)
            (write-string (read-line client) client)
            """)
        #expect(try peer.receive(exactly: 6) == "name? ")
        try peer.send("Ada\r\n")
        #expect(try peer.receive(exactly: 3) == "Ada")
        try program.expectEnd()
    }

    @Test("a large output arrives whole, however slowly the peer reads")
    func largeOutput() throws {
        let (program, peer) = try Self.accepting(
            """
            (define text (make-string 3000000 #\\x))
            (write-string text client)
            (tell 'written)
            (close-port client)
            """)
        var count = 0
        while true {
            let part = try peer.receive()
            if part.isEmpty { break }
            count += part.count
        }
        #expect(count == 3_000_000)
        try program.expect("written")
        try program.expectEnd()
    }

    /// The operations of a textual port, with the operator that complains.
    private static let textual = [
        ("(read-char p)", "read-char"), ("(peek-char p)", "read-char"), ("(read-line p)", "read-line"),
        ("(read-string 3 p)", "read-string"), ("(read p)", "read"), ("(char-ready? p)", "char-ready?"),
        ("(unread-char #\\a p)", "unread-char"), ("(write-char #\\a p)", "write-char"), ("(newline p)", "write-char"),
        ("(write 'a p)", "write"), ("(display 'a p)", "display"), ("(write-string \"a\" p)", "write-string"),
        ("(fresh-line p)", "fresh-line"), ("(flush-output p)", "flush-output-port"),
        ("(write-line 'a p)", "write-line"),
    ]
    private static let binary = [
        ("(read-u8 p)", "read-u8"), ("(peek-u8 p)", "peek-u8"), ("(u8-ready? p)", "u8-ready?"),
        ("(read-bytevector 3 p)", "read-bytevector"), ("(read-bytevector! (make-bytevector 2) p)", "read-bytevector!"),
        ("(write-u8 3 p)", "write-u8"), ("(write-bytevector (bytevector 3) p)", "write-bytevector"),
        ("(flush-output p)", "flush-output-port"),
    ]

    @Test("any use of a closed port is out of range, and names its operator", arguments: [false, true])
    func closedPort(isBinary: Bool) throws {
        let operations = isBinary ? Self.binary : Self.textual
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (define p (\(isBinary ? "open-binary-tcp-stream-socket" : "open-tcp-stream-socket")
                       "127.0.0.1" (tcp-server-socket-port server)))
            (define accepted (tcp-server-connection-accept server #t #f))
            (close-port p)
            (tell (close-port p) (input-port-open? p) (output-port-open? p))
            (define (try thunk)
              (let ((answer (failure thunk 'datum 'operator 'operand)))
                (tell (car answer) (eq? p (list-ref answer 2)) (cdddr answer) (cadr answer))))
            \(operations.map { "(try (lambda () \($0.0)))" }.joined(separator: "\n"))
            (close-input-port p)
            (close-output-port p)
            (tell 'harmless)
            """)
        #expect(try program.next().hasSuffix(" #f #f"))
        let printed = isBinary ? "#[binary-i/o-port N]" : "#[textual-i/o-port N for channel: #[channel N]]"
        for (operation, name) in operations {
            try program.expect(
                #"bad-range-argument #t (\#(name) #f) "The object \#(printed), "#
                    + #"passed as an argument to \#(name), is not in the correct range.""#, "\(operation)")
        }
        try program.expect("harmless")
        try program.expectEnd()
    }

    @Test("closing what is no port or no server is of the wrong type")
    func closingOthers() throws {
        let told = try SchemeProgram.told(
            """
            (define server (loopback-server))
            (define client (open-tcp-stream-socket "127.0.0.1" (tcp-server-socket-port server)))
            (define (type thunk) (car (failure thunk)))
            (tell (failure (lambda () (close-port 'a)))
                  (type (lambda () (close-port server)))
                  (type (lambda () (close-tcp-server-socket client)))
                  (type (lambda () (close-tcp-server-socket 'a)))
                  (type (lambda () (close-tcp-server-socket #f)))
                  (type (lambda () (close-input-port 5)))
                  (type (lambda () (close-output-port "a")))
                  (char-ready? client))
            """)
        let types = Array(repeating: "wrong-type-argument", count: 6).joined(separator: " ")
        #expect(
            told
                == #"(wrong-type-argument "The object a, passed as an argument to close-port, is not the correct type.") "#
                + types + " #f")
    }
}
