import SchoonerRuntime
import Testing

/// Thread events and timer events.
@Suite struct SchedulerEventTests {
    @Test(arguments: [false, true]) func eventsRunWhileAThreadSleeps(stressed: Bool) throws {
        let harness = try SchedulerHarness(stressed: stressed)
        try harness.evaluate(
            """
            (begin
              (register-timer-event 10 (lambda () (note 'event (clock))))
              (sleep-current-thread 30)
              (note 'awake (clock)))
            """)
        #expect(harness.notes.lines == ["event 10", "awake 30"])
    }

    @Test func aTimerEventEndsABusyLoop() throws {
        let harness = try SchedulerHarness()
        // The virtual clock only moves when somebody waits.
        try harness.evaluate(
            """
            (define other (create-thread #f (lambda () (sleep-current-thread 50))))
            (note
              (call/cc
                (lambda (k)
                  (register-timer-event 0 (lambda () (k 'timed-out)))
                  (let loop () (loop)))))
            """)
        #expect(harness.notes.lines == ["timed-out"])
    }

    @Test(arguments: [false, true]) func aBusyThreadGoesOnAfterItsEvents(stressed: Bool) throws {
        let harness = try SchedulerHarness(stressed: stressed)
        try harness.evaluate(
            """
            (define (sum n total) (if (< 0 n) (sum (- n 1) (+ total n)) total))
            (define me (current-thread))
            (define (busy rounds) (if (< 0 rounds) (begin (sum 100 0) (busy (- rounds 1))) (sum 100 0)))
            (begin
              (create-thread #f (lambda () (signal-thread-event me (lambda () (note 'event (sum 10 0))))))
              (note (let loop ((i 0) (total 0)) (if (< i 300) (loop (+ i 1) (+ total i)) total)) (busy \(stressed ? 20 : 400))))
            """)
        #expect(harness.notes.lines.sorted() == ["44850 5050", "event 55"])
    }

    @Test func suspensionEndsWithAnEvent() throws {
        let harness = try SchedulerHarness()
        try harness.evaluate(
            """
            (define me (current-thread))
            (begin
              (create-thread #f (lambda () (sleep-current-thread 5) (signal-thread-event me (lambda () (note 'event)))))
              (suspend-current-thread)
              (note 'on))
            (begin
              (create-thread #f (lambda () (sleep-current-thread 5) (signal-thread-event me #f)))
              (suspend-current-thread)
              (note 'on))
            """)
        #expect(harness.notes.lines == ["event", "on", "on"])
    }

    @Test func blockedEventsWait() throws {
        let harness = try SchedulerHarness()
        try harness.evaluate(
            """
            (begin
              (note (block-thread-events))
              (signal-thread-event (current-thread) (lambda () (note 'event)))
              (register-timer-event 5 (lambda () (note 'timer)))
              (sleep-current-thread 10)
              (note (block-thread-events))
              (unblock-thread-events)
              (note 'unblocked)
              (deregister-timer-event (register-timer-event 5 (lambda () (note 'never))))
              (sleep-current-thread 10))
            """)
        #expect(harness.notes.lines == ["#f", "#t", "event", "timer", "unblocked"])
    }

    @Test func eventsDoNotDisturbAWait() throws {
        let harness = try SchedulerHarness()
        try harness.evaluate(
            """
            (define q (make-thread-queue))
            (define t
              (create-thread #f
                (lambda ()
                  (note (thread-queue/dequeue! q))
                  (let ((item (thread-queue/dequeue-no-hang! q 20))) (note item (clock))))))
            (begin
              (sleep-current-thread 1)
              (signal-thread-event t (lambda () (note 'first)))
              (sleep-current-thread 1)
              (thread-queue/queue! q 'item)
              (sleep-current-thread 1)
              (signal-thread-event t (lambda () (note 'second)))
              (sleep-current-thread 50))
            """)
        #expect(harness.notes.lines == ["first", "item", "second", "#f 22"])
    }
}
