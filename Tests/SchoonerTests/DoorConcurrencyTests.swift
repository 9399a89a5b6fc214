import Schooner
import Testing

/// Several things at once: evaluations, green threads, interruption and the end.
@Suite struct DoorConcurrencyTests {
    private func quietScheme(_ handler: (@Sendable (SchemeCondition) -> Void)? = nil) throws -> Scheme {
        try Scheme(
            configuration: Configuration(
                standardInput: .empty, standardOutput: .discarded, threadErrorHandler: handler))
    }

    @Test func evaluationsRunSideBySide() async throws {
        let scheme = try quietScheme()
        try await scheme.evaluate("(define queue (make-thread-queue))")
        async let received = scheme.evaluate(
            "(let loop ((n 100) (sum 0)) (if (= n 0) sum (loop (- n 1) (+ sum (thread-queue/dequeue! queue)))))")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...100 {
                group.addTask { try await scheme.evaluate("(thread-queue/queue! queue \(number))") }
            }
            try await group.waitForAll()
        }
        #expect(try await received == 5050)
    }

    @Test func aBusyEvaluationHoldsNobodyElse() async throws {
        let scheme = try quietScheme()
        let busy = Task { try await scheme.evaluate("(define done #f) (let loop () (if done 'stopped (loop)))") }
        while try await scheme.evaluate("(environment-bound? (the-environment) 'done)") == false {}
        try await scheme.evaluate("(set! done #t)")
        #expect(try await busy.value == .symbol("stopped"))
    }

    @Test func greenThreadsGoOnBetweenCalls() async throws {
        let scheme = try quietScheme()
        let (stream, continuation) = AsyncStream.makeStream(of: Int.self)
        try await scheme.define("tell", arity: 1) { arguments in
            continuation.yield(arguments[0].integerValue ?? -1)
            return .unspecific
        }
        try await scheme.evaluate(
            """
            (create-thread #f (lambda ()
              (let loop ((n 1))
                (if (<= n 5)
                    (begin (sleep-current-thread 1) (tell n) (loop (+ n 1)))))))
            """)
        var heard: [Int] = []
        for await number in stream {
            heard.append(number)
            if number == 5 { break }
        }
        #expect(heard == [1, 2, 3, 4, 5])
    }

    @Test func anInterruptEndsAnEndlessLoop() async throws {
        let scheme = try quietScheme()
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        try await scheme.define("begun", arity: 0) { _ in
            continuation.yield()
            return .unspecific
        }
        for text in [
            "(let loop () (loop))", "(without-interrupts (lambda () (let loop () (loop))))", "(suspend-current-thread)",
        ] {
            let endless = Task { try await scheme.evaluate("(begun) \(text)") }
            for await _ in stream { break }
            scheme.interrupt()
            do {
                _ = try await endless.value
                Issue.record("ended: \(text)")
            } catch SchemeError.aborted(let abort) {
                #expect(abort == .interrupted)
            }
        }
        #expect(try await scheme.evaluate("'alive") == .symbol("alive"))
    }

    @Test func aCancelledTaskEndsItsEvaluation() async throws {
        let scheme = try quietScheme()
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        try await scheme.define("begun", arity: 0) { _ in
            continuation.yield()
            return .unspecific
        }
        let endless = Task { try await scheme.evaluate("(begun) (let loop () (loop))") }
        for await _ in stream { break }
        endless.cancel()
        await #expect(throws: CancellationError.self) { try await endless.value }
        #expect(try await scheme.evaluate("'alive") == .symbol("alive"))
    }

    @Test func anErrorInAGreenThreadIsTold() async throws {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self)
        let scheme = try quietScheme { continuation.yield($0.message) }
        try await scheme.evaluate("(create-thread #f (lambda () (error \"Lost:\" 1)))")
        for await message in stream {
            #expect(message == "Lost: 1")
            break
        }
        #expect(try await scheme.evaluate("'alive") == .symbol("alive"))
    }

    @Test func shutDownEndsWhatRuns() async throws {
        let scheme = try quietScheme()
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        try await scheme.define("begun", arity: 0) { _ in
            continuation.yield()
            return .unspecific
        }
        let waiting = Task { try await scheme.evaluate("(begun) (sleep-current-thread 600000)") }
        for await _ in stream { break }
        await scheme.shutDown()
        await scheme.shutDown()
        do {
            _ = try await waiting.value
            Issue.record("it ended")
        } catch SchemeError.shutDown {}
        do {
            try await scheme.evaluate("1")
            Issue.record("it goes on")
        } catch SchemeError.shutDown {}
    }

    @Test func aDroppedInterpreterIsGone() async throws {
        weak var gone: Scheme?
        do {
            let scheme = try quietScheme()
            gone = scheme
            try await scheme.evaluate("(create-thread #f (lambda () (let loop () (sleep-current-thread 1) (loop))))")
        }
        // The last call may still hold it for a moment on its way out.
        while gone != nil { await Task.yield() }
        #expect(gone == nil)
    }
}
