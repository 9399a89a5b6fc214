import SchoonerRuntime
import Testing

/// Errors of thread procedures, errors in threads, and what unwinds.
@Suite struct SchedulerErrorTests {
    @Test(
        arguments: [
            (
                "(create-thread 7 list)",
                "The object 7, passed as an argument to create-thread, is not the correct type."
            ),
            ("(create-thread #f 5)", "The object 5, passed as an argument to create-thread, is not the correct type."),
            (
                "(sleep-current-thread 'a)",
                "The object a, passed as an argument to sleep-current-thread, is not the correct type."
            ),
            (
                "(sleep-current-thread 'a)",
                "The object a, passed as an argument to sleep-current-thread, is not the correct type."
            ),
            ("(join-thread (current-thread) list)", "Deadlock detected while trying to join thread: #[thread 12]."),
            ("(join-thread 5 list)", "The object 5, passed as an argument to join-thread, is not the correct type."),
            (
                "(let ((t (create-thread #f list))) (detach-thread t) (detach-thread t))",
                "Attempt to join detached thread: #[thread 12]."
            ),
            (
                "(let ((t (create-thread #f list))) (detach-thread t) (join-thread t list))",
                "Attempt to join detached thread: #[thread 12]."
            ),
            (
                "(let ((t (create-thread #f list))) (sleep-current-thread 1) (signal-thread-event t list))",
                "Unable to signal event to thread #[thread 12] because it is dead."
            ),
            ("(unlock-thread-mutex (make-thread-mutex))", "Don't own mutex: #[thread-mutex 12]"),
            (
                "(let ((m (make-thread-mutex))) (lock-thread-mutex m) (lock-thread-mutex m))",
                "Deadlock detected while trying to lock thread mutex: #[thread-mutex 12]."
            ),
            (
                "(lock-thread-mutex 5)",
                "The object 5, passed as an argument to lock-thread-mutex, is not the correct type."
            ),
            (
                "(make-thread-barrier 0)",
                "The object 0, passed as an argument to make-thread-barrier, is not the correct type."
            ),
            (
                "(deregister-timer-event 5)",
                "The object 5, passed as an argument to deregister-timer-event, is not the correct type."
            ),
            (
                "(set-thread-timer-interval! 'a)",
                "The object a, passed as an argument to set-thread-timer-interval!, is not the correct type."
            ),
            ("(make-thread-queue 'a)", "Max-size must be an integer: a"),
            (
                "(thread-queue/dequeue-no-hang! (make-thread-queue) #f)",
                "The object #f, passed as an argument to thread-queue/dequeue-no-hang!, is not the correct type."
            ),
        ])
    func wrongUseIsReported(text: String, report: String) throws {
        #expect(try SchedulerHarness().value(text) == report)
    }

