import SchoonerRuntime
import Testing

@Suite struct BuiltinsHashTableTests {
    let harness = BuiltinsHarness()

    var heap: Heap { harness.scheme.heap }

    private func table(_ constructor: String) throws -> UnsafeMutablePointer<Value> {
        heap.makeRoot(try harness.call(constructor))
    }

    private func get(_ table: Value, _ key: Value) throws -> Value {
        try harness.call("hash-table-ref/default", table, key, .false)
    }

    @Test func setRefDelete() throws {
        let table = try table("make-equal-hash-table")
        for index in 0..<1000 {
            let key = heap.list(Value(fixnum: index), heap.string("k"))
            _ = try harness.call("hash-table-set!", table.pointee, key, Value(fixnum: index * 2))
        }
        #expect(try harness.call("hash-table-size", table.pointee).fixnum == 1000)
        #expect(try get(table.pointee, try harness.datum("(7 \"k\")")).fixnum == 14)
        #expect(try harness.call("hash-table-delete!", table.pointee, try harness.datum("(7 \"k\")")) == .one)
        #expect(try harness.call("hash-table-delete!", table.pointee, try harness.datum("(7 \"k\")")) == .zero)
        #expect(try get(table.pointee, try harness.datum("(7 \"k\")")) == .false)
        #expect(try harness.call("hash-table-size", table.pointee).fixnum == 999)
        _ = try harness.call("hash-table-clear!", table.pointee)
        #expect(try harness.call("hash-table-size", table.pointee).fixnum == 0)
        #expect(try harness.call("hash-table-empty?", table.pointee) == .true)
    }

    @Test func insertionOrderSurvivesDeletion() throws {
        let table = try table("make-strong-eqv-hash-table").pointee
        for index in 0..<20 { _ = try harness.call("hash-table-set!", table, Value(fixnum: index), .zero) }
        for index in 0..<20 where index % 3 == 0 {
            _ = try harness.call("hash-table-delete!", table, Value(fixnum: index))
        }
        for index in 20..<40 { _ = try harness.call("hash-table-set!", table, Value(fixnum: index), .one) }
        let expected = (0..<20).filter { $0 % 3 != 0 } + Array(20..<40)
        let keys = try harness.call("hash-table-keys", table).listElements().elements.map(\.fixnum)
        #expect(keys == expected)
        let entries = try harness.call("%hash-table-entries", table)
        #expect(entries.length == expected.count * 2)
        let copy = try harness.call("hash-table-copy", table)
        #expect(try harness.call("hash-table->alist", copy).isEqual(try harness.call("hash-table->alist", table)))
    }

    @Test(arguments: ["make-strong-eq-hash-table", "make-strong-eqv-hash-table", "make-equal-hash-table"])
    func movingKeysAreFound(_ constructor: String) throws {
        let table = try table(constructor)
        let keys = heap.makeRoot(.null)
        for round in 0..<6 {
            for index in 0..<200 {
                let key = heap.box(Value(fixnum: round * 200 + index))
                keys.pointee = heap.cons(key, keys.pointee)
                _ = try harness.call("hash-table-set!", table.pointee, key, key)
            }
            harness.collect(major: round % 2 == 1)
            // An insertion right after a collection, before any look-up.
            let extra = heap.box(.true)
            keys.pointee = heap.cons(extra, keys.pointee)
            _ = try harness.call("hash-table-set!", table.pointee, extra, extra)
        }
        for key in keys.pointee.listElements().elements { #expect(try get(table.pointee, key) == key) }
        harness.collect(major: true)
        for key in keys.pointee.listElements().elements { #expect(try get(table.pointee, key) == key) }
        #expect(try harness.call("hash-table-size", table.pointee).fixnum == 6 * 201)
    }

    @Test(arguments: [
        "make-key-weak-eqv-hash-table", "make-key-weak-eq-hash-table", "make-key-ephemeral-eqv-hash-table",
    ])
    func weakKeysDie(_ constructor: String) throws {
        let table = try table(constructor)
        let kept = heap.makeRoot(heap.box(.one))
        for index in 0..<50 {
            _ = try harness.call("hash-table-set!", table.pointee, heap.box(Value(fixnum: index)), .zero)
        }
        _ = try harness.call("hash-table-set!", table.pointee, kept.pointee, Value(fixnum: 7))
        _ = try harness.call("hash-table-set!", table.pointee, Value(fixnum: 5), Value(fixnum: 8))
        #expect(try harness.call("hash-table-size", table.pointee).fixnum == 52)
        harness.collect(major: true)
        #expect(try harness.call("hash-table-size", table.pointee).fixnum == 2)
        #expect(try get(table.pointee, kept.pointee).fixnum == 7)
        #expect(try get(table.pointee, Value(fixnum: 5)).fixnum == 8)
        _ = try harness.call("hash-table-clean!", table.pointee)
        #expect(try harness.call("hash-table-keys", table.pointee).listElements().elements.count == 2)
    }

    @Test func ephemeralEntriesDoNotKeepTheirOwnKeys() throws {
        let table = try table("make-key-ephemeral-eq-hash-table")
        let key = heap.box(.zero)
        _ = try harness.call("hash-table-set!", table.pointee, key, heap.list(key))
        harness.collect(major: true)
        #expect(try harness.call("hash-table-size", table.pointee).fixnum == 0)
    }

    @Test func stringTablesWantStrings() throws {
        let table = try harness.call("make-string-hash-table")
        _ = try harness.call("hash-table-set!", table, heap.string("λ"), .one)
        #expect(try get(table, heap.string("λ")) == .one)
        #expect(throws: Signal.self) { try harness.call("hash-table-set!", table, .one, .one) }
    }

    @Test func aMillionEntries() throws {
        let table = try table("make-strong-eqv-hash-table").pointee
        let view = HashTable(heap, table)
        for index in 0..<1_000_000 { view.set(Value(fixnum: index &* 7919), Value(fixnum: index)) }
        #expect(view.count == 1_000_000)
        #expect(view.find(Value(fixnum: 999_999 &* 7919)) != nil)
        #expect(view.find(Value(fixnum: 1)) == nil)
    }

    @Test func wrongTables() throws {
        #expect(try harness.error("hash-table-set!", "(5 1 2)") == "wrong-type-argument hash-table-set!")
        #expect(try harness.error("hash-table-keys", "(5)") == "wrong-type-argument hash-table-keys")
        #expect(try harness.error("make-hash-table", "(\"x\")") == "wrong-type-argument make-hash-table")
    }

    @Test func entriesOfAProgramsOwnHash() throws {
        let table = HashTable(heap, HashTable.make(heap, .custom, equivalence: .false, hash: .false))
        for index in 0..<100 { table.add(Value(fixnum: index), .zero, hash: index % 3) }
        var found: [Int] = []
        var entry = table.nextEntry(hash: 1, after: nil)
        while let current = entry {
            if let key = table.key(current) { found.append(key.fixnum) }
            entry = table.nextEntry(hash: 1, after: current)
        }
        #expect(found.sorted() == (0..<100).filter { $0 % 3 == 1 })
    }
}
