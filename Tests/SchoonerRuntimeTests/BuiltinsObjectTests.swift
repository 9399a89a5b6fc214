import SchoonerRuntime
import Testing

/// Records, promises, cells, weak pairs, environments, clocks and random numbers.
@Suite struct BuiltinsObjectTests {
    let harness = BuiltinsHarness()

    var heap: Heap { harness.scheme.heap }

    private func recordType(_ fields: String, parent: Value = .false) throws -> Value {
        try harness.call("%make-record-type", heap.string("point"), try harness.datum(fields), parent)
    }

    @Test func records() throws {
        let type = try recordType("(x y)")
        let record = try harness.call("%record", type, .one, .zero)
        #expect(try harness.call("%record-ref", record, .one, type, heap.intern("point-x")) == .one)
        _ = try harness.call("%record-set!", record, .one, .true, type, heap.intern("set-point-x!"))
        #expect(try harness.call("%record-ref", record, .one) == .true)
        #expect(try harness.call("record?", record) == .true)
        #expect(try harness.call("record?", type) == .false)
        #expect(try harness.call("record-type-descriptor", record) == type)
        #expect(try harness.call("record-type-name", type).swiftString == "point")
        #expect(try harness.call("record-type-field-names", type).isEqual(try harness.datum("(x y)")))
        #expect(try harness.call("%record-type-index", type, heap.intern("y")).fixnum == 2)
        #expect(try harness.call("%record-type-index", type, heap.intern("z")) == .false)
        let copy = try harness.call("copy-record", record)
        #expect(copy != record)
        #expect(copy[slot: 2] == .zero)
    }

    @Test func recordsThatExtendOthers() throws {
        let parent = try recordType("(x)")
        let child = try recordType("(y)", parent: parent)
        let record = try harness.call("%record", child, .one, .zero)
        #expect(try harness.call("%record-ref", record, .one, parent, .false) == .one)
        #expect(try harness.call("%record-is?", record, parent) == .true)
        #expect(try harness.call("%record-is?", try harness.call("%record", parent, .one), child) == .false)
        #expect(try harness.call("record-type-field-names", child).isEqual(try harness.datum("(x y)")))
    }

