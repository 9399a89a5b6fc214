import SchoonerRuntime
import Testing

@Suite struct BuiltinsListTests {
    let harness = BuiltinsHarness()

    @Test(arguments: [
        ("car", "((1 . 2))", "1"), ("cdr", "((1 . 2))", "2"), ("cons", "(1 2)", "(1 . 2)"),
        ("cadr", "((1 2 3))", "2"), ("cddr", "((1 2 3))", "(3)"), ("caddr", "((1 2 3))", "3"),
        ("cadddr", "((1 2 3 4))", "4"), ("cddddr", "((1 2 3 4 5))", "(5)"), ("caaaar", "(((((1)))))", "1"),
        ("cdadr", "((1 (2 . 3)))", "3"), ("xcons", "(1 2)", "(2 . 1)"),
        ("list?", "((1 2))", "#t"), ("list?", "((1 . 2))", "#f"), ("list?", "(#0=(1 . #0#))", "#f"),
        ("list", "(1 2 3)", "(1 2 3)"), ("list", "()", "()"),
        ("cons*", "(1 2 (3))", "(1 2 3)"), ("cons*", "(1)", "1"), ("make-list", "(3 a)", "(a a a)"),
        ("iota", "(5)", "(0 1 2 3 4)"), ("iota", "(3 1)", "(1 2 3)"), ("iota", "(3 1 2)", "(1 3 5)"),
        ("iota", "(3 1.5 .5)", "(1.5 2. 2.5)"), ("iota", "(3 1.)", "(1. 2. 3.)"), ("iota", "(0)", "()"),
        ("length", "((1 2 3))", "3"), ("length+", "(#0=(1 . #0#))", "#f"),
        ("list-tail", "((1 2 3) 1)", "(2 3)"), ("list-tail", "(1 0)", "1"), ("list-head", "((1 2 3) 2)", "(1 2)"),
        ("list-ref", "((1 2 3) 2)", "3"), ("sublist", "((1 2 3 4) 1 3)", "(2 3)"),
        ("list-copy", "((1 2 . 3))", "(1 2 . 3)"), ("list-copy", "(5)", "5"),
        ("last-pair", "((1 2 . 3))", "(2 . 3)"), ("last", "((1 2))", "2"),
        ("except-last-pair", "((1 2))", "(1)"), ("except-last-pair!", "((1))", "()"),
        ("except-last-pair!", "((1 2 3))", "(1 2)"), ("first", "((1 2))", "1"), ("third", "((1 2 3))", "3"),
        ("tenth", "((1 2 3 4 5 6 7 8 9 10))", "10"),
        ("append", "()", "()"), ("append", "(5)", "5"), ("append", "((1) 3)", "(1 . 3)"),
        ("append", "((1) () (2 3) (4))", "(1 2 3 4)"), ("append!", "(() (1) () (2) 3)", "(1 2 . 3)"),
        ("reverse", "((1 2 3))", "(3 2 1)"), ("reverse!", "((1 2 3))", "(3 2 1)"),
        ("append-reverse", "((1 2) 3)", "(2 1 . 3)"), ("append-reverse!", "((1 2) (3))", "(2 1 3)"),
        ("memq", "(c (a b c d))", "(c d)"), ("memq", "(z (a))", "#f"), ("memv", "(1.5 (1 1.5))", "(1.5)"),
        ("member", "((1) (0 (1) 2))", "((1) 2)"), ("assq", "(b ((a 1) (b 2)))", "(b 2)"),
        ("assv", "(2 ((1 a) (2 b)))", "(2 b)"), ("assoc", "(\"b\" ((\"a\" 1) (\"b\" 2)))", "(\"b\" 2)"),
        ("assoc", "(1 ())", "#f"), ("delq", "(a (a b a c))", "(b c)"), ("delv", "(1 (1 2 1))", "(2)"),
        ("delete", "((1) ((1) 2 (1)))", "(2)"), ("delq!", "(a (a a b a c a))", "(b c)"),
        ("delete!", "(1 (1 2 1))", "(2)"), ("del-assq", "(a ((a . 1) (b . 2)))", "((b . 2))"),
        ("del-assv", "(1 ((1 . 2)))", "()"), ("del-assoc", "(\"a\" ((\"a\" . 1) (\"b\" . 1)))", "((\"b\" . 1))"),
        ("del-assq!", "(a ((a . 1) (b . 2) (a . 3)))", "((b . 2))"),
    ]) func values(_ name: String, _ arguments: String, _ expected: String) throws {
        #expect(try harness.gives(name, arguments, expected))
    }

