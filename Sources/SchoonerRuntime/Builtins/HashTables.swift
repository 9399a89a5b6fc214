/// Hash tables: MIT reference manual 11.4, SRFI 69. What takes procedures is in the prelude's `hash-tables.scm`,
/// and so is the search in tables with an equivalence of the program's own.
enum HashTablePrimitives {
    static let table: [Primitive] =
        [
            Primitive("make-hash-table", 0..., "A table: equivalence, hash, other arguments. SRFI 69", makeHashTable),
            Primitive("hash-table?", 1, "Whether the object is a hash table. MIT 11.4", isHashTable),
            Primitive("hash-table-size", 1, "The number of entries. MIT 11.4", size),
            Primitive("hash-table/count", 1, "Older name of `hash-table-size`.", size),
            Primitive("hash-table-empty?", 1, "Whether the table has no entries. MIT 12.1", isEmpty),
            Primitive("hash-table-ref/default", 3, "The value of a key, or a default. MIT 11.4", refDefault),
            Primitive("hash-table/get", 3, "Older name of `hash-table-ref/default`.", refDefault),
            Primitive("hash-table-set!", 1..., "Binds keys to values, given in turn. MIT 11.4, SRFI 125", setAny),
            Primitive("hash-table/put!", 3, "Older name of `hash-table-set!`.", set),
            Primitive(
                "hash-table-delete!", 1..., "Takes entries away; tells how many there were. MIT 11.4, SRFI 125",
                deleteAny),
            Primitive("hash-table/remove!", 2, "Older name of `hash-table-delete!`.", delete),
            Primitive("hash-table-contains?", 2, "Whether a key has an entry. MIT 11.4", contains),
            Primitive("hash-table-exists?", 2, "SRFI 69 name of `hash-table-contains?`.", contains),
            Primitive("hash-table-keys", 1, "A list of the keys, oldest first. MIT 11.4", keys),
            Primitive("hash-table/key-list", 1, "Older name of `hash-table-keys`.", keys),
            Primitive("hash-table-values", 1, "A list of the values, oldest first. MIT 11.4", values),
            Primitive("hash-table/datum-list", 1, "Older name of `hash-table-values`.", values),
            Primitive("hash-table->alist", 1, "An association list of the entries. MIT 11.4", associations),
            Primitive("hash-table-clear!", 1, "Takes all entries away. MIT 11.4", clear),
            Primitive("hash-table/clear!", 1, "Older name of `hash-table-clear!`.", clear),
            Primitive("hash-table-clean!", 1, "Drops entries whose weak keys have died. MIT 11.4", clean),
            Primitive("hash-table/clean!", 1, "Older name of `hash-table-clean!`.", clean),
            Primitive("hash-table-copy", 1...2, "A table with the same entries. MIT 11.4", copy),
            Primitive("hash-table-empty-copy", 1, "An empty table of the same kind. MIT 12.1", emptyCopy),
            Primitive("hash-table-weak?", 1, "Whether the table holds its keys weakly.", isWeak),
            Primitive("hash-table-equivalence-function", 1, "The procedure that compares keys. SRFI 69", equivalence),
            Primitive("hash-table-hash-function", 1, "The procedure that hashes keys. SRFI 69", hashFunction),
            Primitive(
                "%hash-table-entries", 1, "A vector of keys and values in turn: what a walk walks over.", entries),
            Primitive("%hash-table-probe", 3, "The next entry of a hash, after an entry or #f.", probe),
            Primitive("%hash-table-entry-key", 2, "The key of an entry.", entryKey),
            Primitive("%hash-table-entry-value", 2, "The value of an entry.", entryValue),
            Primitive("%hash-table-set-entry!", 3, "Stores the value of an entry.", setEntry),
            Primitive("%hash-table-remove-entry!", 2, "Takes an entry away.", removeEntry),
            Primitive("%hash-table-add-entry!", 4, "Adds an entry for a key, a value and a hash.", addEntry),
        ] + constructors

