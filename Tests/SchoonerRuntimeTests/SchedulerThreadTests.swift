import SchoonerRuntime
import Testing

/// Green threads: creation, turns, sleep, ends.
@Suite struct SchedulerThreadTests {
    @Test(arguments: [false, true]) func threadsTakeTurns(stressed: Bool) throws {
        let harness = try SchedulerHarness(stressed: stressed)
        try harness.evaluate(
            """
            (define (worker name)
              (lambda ()
                (let loop ((i 0))
                  (if (< i 3)
                      (begin (note name i) (yield-current-thread) (loop (+ i 1)))))))
            (begin
              (create-thread #f (worker 'a))
              (create-thread #f (worker 'b))
              (sleep-current-thread 10))
            """)
        if stressed {
            #expect(harness.notes.lines.sorted() == ["a 0", "a 1", "a 2", "b 0", "b 1", "b 2"])
        } else {
            #expect(harness.notes.lines == ["a 0", "b 0", "a 1", "b 1", "a 2", "b 2"])
        }
    }

    @Test func busyThreadsArePreempted() throws {
        let harness = try SchedulerHarness()
        try harness.evaluate(
            """
            (define stop #f)
            (begin
              (create-thread #f (lambda () (let loop () (if (not stop) (loop))) (note 'stopped)))
              (create-thread #f (lambda () (set! stop #t)))
              (let loop () (if (not stop) (loop)))
              (sleep-current-thread 1))
            """)
        #expect(harness.notes.lines == ["stopped"])
    }

    @Test(arguments: [false, true]) func sleepersWakeInOrder(stressed: Bool) throws {
        let harness = try SchedulerHarness(stressed: stressed)
        try harness.evaluate(
            """
            (begin
              (create-thread #f (lambda () (sleep-current-thread 30) (note 'late (clock))))
              (create-thread #f (lambda () (sleep-current-thread 10) (note 'early (clock))))
              (sleep-current-thread 20)
              (note 'middle (clock))
              (sleep-current-thread 15.)
              (note 'end (clock)))
            """)
        #expect(harness.notes.lines == ["early 10", "middle 20", "late 30", "end 35"])
    }

    @Test func threadsStayForTheNextMainThread() throws {
        let harness = try SchedulerHarness()
        try harness.evaluate("(define t (create-thread #f (lambda () (sleep-current-thread 5) (note 'done))))")
        #expect(harness.notes.lines.isEmpty)
        #expect(try harness.value("(thread-dead? t)") == "#f")
        try harness.evaluate("(sleep-current-thread 10)")
        #expect(harness.notes.lines == ["done"])
        #expect(try harness.value("(thread-dead? t)") == "#t")
        #expect(try harness.value("(eq? (current-thread) (console-thread))") == "#t")
    }

    @Test func joinersGetTheValue() throws {
        let harness = try SchedulerHarness()
        try harness.evaluate(
            """
            (define (announce thread value) (lambda () (note (thread-dead? thread) value)))
            (define t (create-thread #f (lambda () (sleep-current-thread 5) 42)))
            (begin (join-thread t announce) (note 'waiting) (sleep-current-thread 20))
            (begin (join-thread t announce) (note 'again))
            (define u (create-thread #f (lambda () (exit-current-thread 7) 8)))
            (begin (join-thread u announce) (sleep-current-thread 1))
            """)
        #expect(harness.notes.lines == ["waiting", "#t 42", "#t 42", "again", "#t 7"])
    }

    @Test func theMainThreadMayLeave() throws {
        let harness = try SchedulerHarness()
        #expect(
            try harness.value(
                """
                (begin
                  (create-thread #f (lambda () (sleep-current-thread 5) (note 'still-here)))
                  (exit-current-thread 1))
                """) != "blocked")
        #expect(harness.notes.lines == ["still-here"])
    }

    @Test func namesAndProperties() throws {
        let harness = try SchedulerHarness()
        try harness.evaluate("(define t (create-thread #f (lambda () 1) 'bob))(sleep-current-thread 1)")
        #expect(try harness.value("(thread-name t)") == "bob")
        #expect(try harness.value("(begin (thread-put! t 'a 1) (thread-put! t 'a 2) (thread-get t 'a))") == "2")
        #expect(try harness.value("(thread-get t 'b)") == "#f")
        #expect(try harness.value("(thread-execution-state t)") == "dead")
        #expect(try harness.value("(length (threads-list))") == "1")
        #expect(try harness.value("(thread? 5)") == "#f")
    }

    @Test func aThreadKeepsItsStackAcrossCollections() throws {
        let harness = try SchedulerHarness(stressed: true)
        try harness.evaluate(
            """
            (define (deep n) (if (= n 0) (begin (yield-current-thread) 0) (+ 1 (deep (- n 1)))))
            (define (worker n) (lambda () (note (deep n))))
            (begin
              (create-thread #f (worker 100)) (create-thread #f (worker 300)) (create-thread #f (worker 10))
              (sleep-current-thread 5))
            """)
        #expect(harness.notes.lines.sorted() == ["10", "100", "300"])
    }

    @Test func manyThreads() throws {
        let harness = try SchedulerHarness()
        try harness.evaluate(
            """
            (define count 0)
            (define (spawn n)
              (if (< 0 n)
                  (begin
                    (create-thread #f (lambda () (sleep-current-thread 5) (set! count (+ count 1))))
                    (spawn (- n 1)))))
            (begin (spawn 2000) (sleep-current-thread 10))
            """)
        #expect(try harness.value("count") == "2000")
        #expect(try harness.value("(length (threads-list))") == "1")
    }

    @Test func interruptsStopTheMainThread() throws {
        let harness = try SchedulerHarness()
        harness.scheme.interruption.request()
        #expect(try harness.value("(let loop () (loop))") == "aborted: interrupted")
        #expect(try harness.value("(+ 1 2)") == "3")
    }

    @Test func nestedRunsLeaveTheOuterThreadAlone() throws {
        let harness = try SchedulerHarness()
        harness.scheme.heap.define(
            harness.scheme.userEnvironment, "nest", harness.scheme.heap.cons(.null, .null))
        try harness.evaluate("(define (f x) (sleep-current-thread 3) (note 'inner x) (+ x 1))")
        let procedure = harness.scheme.heap.lookUpCell(
            harness.scheme.userEnvironment, harness.scheme.heap.intern("f"))
        let value = try harness.scheme.scheduler.runNested(
            try #require(procedure)[slot: CellLayout.value], [Value(fixnum: 4)])
        #expect(value == Value(fixnum: 5))
        #expect(harness.notes.lines == ["inner 4"])
    }
}
