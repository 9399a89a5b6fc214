import Testing

/// What the read-eval-print loop prints when it reads from a pipe, as MIT Scheme 12.1 does with `--quiet`.
@Suite struct TranscriptTests {
    @Test func withoutErrorsOnlyOutputIsPrinted() throws {
        let run = try CommandRun(["--quiet"], input: "(display \"hi\")\n(+ 1 2)\n")
        #expect(run.output == "hi")
        #expect(run.code == 0)
    }

    @Test func fromTheFirstErrorOnValuesArePrinted() throws {
        let run = try CommandRun(
            ["--quiet"],
            input: "(display \"hi\")\n(car 5)\n(define x 3)\nx\n(values)\n(if #f #f)\n\"a\"\n(raise 'foo)\n")
        #expect(
            run.output == """
                hi
                ;The object 5, passed as the first argument to car, is not the correct type.
                ;To continue, call RESTART with an option number:
                ; (RESTART 2) => Specify an argument to use in its place.
                ; (RESTART 1) => Return to read-eval-print level 1.

                2 error>\u{20}
                ;Value: x

                2 error>\u{20}
                ;Value: 3

                2 error>\u{20}
                ;No values

                2 error>\u{20}
                ;Unspecified return value

                2 error>\u{20}
                ;Value: "a"

                2 error>\u{20}
                ;The object foo was raised.
                ;To continue, call RESTART with an option number:
                ; (RESTART 2) => Return to read-eval-print level 2.
                ; (RESTART 1) => Return to read-eval-print level 1.

                3 error>\u{20}
                End of input stream reached.
                """)
        #expect(run.code == 14)
    }

    @Test func exitEndsTheLoop() throws {
        let run = try CommandRun(["--quiet"], input: "(display 1)\n(exit 9)\n(display 2)")
        #expect(run.output == "1")
        #expect(run.code == 9)
    }

    @Test func theLoopFollowsTheStepsWhenAsked() throws {
        let run = try CommandRun(["-i", "-e", "(define x 5)"], input: "(display x)")
        #expect(run.output == "5")
    }

    @Test func theStepsRunInTheLoop() throws {
        let run = try CommandRun(
            ["-i", "-e", "(begin (set-repl/prompt! (nearest-repl) \"ready>\") (car 5))", "-e", "(display 'never)"],
            input: "(display (repl/prompt (repl/parent (nearest-repl))))")
        #expect(
            run.output.hasSuffix(
                """
                ; (RESTART 1) => Return to read-eval-print level 1.

                2 error> ready>
                ;Unspecified return value

                2 error> 
                End of input stream reached.
                """))
        #expect(!run.output.contains("never"))
        #expect(run.code == 14)
    }
}
