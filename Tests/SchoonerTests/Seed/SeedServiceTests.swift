import SchoonerTesting
import Testing

/// MIT 15.8: a service is a string from the machine's table, or an exact non-negative integer.
@Suite(.serialized, .timeLimit(.minutes(3))) struct SeedServiceTests {
    @Test("www is associated with port 80; names come from a table")
    func names() throws {
        let told = try SchemeProgram.told(
            #"""
            (tell (tcp-service->port "www") (tcp-service->port "http") (tcp-service->port "telnet")
                  (tcp-service->port "ftp") (tcp-service->port "8080") (tcp-service->port 443)
                  (tcp-service->port "nosuchservice") (tcp-service->port ""))
            """#)
        #expect(told == "80 80 23 21 8080 443 #f #f")
    }

    @Test("a named service is what a client connects to", arguments: [("telnet", "23"), ("tcpmux", "1")])
    func namedService(name: String, port: String) throws {
        // Whoever has such a server on the loopback interface gets a connection instead.
        let told = try SchemeProgram.told(
            """
            (tell (let ((answer (failure (lambda () (close-port (open-tcp-stream-socket "127.0.0.1" "\(name)")))
                                         'operands)))
                    (if (eq? (car answer) 'value) \(port) (last (list-ref answer 2)))))
            """)
        #expect(told == port)
    }

    @Test("a number, or a decimal string", arguments: [false, true])
    func numbers(asString: Bool) throws {
        let listener = try WireListener()
        let service = asString ? "\"\(listener.port)\"" : "\(listener.port)"
        let program = try SchemeProgram(#"(close-port (open-tcp-stream-socket "127.0.0.1" \#(service)))"#)
        #expect(try listener.accept().receiveAll() == "")
        try program.expectEnd()
    }

    @Test("a server takes a number or a decimal string as well")
    func serverNumbers() throws {
        let free = try WireListener.deafPort()
        let told = try SchemeProgram.told(
            """
            (define (try service)
              (let* ((server (open-tcp-server-socket service (host-address-loopback)))
                     (answer (tcp-server-socket-port server)))
                (close-tcp-server-socket server)
                answer))
            (tell (= port (try port)) (= port (try (number->string port))) (> (try "0") 0) (> (try 0) 0))
            """, port: free)
        #expect(told == "#t #t #t #t")
    }

    /// The two procedures that take a service, and what follows it.
    private static let openers = [
        "(lambda (service) (open-tcp-stream-socket \"127.0.0.1\" service))",
        "(lambda (service) (open-tcp-server-socket service))",
    ]

    @Test(
        "an integer beyond 65535 is out of range",
        arguments: ["65536", "70000", "(expt 2 62)", "(expt 2 100)", #""65536""#, #""99999999999999999999""#], openers)
    func outOfRange(service: String, opener: String) throws {
        let told = try SchemeProgram.told(
            """
            (define service \(service))
            (tell (let ((answer (failure (lambda () (\(opener) service)) 'datum 'operator 'operand)))
                    (list (car answer) (eq? service (list-ref answer 2)) (cdddr answer))))
            """)
        #expect(told == "(bad-range-argument #t (get-service-by-number 0))")
    }

    @Test(
        "anything but a string and an exact non-negative integer is of the wrong type",
        arguments: ["-1", "(- (expt 2 100))", "1.5", "80.", "'www", "#f", "#t", "'()", "#!default", #"#\8"#], openers)
    func wrongType(service: String, opener: String) throws {
        let told = try SchemeProgram.told(
            """
            (define service \(service))
            (tell (let ((answer (failure (lambda () (\(opener) service)) 'datum 'operator 'operand)))
                    (list (car answer) (eq? service (list-ref answer 2)) (cdddr answer))))
            """)
        #expect(told == "(wrong-type-argument #t (get-service-by-name 0))")
    }

    @Test(
        "an unknown service is told by its name",
        arguments: [#""nosuchservice""#, #""""#, #""-1""#, #""80 ""#, #""8o""#, #""٣""#])
    func unknown(service: String) throws {
        let told = try SchemeProgram.told(
            """
            (define service \(service))
            (define (ask thunk) (failure thunk 'datum 'operator 'operand))
            (tell (list (ask (lambda () (open-tcp-stream-socket "127.0.0.1" service)))
                        (ask (lambda () (open-tcp-server-socket service)))))
            """)
        func answer(_ position: String, _ procedure: String, _ field: String, _ operand: Int) -> String {
            let escaped = service.replacing("\"", with: "\\\"")
            return
                #"(wrong-type-argument "The object \#(escaped), passed as the \#(position) argument to \#(procedure), "#
                + #"is not the correct type." \#(service) \#(field) \#(operand))"#
        }
        #expect(
            told == "(" + answer("second", "new-open-tcp-stream-socket", "new-open-tcp-stream-socket", 1) + " "
                + answer("third", "bind-tcp-server-socket", "#[primitive-procedure N bind-tcp-server-socket]", 2) + ")")
    }
}
