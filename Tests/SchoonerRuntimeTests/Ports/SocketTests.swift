import SchoonerRuntime
import Testing

/// The socket procedures over the loopback interface, with a peer that knows nothing of Scheme.
@Suite struct SocketTests {
    private func server(_ world: SchemeWorld) -> Int {
        Int(
            world.run(
                "(begin (define server (open-tcp-server-socket 0 (host-address-loopback))) (tcp-server-socket-port server))"
            ))
            ?? 0
    }

    @Test func linesEndInCRLFBothWays() {
        let world = SchemeWorld()
        let peer = RawPeer.client(server(world)) { connection in
            connection.send("one\r\ntwo\nthree\rfour\r\n")
            connection.endOutput()
            return connection.receiveAll()
        }
        #expect(
            world.run(
                """
                (let ((port (tcp-server-connection-accept server #t #f)))
                  (let ((lines (in-order (read-line port))))
                    (write-line 'symbol port)
                    (write-string "a\\nb\\r\\nc\\rd" port)
                    (newline port)
                    (write-char #\\return port)
                    (write-char #\\newline port)
                    (let ((lines (append lines (in-order (read-line port) (read-line port) (read-line port)))))
                      (close-port port)
                      lines)))
                """) == "(\"one\" \"two\" \"three\\rfour\" #!eof)")
        #expect(peer.join() == "symbol\r\na\r\nb\r\nc\rd\r\n\r\n")
    }

    @Test(arguments: [
        ("#f", "a\r\nb\n", "a\nb\n", "x\r\ny"), ("\"\\r\\n\"", "a\r\nb\n", "a\nb\n", "x\r\ny"),
        ("\"\\n\"", "a\r\nb\n", "a\r\nb\n", "x\ny"), ("\"\\r\"", "a\rb\n", "a\nb\n", "x\ry"),
        ("\"; \"", "a; b;c\n", "a\nb;c\n", "x; y"), ("\"aab\"", "aaab|aabaa", "a\n|\naa", "xaaby"),
    ])
    func lineTranslationByString(_ translation: String, sent: String, read: String, written: String) {
        let world = SchemeWorld()
        let peer = RawPeer.client(server(world)) { connection in
            // A byte at a time: no ending arrives in one packet.
            for byte in Array(sent.utf8) { connection.send([byte]) }
            connection.endOutput()
            return connection.receiveAll()
        }
        let result = world.run(
            """
            (let* ((port (tcp-server-connection-accept server #t #f \(translation))) (text (read-string 100 port)))
              (write-string "x\\ny" port)
              (close-port port)
              (equal? text "\(read.replacingControls)"))
            """)
        #expect(result == "#t")
        #expect(peer.join() == written)
    }

    @Test func aClientReadsEveryEndingAndWritesLF() {
        let world = SchemeWorld()
        let (peer, port) = RawPeer.server { connection in
            connection.send("one\r\ntwo\nthree\rfour")
            connection.endOutput()
            return connection.receiveAll()
        }
        #expect(
            world.run(
                """
                (let ((port (open-tcp-stream-socket "localhost" \(port))))
                  (write-string "x\\ny" port)
                  (let* ((a (read-line port)) (b (read-line port)) (c (read-line port)) (d (read-line port)))
                    (close-port port)
                    (list a b c d)))
                """) == "(\"one\" \"two\" \"three\" \"four\")")
        #expect(peer.join() == "x\ny")
    }

    @Test func readingFlushesWhatWasWritten() {
        let world = SchemeWorld()
        let (peer, port) = RawPeer.server { connection in
            let question = connection.receive(3)
            connection.send("answer\n")
            return question
        }
        #expect(
            world.run(
                """
                (let ((port (open-tcp-stream-socket "127.0.0.1" "\(port)")))
                  (write-string "ask" port)
                  (let ((line (read-line port))) (close-port port) line))
                """) == "\"answer\"")
        #expect(peer.join() == "ask")
    }

    @Test func readsOfEveryKind() {
        let world = SchemeWorld()
        let peer = RawPeer.client(server(world)) { connection in
            connection.send("abc(1 \"two\" #t) xyzλ;rest\r\nlast")
            connection.endOutput()
            return ""
        }
        #expect(
            world.run(
                """
                (let* ((port (tcp-server-connection-accept server #t #f))
                       (a (read-char port)) (b (peek-char port)) (c (read-string 2 port)) (d (read port))
                       (e (read-delimited-string '(#\\;) port)) (f (read-line port)) (g (char-ready? port))
                       (h (read-string 10 port)) (i (in-order (read-char port) (peek-char port) (read port) (char-ready? port))))
                  (close-port port)
                  (list a b c d e f h i))
                """) == "(#\\a #\\b \"bc\" (1 \"two\" #t) \" xyzλ\" \";rest\" \"last\" (#!eof #!eof #!eof #t))")
        _ = peer.join()
    }

    @Test func binaryPorts() {
        let world = SchemeWorld()
        let peer = RawPeer.client(server(world)) { connection in
            connection.send([0, 255, 13, 10, 128, 7])
            connection.endOutput()
            return connection.receive(4)
        }
        #expect(
            world.run(
                """
                (let* ((port (tcp-server-binary-connection-accept server #t #f))
                       (a (peek-u8 port)) (b (read-u8 port)) (c (read-bytevector 3 port)) (d (read-bytevector 9 port))
                       (e (read-u8 port)))
                  (write-u8 104 port)
                  (write-bytevector (bytevector 101 102 103) port)
                  (close-port port)
                  (list a b c d e (binary-port? port) (textual-port? port)))
                """) == "(0 0 #u8(255 13 10) #u8(128 7) #!eof #t #f)")
        #expect(peer.join() == "hefg")
    }

    @Test func acceptTellsThePeerAndDoesNotWait() {
        let world = SchemeWorld()
        let port = server(world)
        #expect(
            world.run("(call-with-values (lambda () (tcp-server-connection-accept server #f #f)) list)") == "(#f #f)")
        #expect(world.run("(if (tcp-server-connection-accept server #f #f) 'client 'none)") == "none")
        let peer = RawPeer.client(port) { $0.receiveAll() }
        #expect(
            world.run(
                """
                (let* ((peer (allocate-host-address)) (any (host-address-any))
                       (port (tcp-server-connection-accept server #t peer)))
                  (call-with-values (lambda () (tcp-socket-peer-address port))
                    (lambda (address number)
                      (close-port port)
                      (list peer address (exact-nonnegative-integer? number)))))
                """) == "(#u8(127 0 0 1) #u8(127 0 0 1) #t)")
        _ = peer.join()
    }

    @Test func acceptedConnectionsOutliveTheirServer() {
        let world = SchemeWorld()
        let peer = RawPeer.client(server(world)) { connection in
            connection.send("ping\r\n")
            return connection.receiveAll()
        }
        #expect(
            world.run(
                """
                (let ((port (tcp-server-connection-accept server #t #f)))
                  (close-tcp-server-socket server)
                  (close-tcp-server-socket server)
                  (write-string (read-line port) port)
                  (close-port port)
                  (in-order (channel-open? server) (channel-closed? server)))
                """) == "(#f #t)")
        #expect(peer.join() == "ping")
    }

    @Test func manyThreadsOneServer() {
        let world = SchemeWorld()
        let port = server(world)
        let peers = (0..<20).map { number in
            RawPeer.client(port) { connection in
                connection.send("client \(number)\r\n")
                return connection.receiveAll()
            }
        }
        world.run(
            """
            (define (serve port)
              (let ((line (read-line port)))
                (write-string line port)
                (newline port)
                (close-port port)))
            (do ((i 0 (+ i 1))) ((= i 20))
              (let ((port (tcp-server-connection-accept server #t #f)))
                (detach-thread (create-thread #f (lambda () (serve port))))))
            (sleep-current-thread 1)
            """)
        world.run("(let loop ((n 0)) (if (< n 200) (begin (yield-current-thread) (loop (+ n 1)))))")
        for (number, peer) in peers.enumerated() {
            world.run("(sleep-current-thread 1)")
            #expect(peer.join() == "client \(number)\r\n")
        }
    }

    @Test func aResetIsAnErrorAndThenTheEnd() {
        let world = SchemeWorld()
        let peer = RawPeer.client(server(world)) { connection in
            connection.send("last words\r\nunfinished")
            // The program has read all of it when it answers.
            _ = connection.receive(3)
            connection.reset()
            return ""
        }
        #expect(
            world.run(
                """
                (let* ((port (tcp-server-connection-accept server #t #f))
                       (first (read-line port))
                       (rest (read-string 10 port)))
                  (write-string "bye" port)
                  (let* ((condition (failure (lambda () (read-char port))))
                         (inner (access-condition condition 'condition))
                         (next (read-char port)))
                    (close-port port)
                    (list first rest (eq? (access-condition condition 'port) port)
                      (access-condition inner 'operator) (access-condition inner 'system-call)
                      (access-condition inner 'error-type) next)))
                """)
                == "(\"last words\" \"unfinished\" #t channel-read read connection-reset #!eof)")
        _ = peer.join()
    }

    @Test func unixSockets() {
        let world = SchemeWorld()
        let path = temporaryPath("socket")
        #expect(
            world.run(
                """
                (let* ((server (open-unix-server-socket "\(path)"))
                       (client (open-unix-stream-socket "\(path)"))
                       (port (unix-server-connection-accept server #t)))
                  (write-string "hi\\n" client)
                  (let ((line (read-line-after-flush client port)))
                    (close-port client)
                    (close-port port)
                    (close-unix-server-socket server)
                    (delete-file "\(path)")
                    (list line (channel-type server))))
                """) == "(\"hi\" unix-server-socket)")
    }

    @Test func namesAndAddresses() {
        let world = SchemeWorld()
        #expect(world.run("(get-host-by-name \"127.1\")") == "#(\"\\x7f;\\x0;\\x0;\\x1;\")")
        #expect(world.run("(get-host-by-name \"nosuch.invalid\")") == "#f")
        #expect(world.run("(get-host-by-address \"127.0.0.1\")") == "#f")
        #expect(world.run("(host-address-any)") == "\"\\x0;\\x0;\\x0;\\x0;\"")
        #expect(world.run("(host-address-loopback)") == "\"\\x7f;\\x0;\\x0;\\x1;\"")
        #expect(world.run("(allocate-host-address)") == "#u8(0 0 0 0)")
        #expect(world.run("(equal? (get-host-name) (os/hostname))") == "#t")
        #expect(
            world.run("(map tcp-service->port '(\"www\" \"telnet\" \"8080\" 7 \"nosuchservice\"))")
                == "(80 23 8080 7 #f)")
    }

    private static let failures: [(String, String)] = [
        (
            "(open-tcp-stream-socket \"localhost\" closed-port)",
            "The primitive new-open-tcp-stream-socket, while executing the connect system call, received the error: Connection refused."
        ),
        (
            "(open-tcp-stream-socket \"nosuch.invalid\" 80)",
            "The object \"nosuch.invalid\", passed as an argument to open-tcp-stream-socket-channel, is not in the correct range."
        ),
        (
            "(open-tcp-stream-socket \"\" 80)",
            "The object \"\", passed as an argument to open-tcp-stream-socket-channel, is not in the correct range."
        ),
        (
            "(open-tcp-stream-socket 5 80)",
            "The object 5, passed as the first argument to get-host-by-name, is not the correct type."
        ),
        (
            "(open-tcp-stream-socket \"localhost\" \"nosuchservice\")",
            "The object \"nosuchservice\", passed as the second argument to new-open-tcp-stream-socket, is not the correct type."
        ),
        (
            "(open-tcp-server-socket \"nosuchservice\")",
            "The object \"nosuchservice\", passed as the third argument to bind-tcp-server-socket, is not the correct type."
        ),
        (
            "(open-tcp-server-socket (tcp-server-socket-port server) (host-address-loopback))",
            "The primitive bind-tcp-server-socket, while executing the bind system call, received the error: Address already in use."
        ),
        (
            "(open-tcp-server-socket 0 (bytevector 8 8 8 8))",
            "The primitive bind-tcp-server-socket, while executing the bind system call, received the error: Cannot assign requested address."
        ),
        (
            "(open-tcp-server-socket 0 \"127.0.0.1\")",
            "The object \"127.0.0.1\", passed as the second argument to bind-tcp-server-socket, is not in the correct range."
        ),
        (
            "(open-tcp-server-socket 0 'any)",
            "The object any, passed as the second argument to bind-tcp-server-socket, is not the correct type."
        ),
        (
            "(open-tcp-server-socket 65536)",
            "The object 65536, passed as the first argument to get-service-by-number, is not in the correct range."
        ),
        (
            "(open-tcp-server-socket -1)",
            "The object -1, passed as the first argument to get-service-by-name, is not the correct type."
        ),
        (
            "(open-tcp-server-socket 1.5)",
            "The object 1.5, passed as the first argument to get-service-by-name, is not the correct type."
        ),
        (
            "(open-tcp-server-socket 'http)",
            "The object http, passed as the first argument to get-service-by-name, is not the correct type."
        ),
        (
            "(tcp-server-connection-accept server #f (bytevector 1 2 3))",
            "The object #u8(1 2 3), passed as the second argument to new-tcp-server-connection-accept, is not in the correct range."
        ),
        (
            "(tcp-server-connection-accept server #f 'peer)",
            "The object peer, passed as the second argument to new-tcp-server-connection-accept, is not the correct type."
        ),
        (
            "(tcp-server-connection-accept server #f #f \"\")",
            "The object \"\", passed as the fourth argument to tcp-server-connection-accept, is not the correct type."
        ),
        (
            "(tcp-server-connection-accept server #f #f 'crlf)",
            "The object crlf, passed as the fourth argument to tcp-server-connection-accept, is not the correct type."
        ),
        (
            "(tcp-server-connection-accept 'server #f #f)",
            "The object server, passed as the first argument to tcp-server-connection-accept, is not the correct type."
        ),
        (
            "(begin (close-tcp-server-socket server) (tcp-server-connection-accept server #t #f))",
            "The object #f, passed as the first argument to channel-descriptor, is not the correct type."
        ),
        (
            "(close-port server)",
            "The object #[channel 12], passed as an argument to close-port, is not the correct type."
        ),
        (
            "(let ((s (create-tcp-server-socket))) (bind-tcp-server-socket s 0 (host-address-loopback)) (listen-tcp-server-socket s) (bind-tcp-server-socket s 0 (host-address-loopback)))",
            "The primitive bind-tcp-server-socket, while executing the bind system call, received the error: Invalid argument."
        ),
        (
            "(open-unix-stream-socket \"/nonexistent/socket\")",
            "The primitive new-open-unix-stream-socket, while executing the connect system call, received the error: No such file or directory."
        ),
        (
            "(open-unix-stream-socket (make-string 200 #\\a))",
            "The object \"\(String(repeating: "a", count: 200))\", passed as the first argument to new-open-unix-stream-socket, is not in the correct range."
        ),
    ]

    @Test func failuresAreConditions() {
        let world = SchemeWorld()
        for (expression, report) in Self.failures {
            world.run(
                """
                (define server (open-tcp-server-socket 0 (host-address-loopback)))
                (define closed-port
                  (let* ((s (open-tcp-server-socket 0 (host-address-loopback))) (n (tcp-server-socket-port s)))
                    (close-tcp-server-socket s)
                    n))
                """)
            let result = world.run("(report (lambda () \(expression)))").withoutHashNumbers
            #expect(result == report.schemeLiteral.withoutHashNumbers, "\(expression)")
        }
    }

    @Test func fieldsOfFailures() {
        let world = SchemeWorld()
        let port = server(world)
        #expect(
            world.run(
                """
                (let ((condition (failure (lambda () (open-tcp-server-socket \(port) (host-address-loopback))))))
                  (in-order (access-condition condition 'operator) (access-condition condition 'system-call)
                    (access-condition condition 'error-type)))
                """) == "(bind-tcp-server-socket bind address-in-use)")
    }
}

extension String {
    /// Control characters as Scheme's string escapes.
    fileprivate var replacingControls: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\r": text += "\\r"
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

}
