import SchoonerTesting
import Testing

/// A wait ends when another thread closes what is waited for; waiting holds up nobody else.
@Suite(.serialized, .timeLimit(.minutes(3))) struct SeedWaitingTests {
    @Test("closing the server wakes the threads that accept, with a condition")
    func closingTheServer() throws {
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (define answers '())
            (define (wait)
              (let ((answer (failure (lambda () (tcp-server-connection-accept server #t #f)))))
                (set! answers (cons answer answers))))
            (create-thread #f wait)
            (create-thread #f wait)
            (yield-current-thread)
            (yield-current-thread)
            (tell answers)
            (close-tcp-server-socket server)
            (wait-until (lambda () (= (length answers) 2)))
            (tell (car answers) (cadr answers))
            """)
        try program.expect("()")
        let closed =
            #"(wrong-type-argument "The object #f, passed as the first argument to channel-descriptor, is not the correct type.")"#
        try program.expect(closed + " " + closed)
        try program.expectEnd()
    }

    @Test(
        "closing a port wakes the threads that wait for input, with a condition that names the operator",
        arguments: [
            ("(read-char client)", "read-char"), ("(peek-char client)", "read-char"),
            ("(read-line client)", "read-line"),
            ("(read-string 5 client)", "read-string"), ("(read client)", "read"),
        ], ["close-port", "close-input-port"])
    func closingAPort(row: (wait: String, name: String), close: String) throws {
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (tell (tcp-server-socket-port server))
            (define client (tcp-server-connection-accept server #t #f))
            (define answer #f)
            (create-thread #f (lambda () (set! answer (failure (lambda () \(row.wait)) 'datum 'operator))))
            (yield-current-thread)
            (yield-current-thread)
            (tell answer)
            (\(close) client)
            (wait-until (lambda () answer))
            (tell (car answer) (eq? client (list-ref answer 2)) (list-ref answer 3))
            """)
        let peer = try WirePeer(port: program.nextPort())
        try program.expect("#f")
        try program.expect("bad-range-argument #t \(row.name)")
        try program.expectEnd()
        #expect(try peer.receiveAll() == "")
    }

    @Test("a thread that waits for a slow peer to take its output is woken when the peer vanishes")
    func resetWhileWriting() throws {
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (tell (tcp-server-socket-port server))
            (define client (tcp-server-connection-accept server #t #f))
            (define written 0)
            (define answer #f)
            (create-thread #f
              (lambda ()
                (set! answer
                  (failure (lambda ()
                             (let loop ()
                               (write-string (make-string 100000 #\\x) client)
                               (flush-output client)
                               (set! written (+ written 1))
                               (loop)))))))
            ;; The peer reads nothing: at some time nothing more is written.
            (let watch ((before -1) (same 0))
              (sleep-current-thread 2)
              (cond ((not (= before written)) (watch written 0))
                    ((< same 20) (watch written (+ same 1)))))
            (tell answer (input-port-open? client))
            (wait-until (lambda () answer))
            (tell (car answer))
            (failure (lambda () (close-port client)))
            """)
        let peer = try WirePeer(port: program.nextPort())
        try program.expect("#f #t")
        try peer.reset()
        try program.expect("derived-port-error")
        try program.expectEnd()
    }

    @Test("a thread that waits in accept, in read or in connect holds nobody up")
    func othersRun() throws {
        let listener = try WireListener()
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (define quiet (open-tcp-stream-socket "127.0.0.1" port))
            (create-thread #f (lambda () (failure (lambda () (tcp-server-connection-accept server #t #f)))))
            (create-thread #f (lambda () (failure (lambda () (read-line quiet)))))
            (create-thread #f (lambda () (failure (lambda () (get-host-by-name "localhost")))))
            (define (count n) (if (< n 100000) (count (+ n 1)) n))
            (tell (count 0))
            """, port: listener.port)
        let peer = try listener.accept()
        try program.expect("100000")
        try program.expectEnd()
        #expect(try peer.receiveAll() == "")
    }

    @Test("two threads read lines of one port: each line goes to one of them, none is left behind")
    func twoReaders() throws {
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (tell (tcp-server-socket-port server))
            (define client (tcp-server-connection-accept server #t #f))
            (define lines '())
            (define (read-one) (let ((line (read-line client))) (set! lines (cons line lines))))
            (create-thread #f read-one)
            (create-thread #f read-one)
            (yield-current-thread)
            (yield-current-thread)
            (tell lines)
            (wait-until (lambda () (= (length lines) 2)))
            (tell (sort lines string<?))
            """)
        let peer = try WirePeer(port: program.nextPort())
        try program.expect("()")
        try peer.send("l1\r\nl2\r\n")
        try program.expect(#"("l1" "l2")"#)
        try program.expectEnd()
        peer.close()
    }
}