    /// The constructors that take no procedures, by MIT's names old and new.
    private static let constructors: [Primitive] = [
        ("make-equal-hash-table", HashTableKind.equal, HashTableWeakness.strong),
        ("make-key-weak-equal-hash-table", .equal, .weakKey),
        ("make-string-hash-table", .string, .strong),
        ("make-strong-eqv-hash-table", .eqv, .strong),
        ("make-eqv-hash-table", .eqv, .strong),
        ("make-strong-eq-hash-table", .eq, .strong),
        ("make-eq-hash-table", .eq, .strong),
        ("make-symbol-hash-table", .eq, .strong),
        ("make-non-pointer-hash-table", .eq, .strong),
        ("make-key-weak-eqv-hash-table", .eqv, .weakKey),
        ("make-weak-eqv-hash-table", .eqv, .weakKey),
        ("make-object-hash-table", .eqv, .weakKey),
        ("make-key-weak-eq-hash-table", .eq, .weakKey),
        ("make-weak-eq-hash-table", .eq, .weakKey),
        ("make-key-ephemeral-eqv-hash-table", .eqv, .ephemeralKey),
        ("make-key-ephemeral-eq-hash-table", .eq, .ephemeralKey),
    ].map { name, kind, weakness in
        let keys = weakness == .strong ? "" : " that holds its keys weakly"
        return Primitive(name, 0...1, "A table with `\(kind)` keys\(keys); the initial size is optional. MIT 11.4") {
            (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
            HashTable.make(scheme.heap, kind, weakness, capacity: try capacity(scheme, arguments, 0, name))
        }
    }

    private static func capacity(
        _ scheme: Interpreter, _ arguments: Arguments, _ position: Int, _ procedure: String
    ) throws(Signal) -> Int {
        guard let size = arguments.supplied(position) else { return 0 }
        guard size.isFixnum && size.fixnum >= 0 else { throw scheme.wrongType(size, nil, procedure) }
        // A hint, not a promise: a wild one must not cost memory.
        return min(size.fixnum, 1 << 12)
    }

    private static func table(
        _ scheme: Interpreter, _ value: Value, _ procedure: String
    ) throws(Signal) -> HashTable {
        guard value.isType(.hashTable) else { throw scheme.wrongType(value, nil, procedure) }
        return HashTable(scheme.heap, value)
    }

    /// The table, ready for a look-up of the key. Tables with procedures of the program go on in the prelude.
    private static func tableForKey(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String, custom: String
    ) throws(Signal) -> HashTable {
        let table = try table(scheme, arguments[0], procedure)
        switch table.kind {
        case .custom: throw .call(scheme.libraryProcedure(custom), arguments.all)
        case .string where !arguments[1].isString: throw scheme.wrongType(arguments[1], nil, "string-hash")
        default: return table
        }
    }

    static func makeHashTable(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard let equivalence = arguments.supplied(0), !equivalence.isFixnum else {
            return HashTable.make(scheme.heap, .equal)
        }
        if equivalence.isType(.record), !equivalence.isProcedure {
            throw .call(scheme.libraryProcedure("%make-comparator-hash-table"), arguments.all)
        }
        guard equivalence.isProcedure else { throw scheme.wrongType(equivalence, nil, "make-hash-table") }
        let standard: [(String, HashTableKind)] = [
            ("eq?", .eq), ("eqv?", .eqv), ("equal?", .equal), ("string=?", .string),
            ("char=?", .eqv),
        ]
        for (name, kind) in standard where scheme.libraryProcedure(name) == equivalence {
            return HashTable.make(scheme.heap, kind)
        }
        // What a standard equivalence takes for the same must have the same hash: 1 and 1., "a" and "A".
        let hashes = [("=", "%number-hash"), ("string-ci=?", "string-ci-hash"), ("char-ci=?", "%char-ci-hash")]
        let known = hashes.first { scheme.libraryProcedure($0.0) == equivalence }
        let standardHash = scheme.libraryProcedure(known?.1 ?? "equal-hash")
        var hash = arguments.supplied(1) ?? standardHash
        if hash.isFixnum { hash = standardHash }
        guard hash.isProcedure else { throw scheme.wrongType(hash, nil, "make-hash-table") }
        if scheme.arity(of: hash).minimum > 1 {
            throw .call(scheme.libraryProcedure("%make-bounded-hash-table"), arguments.all)
        }
        return HashTable.make(scheme.heap, .custom, equivalence: equivalence, hash: hash)
    }

    static func isHashTable(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isType(.hashTable))
    }

    static func size(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(fixnum: try table(scheme, arguments[0], "hash-table-size").count)
    }

    static func isEmpty(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(try table(scheme, arguments[0], "hash-table-empty?").count == 0)
    }

    static func isWeak(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(try table(scheme, arguments[0], "hash-table-weak?").weakness != .strong)
    }

    // MARK: Look-up and change

    static func refDefault(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let table = try tableForKey(
            scheme, arguments, "hash-table-ref/default", custom: "%custom-hash-table-ref/default")
        guard let entry = table.find(arguments[1]) else { return arguments[2] }
        return table.value(entry)
    }

    static func contains(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let table = try tableForKey(scheme, arguments, "hash-table-contains?", custom: "%custom-hash-table-contains?")
        return Value(table.find(arguments[1]) != nil)
    }

    static func set(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let table = try tableForKey(scheme, arguments, "hash-table-set!", custom: "%custom-hash-table-set!")
        try scheme.ensureRoom(forWords: table.growthWords)
        table.set(arguments[1], arguments[2])
        return .unspecific
    }

    /// The usual one key and value here, any other number in the prelude.
    static func setAny(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments.count == 3 else {
            throw .call(scheme.libraryProcedure("%hash-table-set-all!"), arguments.all)
        }
        return try set(scheme, arguments)
    }

    static func deleteAny(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments.count == 2 else {
            throw .call(scheme.libraryProcedure("%hash-table-delete-all!"), arguments.all)
        }
        return try delete(scheme, arguments)
    }

