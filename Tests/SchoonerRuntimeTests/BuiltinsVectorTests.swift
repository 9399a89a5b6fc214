import SchoonerRuntime
import Testing

@Suite struct BuiltinsVectorTests {
    let harness = BuiltinsHarness()

    @Test(arguments: [
        ("make-vector", "(2 a)", "#(a a)"), ("vector", "(1 2)", "#(1 2)"), ("vector-length", "(#(1 2))", "2"),
        ("vector-ref", "(#(1 2) 1)", "2"), ("vector->list", "(#(1 2 3) 1)", "(2 3)"),
        ("vector->list", "(#(1 2 3) 1 2)", "(2)"), ("subvector->list", "(#(1 2 3) 1 2)", "(2)"),
        ("list->vector", "((1 2))", "#(1 2)"), ("vector-copy", "(#(1 2 3) 1)", "#(2 3)"),
        ("vector-copy", "(#(1 2 3) #!default 2)", "#(1 2)"), ("subvector", "(#(1 2 3) 1 2)", "#(2)"),
        ("vector-head", "(#(1 2 3) 2)", "#(1 2)"), ("vector-tail", "(#(1 2 3) 2)", "#(3)"),
        ("vector-append", "(#(1) #() #(2 3))", "#(1 2 3)"), ("vector-grow", "(#(1) 3)", "#(1 #f #f)"),
        ("vector-first", "(#(1 2))", "1"), ("vector-last", "(#(1 2))", "2"), ("vector-third", "(#(1 2 3))", "3"),
        ("make-bytevector", "(2 7)", "#u8(7 7)"), ("bytevector", "(1 255)", "#u8(1 255)"),
        ("bytevector-u8-ref", "(#u8(1 2) 1)", "2"), ("bytevector-copy", "(#u8(1 2 3) 1)", "#u8(2 3)"),
        ("bytevector-append", "(#u8(1) #u8() #u8(2 3))", "#u8(1 2 3)"), ("bytevector-length", "(#u8(1 2 3))", "3"),
        ("bytevector-u16le-ref", "(#u8(1 2 3) 1)", "770"), ("bytevector-u32be-ref", "(#u8(1 2 3 4) 0)", "16909060"),
        ("bytevector=?", "(#u8(1) #u8(1))", "#t"), ("bytevector<?", "(#u8(1 2) #u8(1 3))", "#t"),
        ("list->bytevector", "((1 2))", "#u8(1 2)"), ("bytevector->list", "(#u8(1 2 3) 1)", "(2 3)"),
        ("vector->bytevector", "(#(1 2))", "#u8(1 2)"), ("bytevector->vector", "(#u8(1 2))", "#(1 2)"),
        ("bytevector-head", "(#u8(1 2) 1)", "#u8(1)"), ("bytevector-tail", "(#u8(1 2) 1)", "#u8(2)"),
        ("byte?", "(255)", "#t"), ("byte?", "(256)", "#f"),
    ]) func values(_ name: String, _ arguments: String, _ expected: String) throws {
        #expect(try harness.gives(name, arguments, expected))
    }

