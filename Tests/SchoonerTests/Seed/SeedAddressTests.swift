import SchoonerTesting
import Testing

/// MIT 15.8: the address of `open-tcp-server-socket`, and host addresses.
@Suite(.serialized, .timeLimit(.minutes(3))) struct SeedAddressTests {
    @Test(
        "no address, #f, #!default and host-address-any: all addresses of this machine, IPv6 ones too",
        arguments: ["", "#f", "#!default", "(host-address-any)", "(bytevector 0 0 0 0)", "(allocate-host-address)"])
    func allAddresses(address: String) throws {
        let program = try SchemeProgram(
            """
            (define server (open-tcp-server-socket 0 \(address)))
            (tell (tcp-server-socket-port server))
            (define (greet)
              (let ((client (tcp-server-connection-accept server #t #f)))
                (write-string "hello" client)
                (close-port client)))
            (greet)
            (if (string=? (hear) "six") (greet))
            """)
        let port = try program.nextPort()
        #expect(try WirePeer(port: port).receiveAll() == "hello")
        if (try? WireListener(overIPv6: true)) != nil {
            try program.send("six")
            #expect(try WirePeer(port: port, overIPv6: true).receiveAll() == "hello")
        } else {
            try program.send("no")
        }
        try program.expectEnd()
    }

    @Test(
        "an address: the server listens on that one only",
        arguments: [
            "(host-address-loopback)", "(bytevector 127 0 0 1)", #"(list->string (map integer->char '(127 0 0 1)))"#,
            #"(vector-ref (get-host-by-name "127.0.0.1") 0)"#,
        ])
    func oneAddress(address: String) throws {
        let program = try SchemeProgram(
            """
            (define server (open-tcp-server-socket 0 \(address)))
            (tell (tcp-server-socket-port server))
            (close-port (tcp-server-connection-accept server #t #f))
            (hear)
            """)
        let port = try program.nextPort()
        #expect(try WirePeer(port: port).receiveAll() == "")
        #expect(throws: WireError.self) { try WirePeer(port: port, overIPv6: true) }
        try program.send()
        try program.expectEnd()
    }

    @Test("an IPv6 address of sixteen bytes")
    func oneIPv6Address() throws {
        guard (try? WireListener(overIPv6: true)) != nil else { return }
        let program = try SchemeProgram(
            """
            (define server (open-tcp-server-socket 0 (bytevector 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1)))
            (tell (tcp-server-socket-port server))
            (close-port (tcp-server-connection-accept server #t #f))
            (hear)
            """)
        let port = try program.nextPort()
        #expect(try WirePeer(port: port, overIPv6: true).receiveAll() == "")
        #expect(throws: WireError.self) { try WirePeer(port: port) }
        try program.send()
        try program.expectEnd()
    }

    @Test("an address that is not ours is an error")
    func notOurs() throws {
        // From the block for documentation (RFC 5737).
        let told = try SchemeProgram.told(
            "(tell (failure (lambda () (open-tcp-server-socket 0 (bytevector 192 0 2 77))) 'system-call 'error-type))")
        #expect(
            told == #"(system-call-error "The primitive bind-tcp-server-socket, while executing the bind system call, "#
                + #"received the error: Cannot assign requested address." bind address-not-available)"#
                || told.hasPrefix(
                    #"(system-call-error "The primitive bind-tcp-server-socket, while executing the bind"#)
                    && !told.contains("Cannot assign")
        )
    }

    @Test(
        "an address of a wrong length is out of range, one of a wrong type of the wrong type",
        arguments: [
            ("(bytevector 127 0 0)", "bad-range-argument"), ("(bytevector)", "bad-range-argument"),
            ("(make-bytevector 17 0)", "bad-range-argument"), (#""abc""#, "bad-range-argument"),
            (#""127.0.0.1""#, "bad-range-argument"), (#"(make-string 4 (integer->char 955))"#, "bad-range-argument"),
            ("'any", "wrong-type-argument"), ("(vector 127 0 0 1)", "wrong-type-argument"),
            ("'(127 0 0 1)", "wrong-type-argument"), ("2130706433", "wrong-type-argument"),
            ("#t", "wrong-type-argument"),
        ])
    func badAddress(address: String, type: String) throws {
        let told = try SchemeProgram.told(
            """
            (define bad \(address))
            (tell (let ((answer (failure (lambda () (open-tcp-server-socket 0 bad)) 'datum 'operator 'operand)))
                    (list (car answer) (eq? bad (list-ref answer 2)) (cdddr answer))))
            """)
        #expect(told == "(\(type) #t (#[primitive-procedure N bind-tcp-server-socket] 1))")
    }

    @Test("host addresses and names")
    func hostAddresses() throws {
        let told = try SchemeProgram.told(
            """
            (define (bytes address) (map char->integer (string->list address)))
            (tell (allocate-host-address) (eq? (allocate-host-address) (allocate-host-address))
                  (bytes (host-address-any)) (bytes (host-address-loopback))
                  (bytes (vector-ref (get-host-by-name "127.0.0.1") 0))
                  (get-host-by-name "nosuch.invalid")
                  (string? (get-host-by-address (host-address-loopback)))
                  (string? (canonical-host-name "localhost"))
                  (canonical-host-name "nosuch.invalid")
                  (string=? (get-host-name) (os/hostname)))
            """)
        #expect(told == "#u8(0 0 0 0) #f (0 0 0 0) (127 0 0 1) (127 0 0 1) #f #t #t #f #t")
    }
}
