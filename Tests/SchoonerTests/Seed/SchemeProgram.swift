import Foundation
import SchoonerLibrary
import SchoonerRuntime
import SchoonerTesting
import Testing

/// A Scheme program that runs in an interpreter of its own, on a thread of its own, and talks to the test over a
/// connection: `(tell object …)` sends a line of written objects, `(hear)` waits for a line from the test.
///
/// `(failure thunk field …)` calls the thunk and gives the name of the type of the condition that it signalled, its report
/// string and the fields; `(value object …)` when it did not fail.
final class SchemeProgram {
    private let connection: WirePeer
    private let end = ProgramEnd()

    /// Starts the program; `port` stands for `(define port …)` where the program is to connect to the test's own server.
    init(_ text: String, port: UInt16? = nil) throws {
        let listener = try WireListener()
        defer { listener.close() }
        let source =
            "(begin \(Self.preamble(listener.port)) \(port.map { "(define port \($0))" } ?? "") \(text)\n'done)"
        let end = end
        let thread = Thread {
            let scheme = Interpreter(heapLimit: 512 << 20, sources: .embedded)
            scheme.boot()
            end.started(scheme.interruption)
            end.finished(Self.run(scheme, source))
        }
        thread.stackSize = 8 << 20
        thread.start()
        connection = try listener.accept()
    }

    deinit { end.interrupt() }

    /// The next line that the program tells. Hash numbers are written as `N`.
    func next() throws -> String {
        let line = try connection.receive(through: "\n")
        guard line.hasSuffix("\n") else { throw ProgramFailure("the program is over: \(end.wait() ?? "no end")") }
        return String(line.dropLast()).replacing(/#\[([^\s\[\]]+) [0-9]+/) { "#[" + $0.output.1 + " N" }
    }

    /// Expects the next line to be this one.
    func expect(_ expected: String, _ comment: String = "", sourceLocation: SourceLocation = #_sourceLocation) throws {
        let line = try next()
        #expect(line == expected, "\(comment)", sourceLocation: sourceLocation)
    }

    /// The next line as a number.
    func nextNumber() throws -> Int {
        let line = try next()
        return try #require(Int(line), "not a number: \(line)")
    }

    /// The next line as the number of a port.
    func nextPort() throws -> UInt16 { UInt16(truncatingIfNeeded: try nextNumber()) }

    /// Sends the line that `(hear)` waits for.
    func send(_ line: String = "go") throws { try connection.send(line + "\n") }

    /// Waits for the program to end by itself, without an error.
    func expectEnd(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let rest = try connection.receiveAll()
        #expect(rest == "", sourceLocation: sourceLocation)
        #expect(end.wait() == "done", sourceLocation: sourceLocation)
    }

    /// Runs a program that tells one line, and gives the line.
    static func told(_ text: String, port: UInt16? = nil) throws -> String {
        let program = try SchemeProgram(text, port: port)
        let line = try program.next()
        try program.expectEnd()
        return line
    }

    private static func preamble(_ port: UInt16) -> String {
        """
        (define %test (open-tcp-stream-socket "127.0.0.1" \(port)))
        (define (tell . objects)
          (if (pair? objects)
              (begin
                (write (car objects) %test)
                (for-each (lambda (object) (write-char #\\space %test) (write object %test)) (cdr objects))))
          (newline %test)
          (flush-output %test))
        (define (hear) (read-line %test))
        (define (condition-type-name condition)
          (let ((text (call-with-output-string (lambda (port) (write (condition/type condition) port)))))
            (let ((start (+ 1 (string-search-forward "\\"" text 0))))
              (string->symbol (substring text start (string-search-forward "\\"" text start))))))
        (define (describe condition fields)
          (if (condition? condition)
              (cons* (condition-type-name condition)
                     (condition/report-string condition)
                     (map (lambda (field) (access-condition condition field)) fields))
              (list 'raised condition)))
        (define (failure thunk . fields)
          (call-with-current-continuation
            (lambda (k)
              (with-exception-handler
                (lambda (condition) (k (describe condition fields)))
                (lambda () (call-with-values thunk (lambda objects (cons 'value objects))))))))
        (define (wait-until done?)
          (if (not (done?)) (begin (sleep-current-thread 1) (wait-until done?))))
        (define (loopback-server) (open-tcp-server-socket 0 (host-address-loopback)))
        """
    }

    private static func run(_ scheme: Interpreter, _ source: String) -> String {
        defer {
            scheme.flushAllPorts()
            scheme.scheduler.shutDown()
        }
        let datum: Value
        do {
            datum = try Reader(scheme, text: source).read()
        } catch {
            return "the program cannot be read: \(error)"
        }
        let outcome = scheme.scheduler.runMain(scheme.libraryProcedure("eval"), [datum, scheme.userEnvironment])
        switch outcome {
        case .finished: return "done"
        case .failed(let object):
            return object.isType(.condition) ? scheme.reportString(object) : "raised " + scheme.written(object)
        default: return "\(outcome)"
        }
    }
}

struct ProgramFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// How a program ended, told from its thread to the test.
private final class ProgramEnd: @unchecked Sendable {
    private let condition = NSCondition()
    private var result: String?
    private var interruption: Interruption?
    private var isInterrupted = false

    func started(_ interruption: Interruption) {
        condition.withLock {
            self.interruption = interruption
            if isInterrupted { interruption.request() }
        }
    }

    func finished(_ result: String) {
        condition.withLock {
            self.result = result
            condition.broadcast()
        }
    }

    /// What the program ended with; nil when it does not end in time.
    func wait() -> String? {
        let deadline = Date(timeIntervalSinceNow: Double(WirePeer.patience))
        return condition.withLock {
            while result == nil { guard condition.wait(until: deadline) else { break } }
            return result
        }
    }

    /// Ends the program if it still runs.
    func interrupt() {
        condition.withLock {
            isInterrupted = true
            if result == nil { interruption?.request() }
        }
    }
}