    @Test(arguments: [
        ("vector-ref", "(#(1 2) 2)", "bad-range-argument vector-ref 1"),
        ("vector-ref", "((1) 0)", "wrong-type-argument vector-ref 0"),
        ("vector-ref", "(#(1 2) 1.)", "wrong-type-argument vector-ref 1"),
        ("vector-ref", "(#(1 2) -1)", "bad-range-argument vector-ref 1"),
        ("vector-set!", "(#(1 2) 9 3)", "bad-range-argument vector-set! 1"),
        ("vector->list", "(#(1 2 3) 2 1)", "bad-range-argument subvector->list 1"),
        ("vector->list", "(#(1 2 3) 0 9)", "bad-range-argument subvector->list 2"),
        ("vector->list", "(5)", "wrong-type-argument vector-length 0"),
        ("list->vector", "((1 . 2))", "wrong-type-argument list->vector 0"),
        ("subvector", "(#(1 2 3) 1 9)", "bad-range-argument subvector"),
        ("vector-head", "(#(1 2 3) 9)", "bad-range-argument subvector"),
        ("vector-grow", "(#(1 2 3) 2)", "bad-range-argument vector-grow"),
        ("make-vector", "(-1)", "bad-range-argument vector-cons 0"),
        ("make-vector", "(a)", "wrong-type-argument vector-cons 0"),
        ("make-vector", "(10000000000)", "needs memory"),
        ("vector-fill!", "(#(1 2) 0 3)", "bad-range-argument subvector-fill! 1"),
        ("vector-copy!", "(#(1 2 3) 1 #(1 2 3))", "bad-range-argument subvector-move-left! 4"),
        ("vector-append", "(#(1) (2))", "wrong-type-argument vector-append"),
        ("vector-first", "(#())", "bad-range-argument vector-ref 1"),
        ("bytevector", "(1 256)", "bad-range-argument bytevector-u8-set! 2"),
        ("bytevector", "(a)", "wrong-type-argument bytevector-u8-set! 2"),
        ("make-bytevector", "(-1)", "bad-range-argument allocate-bytevector 0"),
        ("make-bytevector", "(2 256)", "bad-range-argument bytevector-fill! 1"),
        ("bytevector-u8-ref", "(#u8(1) 1)", "bad-range-argument bytevector-u8-ref 1"),
        ("bytevector-copy", "(#u8(1 2 3) 2 1)", "bad-range-argument bytevector-copy 1"),
        ("bytevector-copy", "(#u8(1 2 3) 1 9)", "bad-range-argument bytevector-copy 2"),
        ("bytevector-copy!", "(#u8(1 2 3) 2 #u8(1 2 3))", "bad-range-argument bytevector-copy! 4"),
        ("bytevector-append", "(#u8(1) 2)", "wrong-type-argument bytevector-length 0"),
        ("bytevector-u16le-ref", "(#u8(1 2 3) 2)", "bad-range-argument bytevector-u16le-ref"),
        ("bytevector-u16be-set!", "(#u8(1 2 3) 0 65536)", "bad-range-argument bytevector-u16be-set!"),
        ("bytevector-u32le-ref", "(#u8(1) 0)", "bad-range-argument bytevector-u32le-ref"),
    ]) func errors(_ name: String, _ arguments: String, _ expected: String) throws {
        #expect(try harness.error(name, arguments) == expected)
    }

    /// The target after a call whose first argument it is.
    private func changed(_ name: String, _ target: String, _ rest: String) throws -> Value {
        let value = try harness.datum(target)
        _ = try harness.call(name, [value] + (try harness.datum(rest)).listElements().elements)
        return value
    }

    @Test(arguments: [
        ("vector-fill!", "#(1 2 3 4)", "(9 1 3)", "#(1 9 9 4)"),
        ("subvector-fill!", "#(1 2 3)", "(1 2 x)", "#(1 x 3)"),
        ("vector-copy!", "#(1 2 3)", "(1 #(4 5 6) 1)", "#(1 5 6)"),
        ("vector-set!", "#(1 2)", "(0 x)", "#(x 2)"), ("list-set!", "(1 2)", "(1 x)", "(1 x)"),
        ("bytevector-fill!", "#u8(1 2 3)", "(0 1)", "#u8(1 0 0)"),
        ("bytevector-copy!", "#u8(1 2 3)", "(1 #u8(4 5 6) 1)", "#u8(1 5 6)"),
        ("bytevector-u16be-set!", "#u8(0 0 0)", "(1 258)", "#u8(0 1 2)"),
        ("bytevector-u32le-set!", "#u8(0 0 0 0)", "(0 67305985)", "#u8(1 2 3 4)"),
    ]) func mutations(_ name: String, _ target: String, _ rest: String, _ expected: String) throws {
        #expect(try changed(name, target, rest).isEqual(try harness.datum(expected)))
    }

    @Test func overlappingCopies() throws {
        for (name, prefix) in [("vector-copy!", "#"), ("bytevector-copy!", "#u8")] {
            let up = try harness.datum(prefix + "(1 2 3 4 5)")
            _ = try harness.call(name, up, .one, up, .zero, Value(fixnum: 4))
            #expect(up.isEqual(try harness.datum(prefix + "(1 1 2 3 4)")))
            let down = try harness.datum(prefix + "(1 2 3 4 5)")
            _ = try harness.call(name, down, .zero, down, .one, Value(fixnum: 5))
            #expect(down.isEqual(try harness.datum(prefix + "(2 3 4 5 5)")))
        }
    }
}