    /// Types, operators and operands as MIT Scheme 12.1 gives them.
    @Test(arguments: [
        ("car", "(5)", "wrong-type-argument car 0"), ("set-car!", "(3 4)", "wrong-type-argument set-car! 0"),
        ("caddr", "((1 2))", "wrong-type-argument safe-car"), ("cdadr", "(3)", "wrong-type-argument safe-cdr"),
        ("length", "(5)", "wrong-type-argument length"), ("length", "((1 . 2))", "wrong-type-argument length"),
        ("length", "(#0=(1 2 . #0#))", "wrong-type-argument length"),
        ("append", "((1 . 2) (3))", "wrong-type-argument append"),
        ("append", "(#0=(1 . #0#) ())", "wrong-type-argument append"),
        ("append!", "(1 (2))", "wrong-type-argument append!"),
        ("reverse", "((1 . 2))", "wrong-type-argument append-reverse"),
        ("reverse!", "(1)", "wrong-type-argument append-reverse!"),
        ("list-tail", "((1 2) 3)", "wrong-type-argument cdr 0"),
        ("list-tail", "((1 2) -1)", "wrong-type-argument list-tail"),
        ("list-head", "((1 2) 3)", "wrong-type-argument car 0"),
        ("list-ref", "((1 2) 2)", "wrong-type-argument car 0"),
        ("list-set!", "((1 2) 2 3)", "wrong-type-argument set-car! 0"),
        ("list-copy", "(#0=(1 . #0#))", "wrong-type-argument list-copy"),
        ("sublist", "((1 2 3 4) 3 1)", "bad-range-argument sublist"),
        ("last-pair", "(())", "wrong-type-argument last-pair"),
        ("except-last-pair", "(())", "wrong-type-argument except-last-pair"),
        ("first", "(())", "wrong-type-argument safe-car"), ("fifth", "(a)", "wrong-type-argument safe-cdr"),
        ("memq", "(a b)", "wrong-type-argument memq"), ("memq", "(c (a b . c))", "wrong-type-argument memq"),
        ("memv", "(9 #0=(1 2 . #0#))", "wrong-type-argument memv"),
        ("assq", "(a (1 2))", "wrong-type-argument assq"), ("assoc", "(1 2)", "wrong-type-argument assoc"),
        ("assq", "(z #0=((a . 1) . #0#))", "wrong-type-argument assq"),
        ("delete", "(1 5)", "wrong-type-argument delete"), ("delq!", "(a a)", "wrong-type-argument delq!"),
        ("del-assq", "(a 5)", "wrong-type-argument del-assq"),
        ("del-assq", "(a (5))", "wrong-type-argument del-assq"),
        ("iota", "(-1)", "wrong-type-argument iota"), ("iota", "(3 a)", "wrong-type-argument iota"),
        ("make-list", "(a)", "wrong-type-argument make-list"),
        ("make-list", "(1000000000000 a)", "needs memory"), ("iota", "(1000000000000)", "needs memory"),
        ("member", "(1 (1) =)", "calls the prelude with 3"), ("iota", "(3 1/2)", "calls the prelude with 3"),
    ]) func errors(_ name: String, _ arguments: String, _ expected: String) throws {
        #expect(try harness.error(name, arguments) == expected)
    }

    @Test func lastListIsShared() throws {
        let tail = try harness.datum("(3 4)")
        let joined = try harness.call("append", try harness.datum("(1 2)"), tail)
        #expect(joined.cdr.cdr == tail)
    }

    @Test func longListsNeedNoNativeStack() throws {
        let long = try harness.call("iota", Value(fixnum: 300_000))
        let copy = try harness.call("list-copy", long)
        #expect(long.isEqual(copy))
        #expect(try harness.call("length", try harness.call("append", long, copy)).fixnum == 600_000)
        var deep = Value.null
        for _ in 0..<300_000 { deep = harness.scheme.heap.cons(deep, .null) }
        var other = Value.null
        for _ in 0..<300_000 { other = harness.scheme.heap.cons(other, .null) }
        #expect(deep.isEqual(other))
    }
}
