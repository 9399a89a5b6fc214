import Testing

/// The loop's levels and restarts, as MIT Scheme 12.1 has them with its console in a pipe.
@Suite struct RestartTests {
    private func transcript(_ lines: String...) throws -> String {
        try CommandRun(["--quiet"], input: lines.joined(separator: "\n") + "\n").output
    }

    @Test func aComputationGoesOnWithAGivenValue() throws {
        let text = try transcript("(define l '(1 2))", "(list 'got (car 5))", "(restart 2)", "l", "(display 'after)")
        #expect(
            text
                == """

                ;The object 5, passed as the first argument to car, is not the correct type.
                ;To continue, call RESTART with an option number:
                ; (RESTART 2) => Specify an argument to use in its place.
                ; (RESTART 1) => Return to read-eval-print level 1.

                2 error>\u{20}

                New argument: after
                """.dropFirst())
    }

    @Test func aVariableIsDefinedOnTheWay() throws {
        let text = try transcript("(+ 1 nowhere)", "(restart 2)", "(* 6 7)", "(display nowhere)")
        #expect(text.contains("; (RESTART 3) => Specify a value to use instead of nowhere.\n"))
        #expect(text.contains("; (RESTART 2) => Define nowhere to a given value.\n"))
        #expect(text.hasSuffix("\n\nDefine nowhere as: 42"))
    }

    @Test func levelsAreReturnedTo() throws {
        let text = try transcript("(car 1)", "(cdr 2)", "(restart 2)", "(display 'second)", "(restart 1)", "'quiet")
        #expect(
            text.contains(
                """
                ; (RESTART 3) => Specify an argument to use in its place.
                ; (RESTART 2) => Return to read-eval-print level 2.
                ; (RESTART 1) => Return to read-eval-print level 1.

                3 error>\u{20}
                ;Abort!

                2 error> second
                """))
        #expect(text.hasSuffix(";Abort!\n"))
    }

    @Test func theProgramsOwnRestartsAreOffered() throws {
        let text = try transcript(
            "(with-simple-restart 'skip \"Skip it.\" (lambda () (error \"Trouble:\" 1)))", "(restart 2)",
            "(display 'on)")
        #expect(
            text.hasPrefix(";Trouble: 1\n;To continue, call RESTART with an option number:\n; (RESTART 2) => Skip it."))
        #expect(text.hasSuffix("on"))
    }

    @Test func aChoiceOutOfRangeIsAnError() throws {
        let text = try transcript("(car 1)", "(restart 9)")
        #expect(text.contains(";The object 9, passed as an argument to restart, is not in the correct range."))
        #expect(text.contains("\n3 error> "))
    }

    @Test func aBreakpointLetsTheProgramGoOn() throws {
        let text = try transcript("(begin (bkpt \"stopped:\" 1) (display 'on))", "(restart 2)")
        #expect(text.contains("stopped: 1\n;To continue"))
        #expect(text.contains("; (RESTART 2) => Return from BKPT.\n"))
        #expect(text.contains("2 bkpt> "))
        #expect(text.hasSuffix("on"))
    }
}
