import SchoonerRuntime
import Testing

@Suite struct BuiltinsEqualityTests {
    let harness = BuiltinsHarness()

    @Test(arguments: [
        ("eqv?", "(1.5 1.5)", "#t"), ("eqv?", "(0. -0.)", "#f"), ("eqv?", "(2 2.)", "#f"),
        ("eqv?", "(\"\" \"\")", "#f"),
        ("eqv?", "(100000000000000000000 100000000000000000000)", "#t"),
        ("eqv?", "(100000000000000000000 -100000000000000000000)", "#f"), ("eqv?", "(1/2 1/2)", "#t"),
        ("eq?", "(a a)", "#t"), ("eq?", "(() ())", "#t"), ("eq?", "(1.5 1.5)", "#f"),
        ("equal?", "((1 (2 #(3))) (1 (2 #(3))))", "#t"), ("equal?", "((1 2) (1 3))", "#f"),
        ("equal?", "(\"abc\" \"abc\")", "#t"), ("equal?", "(#u8(1 2) #u8(1 2))", "#t"),
        ("equal?", "(#(1 2) #(1 2 3))", "#f"), ("equal?", "(1/2 1/2)", "#t"), ("equal?", "(#(1) (1))", "#f"),
        ("equal?", "(#0=(1 2 . #0#) #1=(1 2 . #1#))", "#t"),
        ("equal?", "(#0=(1 2 . #0#) #1=(1 2 1 2 3 . #1#))", "#f"),
        ("equal?", "(#0=#(1 #0#) #1=#(1 #1#))", "#t"),
        ("not", "(#f)", "#t"), ("not", "(0)", "#f"), ("boolean?", "(#f)", "#t"), ("boolean?", "(())", "#f"),
        ("boolean=?", "(#t #t #f)", "#f"), ("boolean=?", "(#f #f)", "#t"), ("symbol?", "(a)", "#t"),
        ("string-hash", "(\"abc\")", "440920331"), ("string-hash", "(\"abc\" 10)", "1"),
        ("equal-hash", "(\"abc\")", "440920331"),
    ]) func values(_ name: String, _ arguments: String, _ expected: String) throws {
        #expect(try harness.gives(name, arguments, expected))
    }

    @Test func equalValuesHashAlike() throws {
        for text in ["(1 (2 \"x\" #(3.5)) . y)", "#(1 #u8(1 2))", "100000000000000000000", "1/3", "-0.5", "\"λx\""] {
            let first = try harness.call("equal-hash", try harness.datum(text))
            let second = try harness.call("equal-hash", try harness.datum(text))
            #expect(first == second, "\(text)")
        }
    }

    @Test func circularDataHash() throws {
        #expect(try harness.value("equal-hash", "(#0=(1 . #0#))").isFixnum)
        #expect(try harness.value("equal-hash", "(#0=#(#0# #0#))").isFixnum)
    }

    @Test func errors() throws {
        #expect(try harness.error("boolean=?", "(1 #t)") == "wrong-type-argument boolean=?")
        #expect(try harness.error("string-hash", "(5)") == "wrong-type-argument string-hash")
        #expect(try harness.error("equal-hash", "(5 0)") == "bad-range-argument equal-hash")
    }
}
