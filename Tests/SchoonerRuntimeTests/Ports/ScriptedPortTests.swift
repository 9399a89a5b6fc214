import SchoonerReactor
import SchoonerRuntime
import SchoonerTesting
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Ports over a kernel that misbehaves on order.
@Suite struct ScriptedPortTests {
    @Test func aLineMayComeInAnyPieces() throws {
        let machine = try ScriptedWorld()
        let descriptor = machine.accept(as: "p")
        machine.calls.script(
            reads: .bytes([104]), .bytes([105, 13]), .wouldBlock, .bytes([10]), .bytes([0xCE]),
            .bytes([0xBB, 10, 120]),
            .endOfFile, on: descriptor)
        for _ in 0..<8 { machine.poller.schedule((descriptor, .readable)) }
        #expect(machine.run("(read-line p)") == "\"hi\"")
        #expect(machine.run("(read-line p)") == "\"λ\"")
        #expect(machine.run("(read-line p)") == "\"x\"")
        #expect(machine.run("(in-order (read-line p) (read-char p))") == "(#!eof #!eof)")
    }

    @Test func charactersOfAnyPieces() throws {
        let machine = try ScriptedWorld()
        let descriptor = machine.accept(as: "p")
        machine.calls.script(
            reads: .bytes([13]), .bytes([13]), .bytes([10, 13]), .bytes([65]), .bytes([13]), .endOfFile, on: descriptor)
        for _ in 0..<8 { machine.poller.schedule((descriptor, .readable)) }
        #expect(
            machine.run("(in-order (read-char p) (read-char p) (peek-char p) (read-char p) (read-char p))")
                == "(#\\return #\\newline #\\return #\\return #\\A)")
        #expect(machine.run("(in-order (read-char p) (read-char p) (read-char p))") == "(#\\return #!eof #!eof)")
    }

    @Test func aResetInMidReadIsSignalledOnce() throws {
        let machine = try ScriptedWorld()
        let descriptor = machine.accept(as: "p")
        machine.calls.script(reads: .bytes(Array("half".utf8)), .fail(ECONNRESET), on: descriptor)
        for _ in 0..<3 { machine.poller.schedule((descriptor, .broken)) }
        #expect(
            machine.run("(report (lambda () (read-line p)))")
                == #""The port #[textual-i/o-port 12 for channel: #[channel 13]] signalled an error #[condition 14 \"system-call-error\"]:\nThe primitive channel-read, while executing the read system call, received the error: Connection reset by peer.""#
        )
        // What had come is not lost, and then the stream is at its end.
        #expect(machine.run("(in-order (read-line p) (read-line p))") == "(\"half\" #!eof)")
    }

    @Test func partialWritesGoOnWhereTheyStopped() throws {
        let machine = try ScriptedWorld()
        let descriptor = machine.accept(as: "p")
        machine.calls.script(writes: .take(3), .wouldBlock, .take(1), .wouldBlock, on: descriptor)
        for _ in 0..<4 { machine.poller.schedule((descriptor, .writable)) }
        machine.run("(begin (write-string \"abc\\ndef\" p) (close-port p))")
        #expect(machine.text(on: descriptor) == "abc\r\ndef")
        #expect(!machine.calls.openDescriptors.contains(descriptor))
    }

    @Test func aLateFlushGoesOnWithoutItsThread() throws {
        let machine = try ScriptedWorld()
        let descriptor = machine.accept(as: "p")
        machine.calls.script(writes: .take(2), .wouldBlock, on: descriptor)
        machine.run("(begin (write-string \"abcdef\" p) (flush-output p))")
        #expect(machine.text(on: descriptor) == "ab")
        machine.poller.schedule((descriptor, .writable))
        machine.run("(sleep-current-thread 5)")
        #expect(machine.text(on: descriptor) == "abcdef")
    }

    /// Not where the stress build ends the slice at every step.
    @Test(.disabled(if: Interpreter.stressIsAsked)) func oneSendForAllLinesOfOneRead() throws {
        let machine = try ScriptedWorld()
        let descriptor = machine.accept(as: "p")
        machine.calls.script(reads: .bytes(Array("a\r\nb\r\nc\r\n".utf8)), .endOfFile, on: descriptor)
        machine.poller.schedule((descriptor, .readable))
        machine.poller.schedule((descriptor, .readable))
        machine.run(
            """
            (let loop ()
              (let ((line (read-line p)))
                (if (not (eof-object? line))
                    (begin (write-string line p) (newline p) (flush-output p) (loop)))))
            """)
        #expect(machine.text(on: descriptor) == "a\r\nb\r\nc\r\n")
        // Under stress every step ends a slice, and with it what was written is sent.
        if !machine.world.isStressed {
            #expect(machine.calls.log.filter { $0 == "write \(descriptor)" }.count == 1)
        }
    }

    @Test func aBrokenPipeIsSignalledByTheNextOperation() throws {
        let machine = try ScriptedWorld()
        let descriptor = machine.accept(as: "p")
        machine.calls.script(writes: .fail(EPIPE), on: descriptor)
        #expect(machine.run("(begin (write-string \"x\" p) (flush-output p) 'flushed)") == "flushed")
        let report = machine.run("(report (lambda () (write-char #\\a p)))")
        #expect(
            report.hasSuffix(
                "The primitive channel-write, while executing the write system call, received the error: Broken pipe.\""
            ))
        #expect(machine.run("(begin (close-port p) 'closed)") == "closed")
        #expect(!machine.calls.openDescriptors.contains(descriptor))
    }

    @Test func aFailedFlushClosesAllTheSame() throws {
        let machine = try ScriptedWorld()
        let descriptor = machine.accept(as: "p")
        machine.calls.script(writes: .fail(EPIPE), on: descriptor)
        #expect(
            machine.run("(begin (write-string \"x\" p) (report (lambda () (close-port p))))").contains("Broken pipe"))
        #expect(!machine.calls.openDescriptors.contains(descriptor))
        #expect(machine.run("(begin (close-port p) (output-port-open? p))") == "#f")
    }

    @Test func aSpuriousWakeUpLeadsBackToWaiting() throws {
        let machine = try ScriptedWorld()
        let descriptor = machine.accept(as: "p")
        machine.calls.script(reads: .wouldBlock, .wouldBlock, .wouldBlock, .bytes(Array("x\n".utf8)), on: descriptor)
        for _ in 0..<4 { machine.poller.schedule((descriptor, .readable)) }
        #expect(machine.run("(read-line p)") == "\"x\"")
    }

    @Test func runningOutOfDescriptors() throws {
        let machine = try ScriptedWorld()
        _ = machine.accept(as: "p")
        machine.calls.acceptErrors = [EMFILE]
        machine.calls.pendingConnections = [.ipv4(.loopback, port: 1)]
        #expect(
            machine.run("(report (lambda () (tcp-server-connection-accept server #t #f)))")
                == #""The primitive new-tcp-server-connection-accept, while executing the accept system call, received the error: Too many open files.""#
        )
        #expect(
            machine.run("(call-with-values (lambda () (tcp-server-connection-accept server #f #f)) list)") == "(#f #f)")
        // A descriptor is freed: the connection that waits is served.
        machine.run("(close-port p)")
        #expect(machine.run("(i/o-port? (tcp-server-connection-accept server #t #f))") == "#t")
    }

    @Test func closingWhileAnotherThreadWaits() throws {
        let machine = try ScriptedWorld()
        let descriptor = machine.accept(as: "p")
        machine.calls.script(reads: .wouldBlock, on: descriptor)
        #expect(
            machine.run(
                """
                (let ((result #f))
                  (define thread (create-thread #f (lambda () (set! result (report (lambda () (read-char p)))))))
                  (detach-thread thread)
                  (sleep-current-thread 5)
                  (close-port p)
                  (sleep-current-thread 5)
                  result)
                """)
                == #""The object #[textual-i/o-port 12 for channel: #[channel 13]], passed as an argument to read-char, is not in the correct range.""#
        )
    }

    @Test func closingAServerWhileAnotherThreadWaits() throws {
        let machine = try ScriptedWorld()
        _ = machine.accept(as: "p")
        #expect(
            machine.run(
                """
                (let ((result #f))
                  (detach-thread (create-thread #f
                    (lambda () (set! result (report (lambda () (tcp-server-connection-accept server #t #f)))))))
                  (sleep-current-thread 5)
                  (close-tcp-server-socket server)
                  (sleep-current-thread 5)
                  result)
                """)
                == #""The object #f, passed as the first argument to channel-descriptor, is not the correct type.""#)
    }

    @Test func noReaderSleepsBesideABufferedLine() throws {
        let machine = try ScriptedWorld()
        let descriptor = machine.accept(as: "p")
        machine.calls.script(reads: .wouldBlock, .bytes(Array("l1\nl2\nl3\n".utf8)), on: descriptor)
        machine.run(
            """
            (define lines '())
            (define (reader) (let ((line (read-line p))) (set! lines (cons line lines))))
            (detach-thread (create-thread #f reader))
            (detach-thread (create-thread #f reader))
            (sleep-current-thread 1)
            """)
        machine.poller.schedule((descriptor, .readable))
        #expect(machine.run("(begin (sleep-current-thread 5) (in-order (read-line p) (length lines)))") == "(\"l3\" 2)")
    }

    /// Readiness that another thread has found out must not leave a reader asleep.
    @Test func lookingForACharacterWakesAReader() throws {
        let machine = try ScriptedWorld()
        let descriptor = machine.accept(as: "p")
        machine.calls.script(reads: .wouldBlock, .bytes(Array("l1\n".utf8)), on: descriptor)
        #expect(
            machine.run(
                """
                (let ((line #f))
                  (detach-thread (create-thread #f (lambda () (set! line (read-line p)))))
                  (sleep-current-thread 1)
                  (char-ready? p)
                  (sleep-current-thread 1)
                  line)
                """) == "\"l1\"")
    }

    @Test func aWriterThatWaitsWritesOnce() throws {
        let machine = try ScriptedWorld()
        let descriptor = machine.accept(as: "p")
        machine.calls.script(writes: .wouldBlock, .take(1000), .wouldBlock, on: descriptor)
        for _ in 0..<4 { machine.poller.schedule((descriptor, .writable)) }
        machine.run(
            """
            (begin
              (write-string (make-string 70000 #\\a) p)
              (write-string "end" p)
              (write-char #\\! p)
              (close-port p))
            """)
        #expect(machine.text(on: descriptor) == String(repeating: "a", count: 70000) + "end!")
    }

    @Test func aDroppedPortIsFlushedAndClosed() throws {
        let machine = try ScriptedWorld()
        let descriptor = machine.accept(as: "p")
        machine.run("(begin (write-string \"bye\" p) (set! p #f))")
        machine.run("(begin (gc-flip) (do ((i 0 (+ i 1))) ((= i 100))) (sleep-current-thread 1))")
        #expect(machine.text(on: descriptor) == "bye")
        #expect(!machine.calls.openDescriptors.contains(descriptor))
    }

    @Test func outputIsSentAtExit() throws {
        let machine = try ScriptedWorld()
        let descriptor = machine.accept(as: "p")
        machine.run("(write-string \"bye\" p)")
        machine.world.scheme.flushAllPorts()
        #expect(machine.text(on: descriptor) == "bye")
    }

    @Test func halfClosing() throws {
        let machine = try ScriptedWorld()
        let descriptor = machine.accept(as: "p")
        machine.calls.script(reads: .bytes(Array("in".utf8)), .endOfFile, on: descriptor)
        machine.poller.schedule((descriptor, [.readable, .inputEnded]))
        machine.poller.schedule((descriptor, [.readable, .inputEnded]))
        machine.run("(begin (write-string \"out\" p) (close-output-port p))")
        #expect(machine.text(on: descriptor) == "out")
        #expect(machine.calls.shutDowns[descriptor] == [.write])
        #expect(machine.run("(in-order (input-port-open? p) (output-port-open? p) (read-line p))") == "(#t #f \"in\")")
        machine.run("(close-input-port p)")
        #expect(!machine.calls.openDescriptors.contains(descriptor))
    }
}