    @Test func anErrorInABackgroundThreadReachesTheMainThread() throws {
        let harness = try SchedulerHarness()
        #expect(
            try harness.value("(begin (create-thread #f (lambda () (car 5))) (sleep-current-thread 20) 1)")
                == """
                The thread #[thread 12] signalled an error #[condition 13 wrong-type-argument]:
                The object 5, passed as the first argument to car, is not the correct type.
                """.replacing("13 wrong-type-argument", with: "13 \"wrong-type-argument\""))
        #expect(
            try harness.value(
                """
                (call-with-current-continuation
                  (lambda (k)
                    (with-exception-handler
                      (lambda (e) (k (list (condition/report-string (access-condition e 'condition)) (clock))))
                      (lambda () (create-thread #f (lambda () (vector-ref (vector 1) 9))) (sleep-current-thread 20)))))
                """)
                == "(\"The object 9, passed as the second argument to vector-ref, is not in the correct range.\" 0)")
    }

    @Test func aServerMayGoOn() throws {
        let harness = try SchedulerHarness()
        let reports = NoteBook()
        harness.scheme.scheduler.reportThreadError = { scheme, thread, object in
            reports.lines.append(scheme.threadErrorReport(thread, object))
        }
        #expect(
            try harness.value(
                """
                (begin
                  (set-thread-error-policy! 'continue)
                  (create-thread #f (lambda () (error "Broken:" 1)))
                  (sleep-current-thread 20)
                  (thread-error-policy))
                """) == "continue")
        #expect(reports.lines.count == 1)
        #expect(
            reports.lines[0].hasPrefix(
                ";The thread #[thread 12] signalled an error #[condition 13 \"simple-error\"]:\nBroken: 1\n"))
    }

    @Test func aWaitThatNothingCanEndIsADeadlock() throws {
        let harness = try SchedulerHarness()
        try harness.evaluate("(define m (make-thread-mutex)) (define q (make-thread-queue))")
        #expect(
            try harness.value(
                """
                (begin
                  (create-thread #f (lambda () (lock-thread-mutex m) (suspend-current-thread)))
                  (sleep-current-thread 1)
                  (lock-thread-mutex m))
                """) == "Deadlock detected while trying to lock thread mutex: #[thread-mutex 12].")
        #expect(
            try harness.value(
                """
                (call-with-current-continuation
                  (lambda (k)
                    (with-exception-handler
                      (lambda (e) (k 'caught))
                      (lambda () (thread-queue/dequeue! q)))))
                """) == "caught")
    }

    @Test func leavingUnlocksAndUnwinds() throws {
        let harness = try SchedulerHarness()
        try harness.evaluate(
            """
            (define m (make-thread-mutex))
            (define (leave wrap)
              (call-with-current-continuation (lambda (k) (wrap (lambda () (k 'left))))))
            (note (leave (lambda (go) (with-thread-mutex-lock m go))) (thread-mutex-owner m))
            (note (leave (lambda (go) (with-thread-mutex-try-lock m go go))) (thread-mutex-owner m))
            (note (with-thread-mutex-lock m (lambda () (without-thread-mutex-lock m (lambda () (thread-mutex-owner m))))))
            (define stop #f)
            (begin
              (leave without-interrupts)
              (create-thread #f (lambda () (set! stop #t)))
              (let loop () (if (not stop) (loop)))
              (note 'preempted))
            (define t
              (create-thread #f
                (lambda ()
                  (dynamic-wind
                    (lambda () (note 'in))
                    (lambda () (exit-current-thread 99))
                    (lambda () (note 'out))))))
            (begin
              (join-thread t (lambda (thread value) (lambda () (note value))))
              (sleep-current-thread 1))
            """)
        #expect(harness.notes.lines == ["left #f", "left #f", "#f", "preempted", "in", "out", "99"])
    }

    @Test func whatANewThreadInherits() throws {
        let harness = try SchedulerHarness()
        try harness.evaluate(
            """
            (define p (make-parameter 1))
            (define q (make-thread-queue))
            (begin
              (set-thread-error-policy! 'continue)
              (dynamic-wind
                (lambda () #f)
                (lambda ()
                  (parameterize ((p 2))
                    (create-thread #f (lambda () (thread-queue/queue! q (p))))))
                (lambda () (note 'left)))
              (note (thread-queue/dequeue! q)))
            """)
        #expect(harness.notes.lines == ["left", "2"])
    }

    @Test func eventsMayLeaveAWait() throws {
        let harness = try SchedulerHarness()
        try harness.evaluate(
            """
            (define (with-limit limit thunk)
              (call-with-current-continuation
                (lambda (k)
                  (let ((event (register-timer-event limit (lambda () (k 'timed-out)))))
                    (let ((value (thunk)))
                      (deregister-timer-event event)
                      value)))))
            (define q (make-thread-queue))
            (define m (make-thread-mutex))
            (begin
              (note (with-limit 10 (lambda () (thread-queue/dequeue! q))))
              (create-thread #f (lambda () (lock-thread-mutex m) (sleep-current-thread 30)))
              (yield-current-thread)
              (note (with-limit 10 (lambda () (lock-thread-mutex m))))
              (note (with-limit 50 (lambda () (lock-thread-mutex m) (eq? (thread-mutex-owner m) (current-thread)))))
              (note (with-limit 10 (lambda () (sleep-current-thread 5) 'slept))))
            """)
        #expect(harness.notes.lines == ["timed-out", "timed-out", "#t", "slept"])
    }

    @Test func withTimingsGivesTheValue() throws {
        let harness = try SchedulerHarness()
        #expect(
            try harness.value(
                "(with-timings (lambda () 5) (lambda (run gc real) (note (exact-nonnegative-integer? run))))")
                == "5")
    }
}