    @Test func recordErrors() throws {
        let type = try recordType("(x)")
        let name = heap.intern("point-x")
        do throws(Signal) {
            _ = try harness.call("%record-ref", Value(fixnum: 5), .one, type, name)
            Issue.record("no error")
        } catch {
            #expect(harness.describe(error) == "wrong-type-argument point-x")
        }
        #expect(throws: Signal.self) {
            try harness.call("%record-ref", try harness.call("%record", type), .one, type, name)
        }
        #expect(throws: Signal.self) { try recordType("(a a)") }
        #expect(throws: Signal.self) { try recordType("(a . b)") }
        #expect(throws: Signal.self) { try recordType("(5)") }
    }

    @Test func promises() throws {
        let delayed = try harness.call("%make-delayed", .true)
        #expect(try harness.call("promise-forced?", delayed) == .false)
        #expect(try harness.call("%promise-resolve!", delayed, .one) == .one)
        #expect(try harness.call("%promise-resolve!", delayed, .zero) == .one)
        #expect(try harness.call("promise-forced?", delayed) == .true)
        #expect(try harness.call("make-promise", delayed) == delayed)
        let lazy = try harness.call("%make-lazy-promise", .true)
        let inner = try harness.call("%make-delayed", .false)
        _ = try harness.call("%promise-adopt!", lazy, inner)
        #expect(try harness.call("%promise-state", lazy) == .zero)
        // Forcing the outer one is forcing the inner one.
        _ = try harness.call("%promise-resolve!", lazy, Value(fixnum: 9))
        #expect(try harness.call("%promise-content", inner).fixnum == 9)
        #expect(try harness.error("promise-forced?", "(4)") == "wrong-type-argument promise-forced?")
        #expect(try harness.call("stream-pair?", heap.cons(.one, lazy)) == .true)
    }

    @Test func weakObjects() throws {
        let cell = try harness.call("make-cell", .one)
        _ = try harness.call("set-cell-contents!", cell, .zero)
        #expect(try harness.call("cell-contents", cell) == .zero)
        let honest = try harness.call("weak-cons", .false, .one)
        #expect(try harness.call("weak-pair/car?", honest) == .true)
        #expect(try harness.call("weak-car", honest) == .false)
        let pair = heap.makeRoot(try harness.call("weak-cons", heap.box(.one), .one))
        let ephemeron = heap.makeRoot(try harness.call("make-ephemeron", heap.box(.one), .true))
        #expect(try harness.call("weak-pair/car?", pair.pointee) == .true)
        harness.collect(major: true)
        #expect(try harness.call("weak-pair/car?", pair.pointee) == .false)
        #expect(try harness.call("ephemeron-broken?", ephemeron.pointee) == .true)
        #expect(try harness.call("ephemeron-datum", ephemeron.pointee) == .false)
        #expect(try harness.error("weak-car", "(5)") == "wrong-type-argument weak-car 0")
        #expect(try harness.error("cell-contents", "(5)") == "wrong-type-argument cell-contents 0")
    }

    @Test func environments() throws {
        let user = harness.scheme.userEnvironment
        let name = heap.intern("zork")
        #expect(try harness.call("environment-bound?", user, name) == .false)
        #expect(throws: Signal.self) { try harness.call("environment-lookup", user, name) }
        #expect(throws: Signal.self) { try harness.call("environment-assign!", user, name, .one) }
        _ = try harness.call("environment-define", user, name, .one)
        #expect(try harness.call("environment-lookup", user, name) == .one)
        let child = try harness.call(
            "extend-top-level-environment", user, try harness.datum("(a b)"), try harness.datum("(1 2)"))
        #expect(try harness.call("environment-lookup", child, heap.intern("a")) == .one)
        #expect(try harness.call("environment-lookup", child, name) == .one)
        #expect(try harness.call("environment-parent", child) == user)
        _ = try harness.call("environment-assign!", child, name, .zero)
        #expect(try harness.call("environment-lookup", user, name) == .zero)
        let names = try harness.call("environment-bound-names", child)
        #expect(try harness.call("length", names).fixnum == 2)
        let unassigned = try harness.call("make-top-level-environment", try harness.datum("(a)"))
        #expect(try harness.call("environment-assigned?", unassigned, heap.intern("a")) == .false)
        #expect(throws: Signal.self) { try harness.call("environment-lookup", unassigned, heap.intern("a")) }
        #expect(throws: Signal.self) {
            try harness.call("extend-top-level-environment", user, try harness.datum("(a)"), try harness.datum("(1 2)"))
        }
        #expect(try harness.error("environment-lookup", "(5 a)") == "wrong-type-argument environment-lookup")
    }

    @Test func randomNumbers() throws {
        for _ in 0..<200 {
            #expect((0..<10).contains(try harness.call("random", Value(fixnum: 10)).fixnum))
            let real = try harness.call("random", heap.flonum(2.5)).double
            #expect(real >= 0 && real < 2.5)
        }
        let modulus = try harness.datum("100000000000000000000000000000000000000000")
        for _ in 0..<50 {
            let drawn = try harness.call("random", modulus)
            #expect(drawn.isFixnum || (drawn.isBignum && drawn.length <= modulus.length))
        }
        for bad in ["(0)", "(-1)", "(1/2)"] { #expect(try harness.error("random", bad) == "bad-range-argument random") }
        #expect(try harness.error("random", "(a)") == "wrong-type-argument random")
        var first = RandomState(seed: 42)
        var second = RandomState(seed: 42)
        #expect((0..<8).map { _ in first.next() } == (0..<8).map { _ in second.next() })
    }

    @Test func clocks() throws {
        let first = try harness.call("current-jiffy").fixnum
        #expect(try harness.call("current-jiffy").fixnum >= first)
        #expect(try harness.call("jiffies-per-second").fixnum == 1_000_000)
        #expect(try harness.call("real-time").double > 1.6e12)
        #expect(try harness.call("current-time").fixnum > 1_600_000_000)
        #expect(try harness.call("runtime").double >= 0)
    }
}
