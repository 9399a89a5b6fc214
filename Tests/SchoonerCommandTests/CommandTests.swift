import Testing

/// The command's options, streams and exit codes.
@Suite struct CommandTests {
    @Test func aFileRunsWithItsArguments() throws {
        let run = try CommandRun.program(
            "(write (command-line-arguments))", arguments: ["a", "--quiet", "b c"])
        #expect(run.output == #"("a" "--quiet" "b c")"#)
        #expect(run.errors == "")
        #expect(run.code == 0)
    }

    @Test func expressionsAreEvaluatedInOrder() throws {
        let run = try CommandRun([
            "--quiet", "--no-init-file", "--eval", "(define x 1)", "(display x)", "-e", "(display (+ x 1))", "--args",
            "p",
            "q", "-e", "(display (command-line-arguments))",
        ])
        #expect(run.output == "12")
        #expect(run.code == 0)
    }

    @Test func allWordsOfTheCommandAreKnown() throws {
        let run = try CommandRun(["-e", "(display (cdr (command-line)))", "--", "--load", "x"])
        #expect(run.output == "(-e (display (cdr (command-line))) -- --load x)")
    }

    @Test func aProgramComesFromStandardInput() throws {
        let run = try CommandRun(["-", "x"], input: "(display (+ 1 2))\n(display (command-line-arguments))")
        #expect(run.output == "3(x)")
        #expect(run.code == 0)
    }

    @Test func afterLoadsTheLoopReadsWhatIsWaiting() throws {
        let run = try CommandRun(
            ["--eval", "(define (twice x) (* 2 x))", "--eval", "(define y 21)"],
            input: "(display (twice y))\n(exit 3)\n")
        #expect(run.output == "42")
        #expect(run.code == 3)
    }

    @Test func whileThreadsGoOnSoDoesTheLoopOnStandardInput() throws {
        let run = try CommandRun.program(
            """
            (define queue (make-thread-queue))
            (define (work)
              (write-line (* 2 (thread-queue/dequeue! queue)))
              (exit 5))
            (create-thread #f work)
            (display "started ")
            """, input: "(thread-queue/queue! queue 21)\n(suspend-current-thread)\n")
        #expect(run.output == "started 42\n")
        #expect(run.code == 5)
        #expect(try CommandRun.program("(create-thread #f suspend-current-thread)").code == 0)
    }

    @Test(arguments: [
        ("(exit)", 0), ("(exit 7)", 7), ("(exit #t)", 0), ("(emergency-exit 4)", 4), ("(%exit 5)", 5),
        ("(dynamic-wind values (lambda () (exit 3)) (lambda () (display 'out)))", 3), ("(car '())", 14), ("'done", 0),
    ])
    func exitCodes(expression: String, code: Int32) throws {
        #expect(try CommandRun(["-e", expression]).code == code)
    }

    @Test func outputIsFlushedAtExit() throws {
        let run = try CommandRun(["-e", "(begin (display \"kept\") (exit 2))"])
        #expect(run.output == "kept")
        #expect(run.code == 2)
    }

    @Test func anErrorIsReportedWithItsPlaceAndBacktrace() throws {
        let run = try CommandRun.program(
            """
            (define (first-of x)
              (+ 1 (car x)))
            (define (work x)
              (let ((y (first-of x)))
                (list y)))
            (display "before")
            (work 5)
            """)
        #expect(run.output == "before")
        #expect(
            run.errors == """
                ;The object 5, passed as the first argument to car, is not the correct type.
                ;  at FILE:2:8
                ;    in first-of at FILE:2:8
                ;    in work at FILE:4:12

                """)
        #expect(run.code == 14)
    }

    @Test func anErrorOfTheProgramHasItsPlace() throws {
        let run = try CommandRun.program("(define (check x)\n  (if (odd? x) (error \"Odd:\" x 'or \"so\")))\n(check 3)")
        #expect(run.errors.hasPrefix(";Odd: 3 or \"so\"\n;  at FILE:2:16\n;    in check at FILE:2:16\n"))
        #expect(run.code == 14)
    }

    @Test(arguments: [("(if)", "FILE:1:1"), ("(display 1)\n  (let ((x 1) . 2) x)", "FILE:2:3")])
    func aSyntaxErrorHasItsPlace(text: String, place: String) throws {
        let run = try CommandRun.program(text)
        #expect(run.errors.contains(";  at \(place)\n"))
        #expect(run.code == 14)
    }

    @Test func anErrorInAThreadEndsTheProgram() throws {
        let run = try CommandRun(["-e", "(begin (create-thread #f (lambda () (car 1))) (sleep-current-thread 60000))"])
        #expect(run.errors.contains("The object 1, passed as the first argument to car, is not the correct type."))
        #expect(run.code == 14)
    }

    @Test func aMissingFileIsReported() throws {
        let run = try CommandRun(["no-such-file.scm"])
        #expect(run.errors == ";Unable to find file \"no-such-file.scm\" because: File does not exist.\n")
        #expect(run.code == 14)
    }

    @Test func boundlessRecursionIsGivenUp() throws {
        let run = try CommandRun(["--heap-limit", "32M", "-e", "(define (f x) (+ 1 (f x)))", "-e", "(f 1)"])
        #expect(run.errors == ";Aborting!: maximum recursion depth exceeded\n")
        #expect(run.code == 14)
    }

    @Test func unknownOptionsAreReportedAndIgnored() throws {
        let run = try CommandRun(["--bogus", "-e", "(display 1)"])
        #expect(run.output == "1")
        #expect(run.errors == ";Warning: Unhandled command line options: (\"--bogus\")\n")
        #expect(run.code == 0)
    }

    @Test(arguments: [["--heap-limit", "much"], ["--heap-limit"], ["--line-ending", "sometimes"], ["-e"]])
    func aCommandThatCannotBeUnderstood(arguments: [String]) throws {
        let run = try CommandRun(arguments)
        #expect(run.errors.hasPrefix("schooner: "))
        #expect(run.code == 64)
    }

    @Test func helpAndVersion() throws {
        #expect(try CommandRun(["--help"]).output.hasPrefix("Usage: schooner"))
        #expect(try CommandRun(["--version"]).output.hasPrefix("Schooner "))
    }

    @Test func listingsAreOfCodeThatDoesNotRun() throws {
        let run = try CommandRun.program("(define (twice x) (* 2 x))\n(display 1)", options: ["--disassemble"])
        #expect(run.output.contains("; FILE:1:1\n"))
        #expect(run.output.contains("\ntwice: 1 required, 0 optional"))
        #expect(run.output.contains("tail-call-global"))
        #expect(!run.output.hasPrefix("1"))
        #expect(run.code == 0)
    }

    @Test(arguments: [
        "(let loop () (loop))", "(sleep-current-thread 600000)", "(let loop () (without-interrupts loop))",
    ])
    func anInterruptEndsTheProgram(forever: String) throws {
        let run = try CommandRun(["-e", "(begin (display 'go) (flush-output) \(forever))"], interrupts: true)
        #expect(run.output == "go")
        #expect(run.errors == ";Quit!\n")
        #expect(run.code == 130)
    }
}
