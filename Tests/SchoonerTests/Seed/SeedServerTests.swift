import Foundation
import SchoonerTesting
import Testing

/// MIT 15.8, `open-tcp-server-socket` and `close-tcp-server-socket`.
@Suite(.serialized, .timeLimit(.minutes(3))) struct SeedServerTests {
    @Test("once a server socket is open, clients can connect: before anybody accepts")
    func listens() throws {
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (tell (tcp-server-socket-port server))
            (hear)
            (let ((client (tcp-server-connection-accept server #t #f)))
              (tell (read-line client))
              (close-port client))
            """)
        let peer = try WirePeer(port: program.nextPort())
        try peer.send("early\r\n")
        try program.send()
        try program.expect(#""early""#)
        #expect(try peer.receiveAll() == "")
        try program.expectEnd()
    }

    @Test("the returned value is a server socket object")
    func serverObject() throws {
        let told = try SchemeProgram.told(
            """
            (define server (loopback-server))
            (tell (channel? server) (port? server) (channel-open? server) (channel-type server) server)
            """)
        #expect(told == "#t #f #t tcp-server-socket #[channel N]")
    }

    @Test("accepting does not affect the server; several connections to one server are open at once")
    func severalConnections() throws {
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (tell (tcp-server-socket-port server))
            (define (next) (tcp-server-connection-accept server #t #f))
            (define one (next))
            (define two (next))
            (define three (next))
            (for-each (lambda (client) (tell (read-line client))) (list three one two))
            (for-each (lambda (client name) (write-string name client) (close-port client))
                      (list two three one) '("second" "third" "first"))
            """)
        let port = try program.nextPort()
        var peers: [WirePeer] = []
        for name in ["one", "two", "three"] {
            peers.append(try WirePeer(port: port))
            try peers.last?.send(name + "\r\n")
        }
        try program.expect(#""three""#)
        try program.expect(#""one""#)
        try program.expect(#""two""#)
        #expect(try peers.map { try $0.receiveAll() } == ["first", "second", "third"])
        try program.expectEnd()
    }

    @Test("closing an accepted port does not affect the server")
    func closingAConnection() throws {
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (tell (tcp-server-socket-port server))
            (do ((count 0 (+ count 1))) ((= count 3))
              (close-port (tcp-server-connection-accept server #t #f)))
            (tell (channel-open? server))
            """)
        let port = try program.nextPort()
        for _ in 0..<3 { #expect(try WirePeer(port: port).receiveAll() == "") }
        try program.expect("#t")
        try program.expectEnd()
    }

    @Test("closing the server stops the listening; accepted connections live on; twice is harmless")
    func closingTheServer() throws {
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (tell (tcp-server-socket-port server))
            (define client (tcp-server-connection-accept server #t #f))
            (close-tcp-server-socket server)
            (close-tcp-server-socket server)
            (tell (channel-open? server) (channel-closed? server))
            (write-string (read-line client) client)
            (newline client)
            (flush-output client)
            (write-string (read-line client) client)
            (close-port client)
            (close-tcp-server-socket server)
            (tell (failure (lambda () (tcp-server-connection-accept server #t #f)))
                  (failure (lambda () (tcp-server-connection-accept server #f #f))))
            """)
        let port = try program.nextPort()
        let peer = try WirePeer(port: port)
        try program.expect("#f #t")
        #expect(throws: WireError(ECONNREFUSED, "connect")) { try WirePeer(port: port) }
        try peer.send("still\r\n")
        #expect(try peer.receive(through: "\n") == "still\r\n")
        try peer.send("alive\r\n")
        #expect(try peer.receiveAll() == "alive")
        let closed =
            #"(wrong-type-argument "The object #f, passed as the first argument to channel-descriptor, is not the correct type.")"#
        try program.expect(closed + " " + closed)
        try program.expectEnd()
    }

    @Test("a client that has connected and is not accepted when the server closes is turned away")
    func closingWithAQueue() throws {
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (tell (tcp-server-socket-port server))
            (hear)
            (close-tcp-server-socket server)
            """)
        let peer = try WirePeer(port: program.nextPort())
        try program.send()
        try program.expectEnd()
        do {
            #expect(try peer.receiveAll() == "")
        } catch let error as WireError {
            #expect(error == WireError(ECONNRESET, "recv"))
        }
    }

    @Test(
        "an error is signalled if another is already listening on the service",
        arguments: ["", "(host-address-loopback)"])
    func inUse(address: String) throws {
        let listener = try WireListener()
        let told = try SchemeProgram.told(
            """
            (tell (failure (lambda () (open-tcp-server-socket port \(address))) 'system-call 'error-type))
            """, port: listener.port)
        #expect(
            told == #"(system-call-error "The primitive bind-tcp-server-socket, while executing the bind system call, "#
                + #"received the error: Address already in use." bind address-in-use)"#)
    }

    @Test("two servers of one program cannot have the same port; after closing the port is free again at once")
    func inUseByItself() throws {
        let program = try SchemeProgram(
            """
            (define server (open-tcp-server-socket 0))
            (define port (tcp-server-socket-port server))
            (tell port)
            (define client (tcp-server-connection-accept server #t #f))
            (tell (car (failure (lambda () (open-tcp-server-socket port)))))
            (close-port client)
            (close-tcp-server-socket server)
            (define again (open-tcp-server-socket port))
            (tell (= port (tcp-server-socket-port again)))
            (close-tcp-server-socket again)
            """)
        let peer = try WirePeer(port: program.nextPort())
        try program.expect("system-call-error")
        #expect(try peer.receiveAll() == "")
        try program.expect("#t")
        try program.expectEnd()
    }

    @Test("the steps that MIT exports: create, bind, listen")
    func steps() throws {
        let program = try SchemeProgram(
            """
            (define server (create-tcp-server-socket))
            (tell (channel? server) (tcp-server-connection-accept server #f #f))
            (bind-tcp-server-socket server 0 (host-address-loopback))
            (listen-tcp-server-socket server)
            (listen-tcp-server-socket server)
            (tell (failure (lambda () (bind-tcp-server-socket server 0 (host-address-any))))
                  (car (failure (lambda () (bind-tcp-server-socket (create-tcp-server-socket) 0 #f)))))
            (tell (tcp-server-socket-port server))
            (write-string "hi" (tcp-server-connection-accept server #t #f))
            """)
        try program.expect("#t #f")
        try program.expect(
            #"(system-call-error "The primitive bind-tcp-server-socket, while executing the bind system call, "#
                + #"received the error: Invalid argument.") wrong-type-argument"#)
        let peer = try WirePeer(port: program.nextPort())
        #expect(try peer.receive(exactly: 2) == "hi")
        try program.expectEnd()
    }
}
