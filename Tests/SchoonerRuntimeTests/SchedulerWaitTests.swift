import SchoonerRuntime
import Testing

/// Mutexes, condition variables, queues and barriers.
@Suite struct SchedulerWaitTests {
    @Test(arguments: [false, true]) func mutexesAreHandedOverInOrder(stressed: Bool) throws {
        let harness = try SchedulerHarness(stressed: stressed)
        try harness.evaluate(
            """
            (define m (make-thread-mutex))
            (define (worker name delay)
              (lambda ()
                (sleep-current-thread delay)
                (lock-thread-mutex m)
                (note name 'in)
                (sleep-current-thread 10)
                (note name 'out)
                (unlock-thread-mutex m)))
            (begin
              (create-thread #f (worker 'a 1)) (create-thread #f (worker 'b 2)) (create-thread #f (worker 'c 3))
              (sleep-current-thread 5)
              (note (try-lock-thread-mutex m))
              (sleep-current-thread 100)
              (note (try-lock-thread-mutex m))
              (note (eq? (thread-mutex-owner m) (current-thread)))
              (unlock-thread-mutex m))
            """)
        #expect(
            harness.notes.lines == ["a in", "#f", "a out", "b in", "b out", "c in", "c out", "#t", "#t"])
    }

    @Test func anEndingThreadGivesItsMutexesUp() throws {
        let harness = try SchedulerHarness()
        try harness.evaluate(
            """
            (define m (make-thread-mutex))
            (begin
              (create-thread #f (lambda () (lock-thread-mutex m) 1))
              (sleep-current-thread 5)
              (note (thread-mutex-owner m))
              (lock-thread-mutex m)
              (note (eq? (thread-mutex-owner m) (current-thread))))
            """)
        #expect(harness.notes.lines == ["#f", "#t"])
    }

    @Test func conditionVariables() throws {
        let harness = try SchedulerHarness()
        try harness.evaluate(
            """
            (define m (make-thread-mutex))
            (define c (make-condition-variable 'foo))
            (define (worker name)
              (lambda ()
                (lock-thread-mutex m)
                (note name (condition-variable-wait! c m) (eq? (thread-mutex-owner m) (current-thread)))
                (unlock-thread-mutex m)))
            (begin
              (create-thread #f (worker 'a)) (create-thread #f (worker 'b)) (create-thread #f (worker 'c))
              (sleep-current-thread 5)
              (condition-variable-signal! c)
              (sleep-current-thread 5)
              (note 'one)
              (condition-variable-broadcast! c)
              (sleep-current-thread 5)
              (lock-thread-mutex m)
              (note (condition-variable-wait! c m 10) (eq? (thread-mutex-owner m) (current-thread))))
            """)
        #expect(harness.notes.lines == ["a #t #t", "one", "b #t #t", "c #t #t", "#f #t"])
    }

    @Test(arguments: [false, true]) func queues(stressed: Bool) throws {
        let harness = try SchedulerHarness(stressed: stressed)
        try harness.evaluate(
            """
            (define q (make-thread-queue 2))
            (begin
              (create-thread #f
                (lambda ()
                  (let loop ((i 0))
                    (if (< i 6) (begin (thread-queue/queue! q i) (loop (+ i 1)))))))
              (let loop ((i 0))
                (if (< i 6) (begin (note (thread-queue/dequeue! q)) (loop (+ i 1)))))
              (note (thread-queue/dequeue-no-hang! q 5) (thread-queue/peek-no-hang q 0))
              (note (thread-queue/queue-no-hang! q 'a) (thread-queue/queue-no-hang! q 'b) (thread-queue/queue-no-hang! q 'c))
              (thread-queue/push! q 'z)
              (note (thread-queue/peek q))
              (thread-queue/empty! q)
              (note (thread-queue/empty? q)))
            """)
        #expect(harness.notes.lines == ["0", "1", "2", "3", "4", "5", "#f #f", "#f b c", "z", "#t"])
    }

    @Test func barriers() throws {
        let harness = try SchedulerHarness()
        try harness.evaluate(
            """
            (define b (make-thread-barrier 3))
            (define (worker name delay)
              (lambda () (sleep-current-thread delay) (let ((last (thread-barrier-wait b))) (note name last (clock)))))
            (begin
              (create-thread #f (worker 'a 1)) (create-thread #f (worker 'b 2)) (create-thread #f (worker 'c 30))
              (sleep-current-thread 40))
            """)
        #expect(harness.notes.lines == ["c #t 30", "a #f 30", "b #f 30"])
    }
}
