import SchoonerTesting
import Testing

/// Peers that vanish: conditions of MIT 12.1's types and texts, nothing leaked, the process unharmed.
@Suite(.serialized, .timeLimit(.minutes(3))) struct SeedBrokenConnectionTests {
    private static func accepting(_ body: String) throws -> (SchemeProgram, WirePeer) {
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (tell (tcp-server-socket-port server))
            (define client (tcp-server-connection-accept server #t #f))
            (define (inner condition-thunk)
              (call-with-current-continuation
                (lambda (k)
                  (with-exception-handler
                    (lambda (condition)
                      (k (list (condition-type-name condition)
                               (eq? client (access-condition condition 'port))
                               (describe (access-condition condition 'condition)
                                         '(operator system-call error-type))
                               (condition/report-string condition))))
                    condition-thunk))))
            \(body)
            """)
        return (program, try WirePeer(port: program.nextPort()))
    }

    private static func broken(_ procedure: String, _ call: String, _ text: String, _ type: String) -> String {
        let report = "The primitive \(procedure), while executing the \(call) system call, received the error: \(text)."
        return #"(derived-port-error #t (system-call-error "\#(report)" \#(procedure) \#(call) \#(type)) "#
            + #""The port #[textual-i/o-port N for channel: #[channel N]] signalled an error "#
            + #"#[condition N \"system-call-error\"]:\n\#(report)")"#
    }

    @Test("reading from a reset connection fails once, then it is at its end")
    func resetWhileReading() throws {
        let (program, peer) = try Self.accepting(
            """
            (tell (inner (lambda () (read-char client))))
            (tell (eof-object? (read-char client)) (eof-object? (read-line client)) (char-ready? client))
            (close-port client)
            (tell (channel-open? server))
            """)
        try peer.reset()
        try program.expect(Self.broken("channel-read", "read", "Connection reset by peer", "connection-reset"))
        try program.expect("#t #t #t")
        try program.expect("#t")
        try program.expectEnd()
    }

    @Test("what came before the reset is read in the middle of a line: then the error")
    func resetInMidLine() throws {
        let (program, peer) = try Self.accepting(
            """
            (tell (read-char client))
            (tell (car (failure (lambda () (read-line client)))))
            (close-port client)
            """)
        try peer.send("half a line")
        try program.expect(#"#\h"#)
        try peer.reset()
        try program.expect("derived-port-error")
        try program.expectEnd()
    }

    @Test("writing to a peer that is gone is a broken pipe, never the end of the process")
    func brokenPipe() throws {
        let (program, peer) = try Self.accepting(
            """
            (hear)
            (define (write-on)
              (write-string "more and more" client)
              (newline client)
              (flush-output client)
              (yield-current-thread)
              (write-on))
            (define answer (inner write-on))
            (tell (car answer) (cadr answer) (list-ref (list-ref answer 2) 3) (list-ref (list-ref answer 2) 4))
            (tell (car (inner write-on)))
            (define closed (failure (lambda () (close-port client))))
            (tell (failure (lambda () (close-port client))))
            (tell (input-port-open? client) (output-port-open? client))
            """)
        // Bytes that the peer has not read make the closing a reset at once.
        peer.close()
        try program.send()
        let first = try program.next()
        #expect(
            first == "derived-port-error #t write broken-pipe"
                || first == "derived-port-error #t write connection-reset", "\(first)")
        try program.expect("derived-port-error")
        #expect(try program.next().hasPrefix("(value"))
        try program.expect("#f #f")
        try program.expectEnd()
    }

    @Test("a broken connection is closed by close-port although its output cannot be sent")
    func closeBroken() throws {
        let (program, peer) = try Self.accepting(
            """
            (tell (car (failure (lambda () (read-char client)))))
            (write-string "nobody reads this" client)
            (tell (car (failure (lambda () (close-port client)))))
            (tell (input-port-open? client) (output-port-open? client))
            (close-port client)
            (tell (failure (lambda () (write-char #\\a client)) 'operator))
            """)
        try peer.reset()
        try program.expect("derived-port-error")
        #expect(["derived-port-error", "value"].contains(try program.next()))
        try program.expect("#f #f")
        #expect(try program.next().hasPrefix("(bad-range-argument "))
        try program.expectEnd()
    }

    @Test("a peer that has closed in order: the rest is read, then the end, again and again")
    func orderlyClose() throws {
        let (program, peer) = try Self.accepting(
            """
            (tell (read-line client))
            (tell (read-line client))
            (tell (eof-object? (read-line client)) (eof-object? (read-char client)) (eof-object? (read-char client)))
            (close-port client)
            """)
        try peer.send("line\r\nrest")
        peer.close()
        try program.expect(#""line""#)
        try program.expect(#""rest""#)
        try program.expect("#t #t #t")
        try program.expectEnd()
    }

    @Test("broken connections in a hundred threads leave the server serving")
    func manyBroken() throws {
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (tell (tcp-server-socket-port server))
            (define ended 0)
            (define (serve client)
              (guard (condition ((error? condition) #f))
                (let loop ()
                  (let ((line (read-line client)))
                    (if (not (eof-object? line))
                        (begin (write-string line client) (newline client) (flush-output client) (loop))))))
              (guard (condition ((error? condition) #f)) (close-port client))
              (set! ended (+ ended 1)))
            (let accept ((count 0))
              (if (< count 101)
                  (let ((client (tcp-server-connection-accept server #t #f)))
                    (create-thread #f (lambda () (serve client)))
                    (accept (+ count 1)))))
            (wait-until (lambda () (= ended 101)))
            (tell ended)
            """)
        let port = try program.nextPort()
        for number in 0..<100 {
            let peer = try WirePeer(port: port)
            try peer.send("a line\r\nhalf")
            if number % 2 == 0 { try peer.reset() } else { peer.close() }
        }
        let last = try WirePeer(port: port)
        try last.send("well?\r\n")
        #expect(try last.receive(through: "\n") == "well?\r\n")
        last.finishSending()
        #expect(try last.receiveAll() == "")
        try program.expect("101")
        try program.expectEnd()
    }
}