    static func delete(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let table = try tableForKey(scheme, arguments, "hash-table-delete!", custom: "%custom-hash-table-delete!")
        guard let entry = table.find(arguments[1]) else { return .zero }
        table.remove(entry: entry)
        return .one
    }

    static func clear(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try table(scheme, arguments[0], "hash-table-clear!").clear()
        return .unspecific
    }

    static func clean(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try table(scheme, arguments[0], "hash-table-clean!").clean()
        return .unspecific
    }

    static func copy(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let table = try table(scheme, arguments[0], "hash-table-copy")
        try scheme.ensureRoom(forWords: table.used * 16 + 64)
        return table.copy()
    }

    static func emptyCopy(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let table = try table(scheme, arguments[0], "hash-table-empty-copy")
        return HashTable.make(
            scheme.heap, table.kind, table.weakness,
            equivalence: table.object[slot: HashTableLayout.equivalence], hash: table.object[slot: HashTableLayout.hash]
        )
    }

    // MARK: Listing

    /// Makes a list of what `element` gives for each entry, oldest first.
    private static func list(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String, _ element: (HashTable, Int, Value) -> Value
    ) throws(Signal) -> Value {
        let table = try table(scheme, arguments[0], procedure)
        try scheme.ensureRoom(forWords: table.used * 4)
        var result = Value.null
        for entry in (0..<table.used).reversed() {
            guard let key = table.key(entry) else { continue }
            result = scheme.heap.cons(element(table, entry, key), result)
        }
        return result
    }

    static func keys(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try list(scheme, arguments, "hash-table-keys") { _, _, key in key }
    }

    static func values(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try list(scheme, arguments, "hash-table-values") { table, entry, _ in table.value(entry) }
    }

    static func associations(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try list(scheme, arguments, "hash-table->alist") { table, entry, key in
            scheme.heap.cons(key, table.value(entry))
        }
    }

    static func entries(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let table = try table(scheme, arguments[0], "hash-table-walk")
        try scheme.ensureRoom(forWords: table.used * 2 + 1)
        var entries: [Value] = []
        entries.reserveCapacity(table.used * 2)
        for entry in 0..<table.used {
            guard let key = table.key(entry) else { continue }
            entries.append(key)
            entries.append(table.value(entry))
        }
        return scheme.heap.vector(entries)
    }

    // MARK: Procedures of a table

    static func equivalence(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let table = try table(scheme, arguments[0], "hash-table-equivalence-function")
        switch table.kind {
        case .eq: return scheme.libraryProcedure("eq?")
        case .eqv: return scheme.libraryProcedure("eqv?")
        case .equal: return scheme.libraryProcedure("equal?")
        case .string: return scheme.libraryProcedure("string=?")
        case .custom: return table.object[slot: HashTableLayout.equivalence]
        }
    }

    static func hashFunction(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let table = try table(scheme, arguments[0], "hash-table-hash-function")
        switch table.kind {
        case .eq: return scheme.libraryProcedure("eq-hash")
        case .eqv: return scheme.libraryProcedure("eqv-hash")
        case .equal: return scheme.libraryProcedure("equal-hash")
        case .string: return scheme.libraryProcedure("string-hash")
        case .custom: return table.object[slot: HashTableLayout.hash]
        }
    }

    // MARK: Entries, for the prelude's own search

    private static func entry(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String
    ) throws(Signal) -> (HashTable, Int) {
        let table = try table(scheme, arguments[0], procedure)
        return (table, try scheme.indexArgument(arguments, 1, below: table.used, operand: 1, procedure))
    }

    static func probe(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let table = try table(scheme, arguments[0], "%hash-table-probe")
        guard arguments[1].isFixnum else { throw scheme.wrongType(arguments[1], 1, "%hash-table-probe") }
        let previous = arguments[2].isFixnum ? arguments[2].fixnum : nil
        return table.nextEntry(hash: arguments[1].fixnum, after: previous).map { Value(fixnum: $0) } ?? .false
    }

    static func entryKey(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let (table, entry) = try entry(scheme, arguments, "%hash-table-entry-key")
        return table.key(entry) ?? .false
    }

    static func entryValue(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let (table, entry) = try entry(scheme, arguments, "%hash-table-entry-value")
        return table.value(entry)
    }

    static func setEntry(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let (table, entry) = try entry(scheme, arguments, "%hash-table-set-entry!")
        table.setValue(entry, arguments[2])
        return .unspecific
    }

    static func removeEntry(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let (table, entry) = try entry(scheme, arguments, "%hash-table-remove-entry!")
        if table.key(entry) != nil { table.remove(entry: entry) }
        return .unspecific
    }

    static func addEntry(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let table = try table(scheme, arguments[0], "%hash-table-add-entry!")
        guard arguments[3].isFixnum else { throw scheme.wrongType(arguments[3], 3, "%hash-table-add-entry!") }
        try scheme.ensureRoom(forWords: table.growthWords)
        table.add(arguments[1], arguments[2], hash: arguments[3].fixnum)
        return .unspecific
    }
}
