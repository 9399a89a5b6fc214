import SchoonerText

/// Sets of characters: MIT reference manual 5.4, SRFI 14. What takes procedures is in the library (srfi 14).
enum CharacterSetPrimitives {
    static let table: [Primitive] = [
        Primitive("char-set?", 1, "Whether the object is a character set. SRFI 14", isSet),
        Primitive(
            "char-set", 0..., "The set of characters, strings' characters, code ranges and sets. MIT 5.4", make),
        Primitive("char-set*", 1, "`char-set` of a list's elements. MIT 5.4", makeOfList),
        Primitive("->char-set", 1, "The set that a character, string or set stands for. SRFI 14", coerce),
        Primitive("char-set-contains?", 2, "Whether the set has the character. SRFI 14", contains),
        Primitive("char-set-member?", 2, "Whether the set has the character. MIT 12.1", contains),
        Primitive("char-in-set?", 2, "Whether the character is in the set. MIT 5.4", isIn),
        Primitive("code-point-in-char-set?", 2, "Whether the code point is in the set. MIT 12.1", hasCodePoint),
        Primitive("char-set-union", 0..., "Members of any set. SRFI 14", union),
        Primitive("char-set-union*", 1, "Members of any set in a list. MIT 5.4", unionOfList),
        Primitive("char-set-intersection", 0..., "Members of all sets. SRFI 14", intersection),
        Primitive("char-set-intersection*", 1, "Members of all sets in a list. MIT 5.4", intersectionOfList),
        Primitive("char-set-xor", 0..., "Members of an odd number of sets. SRFI 14", symmetricDifference),
        Primitive("char-set-xor*", 1, "Members of an odd number of the sets in a list. MIT 12.1", xorOfList),
        Primitive("char-set-difference", 1..., "Members of the first set alone. SRFI 14", difference),
        Primitive("char-set-invert", 1, "All code points that are not in the set. MIT 5.4", invert),
        Primitive("char-set-complement", 1, "All characters of Unicode that are not in the set. SRFI 14", complement),
        Primitive("char-set-adjoin", 1..., "The set with more characters. SRFI 14", adjoin),
        Primitive("char-set-delete", 1..., "The set without some characters. SRFI 14", delete),
        Primitive("char-set-size", 1, "The number of members. SRFI 14", size),
        Primitive("char-set-empty?", 1, "Whether the set has no members. MIT 12.1", isEmpty),
        Primitive("char-set-hash", 1...2, "A hash of the members. SRFI 14", hash),
        Primitive("char-set=", 0..., "Whether the sets have the same members. SRFI 14", isSame),
        Primitive("char-set=?", 0..., "Whether the sets have the same members. MIT 12.1", isSame),
        Primitive("char-set<=", 0..., "Whether each set is part of the next. SRFI 14", isPart),
        Primitive(
            "char-sets-disjoint?", 0..., "Whether no two of the sets have a member in common. MIT 12.1", disjoint),
        Primitive("char-set->list", 1, "The members in ascending order. SRFI 14", toList),
        Primitive("char-set->string", 1, "A string of the members in ascending order. SRFI 14", toString),
        Primitive("char-set->code-points", 1, "The members as code points and ranges of them. MIT 5.4", toCodePoints),
        Primitive("list->char-set", 1...2, "The set of a list's characters, and of a base set. SRFI 14", fromList),
        Primitive(
            "string->char-set", 1...2, "The set of a string's characters, and of a base set. SRFI 14", fromString),
        Primitive(
            "ucs-range->char-set", 2...4, "The characters in a range of codes, and of a base set. SRFI 14", fromRange),
        Primitive("name->char-set", 1, "The set that a symbol names, or #f. MIT 12.1", fromName),
        Primitive("%char-set-next", 2, "The least member from a code point on, or 1114112.", next),
    ]

    // MARK: Arguments

    private static func set(_ scheme: Interpreter, _ value: Value, _ procedure: String) throws(Signal) -> Value {
        guard value.isCharacterSet else { throw scheme.wrongType(value, nil, procedure) }
        return value
    }

    private static func list(_ scheme: Interpreter, _ value: Value, _ procedure: String) throws(Signal) -> InversionList
    {
        scheme.heap.enumerate(try set(scheme, value, procedure))
    }

    private static func elements(_ scheme: Interpreter, _ value: Value, _ procedure: String) throws(Signal) -> [Value] {
        guard value.properListLength != nil else { throw scheme.wrongType(value, nil, procedure) }
        return value.listElements().elements
    }

    /// The optional base set at a place.
    private static func base(
        _ scheme: Interpreter, _ arguments: Arguments, _ place: Int, _ procedure: String
    ) throws(Signal) -> InversionList {
        guard let value = arguments.optional(place) else { return InversionList() }
        return try list(scheme, value, procedure)
    }

    private static func new(_ scheme: Interpreter, _ list: InversionList) throws(Signal) -> Value {
        try scheme.ensureRoom(forWords: list.boundaries.count / 2 + 8)
        return scheme.heap.characterSet(list)
    }

    /// The characters that an element of `char-set` stands for (MIT 5.4: a "cpl element"), nil when it is none.
    private static func members(_ scheme: Interpreter, _ value: Value) -> InversionList? {
        if value.isCharacter { return InversionList(scalars: [value.character & CharacterSyntax.codeMask]) }
        if value.isString { return InversionList(scalars: value.scalars) }
        if value.isCharacterSet { return scheme.heap.enumerate(value) }
        if let scalar = codePoint(value), scalar < InversionList.limit { return InversionList(scalars: [scalar]) }
        if value.isPair, let start = codePoint(value.car), let end = codePoint(value.cdr), start <= end {
            return InversionList(ranges: [start..<end])
        }
        return named(scheme, value).map(scheme.heap.enumerate)
    }

    private static func codePoint(_ value: Value) -> UInt32? {
        guard value.isFixnum, (0...Int(InversionList.limit)).contains(value.fixnum) else { return nil }
        return UInt32(value.fixnum)
    }

    // MARK: Making

    static func isSet(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isCharacterSet)
    }

    private static func make(_ scheme: Interpreter, _ elements: [Value], _ whole: Value) throws(Signal) -> Value {
        var ranges: [Range<UInt32>] = []
        for element in elements {
            guard let members = members(scheme, element) else { throw scheme.wrongType(whole, nil, "char-set*") }
            ranges += members.ranges
        }
        return try new(scheme, InversionList(ranges: ranges))
    }

    static func make(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let elements = arguments.all
        return try make(scheme, elements, scheme.heap.list(elements))
    }

    static func makeOfList(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try make(scheme, try elements(scheme, arguments[0], "char-set*"), arguments[0])
    }

    static func coerce(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let value = arguments[0]
        if value.isCharacterSet { return value }
        guard value.isCharacter || value.isString, let members = members(scheme, value) else {
            throw scheme.badRange(value, nil, "->char-set")
        }
        return try new(scheme, members)
    }

    static func fromList(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let scalars = try characters(scheme, try elements(scheme, arguments[0], "list->char-set"))
        let base = try base(scheme, arguments, 1, "list->char-set")
        return try new(scheme, InversionList(scalars: scalars).union(base))
    }

    static func fromString(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let scalars = try scheme.stringArgument(arguments, 0).scalars
        let base = try base(scheme, arguments, 1, "string->char-set")
        return try new(scheme, InversionList(scalars: scalars).union(base))
    }

    static func fromRange(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let name = "ucs-range->char-set"
        for place in [1, 0] where !arguments[place].isFixnum || arguments[place].fixnum < 0 {
            throw scheme.wrongType(arguments[place], nil, name)
        }
        guard let end = codePoint(arguments[1]) else { throw scheme.badRange(arguments[1], nil, name) }
        guard let start = codePoint(arguments[0]), start <= end else { throw scheme.badRange(arguments[0], nil, name) }
        return try new(scheme, InversionList(ranges: [start..<end]).union(try base(scheme, arguments, 3, name)))
    }

    /// The class that a symbol names.
    private static func named(_ scheme: Interpreter, _ value: Value) -> Value? {
        guard value.isSymbol else { return nil }
        let found = CharacterClass.allCases.first {
            $0.isKnownBySymbol && value == scheme.heap.intern($0.name)
        }
        return found.map { scheme.heap.characterSet($0) }
    }

    static func fromName(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        named(scheme, arguments[0]) ?? .false
    }

    // MARK: Members

    static func contains(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let set = try set(scheme, arguments[0], "char-set-contains?")
        let character = try scheme.characterArgument(arguments, 1)
        return Value(set.characterSetContains(character & CharacterSyntax.codeMask))
    }

    static func isIn(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let set = try set(scheme, arguments[1], "char-in-set?")
        return Value(set.characterSetContains(try scheme.characterArgument(arguments, 0) & CharacterSyntax.codeMask))
    }

    static func hasCodePoint(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let set = try set(scheme, arguments[1], "code-point-in-char-set?")
        guard let scalar = codePoint(arguments[0]), scalar < InversionList.limit else {
            throw scheme.wrongType(arguments[0], nil, "code-point-in-char-set?")
        }
        return Value(set.characterSetContains(scalar))
    }

    static func size(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(fixnum: try list(scheme, arguments[0], "char-set-size").count)
    }

    static func isEmpty(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(try list(scheme, arguments[0], "char-set-empty?").isEmpty)
    }

    static func next(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let set = try set(scheme, arguments[0], "char-set-cursor-next")
        guard let scalar = codePoint(arguments[1]) else {
            throw scheme.wrongType(arguments[1], nil, "char-set-cursor-next")
        }
        if !set[slot: CharacterSetLayout.boundaries].isBytevector { _ = scheme.heap.enumerate(set) }
        return set.withBoundaries { boundaries in
            let place = InversionList.place(of: scalar, boundaries: boundaries)
            if place & 1 == 1 { return Value(fixnum: Int(scalar)) }
            return Value(fixnum: Int(place < boundaries.count ? boundaries[place] : InversionList.limit))
        }
    }

    // MARK: Algebra

    private static func fold(
        _ scheme: Interpreter, _ sets: [Value], _ procedure: String, from start: InversionList,
        _ combine: (InversionList, InversionList) -> InversionList
    ) throws(Signal) -> Value {
        var result = start
        for set in sets { result = combine(result, try list(scheme, set, procedure)) }
        return try new(scheme, result)
    }

    private static func unite(_ scheme: Interpreter, _ sets: [Value], _ procedure: String) throws(Signal) -> Value {
        try fold(scheme, sets, procedure, from: InversionList()) { $0.union($1) }
    }

    static func union(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try unite(scheme, arguments.all, "char-set-union")
    }

    static func unionOfList(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try unite(scheme, try elements(scheme, arguments[0], "char-set-union*"), "char-set-union*")
    }

    private static func intersect(_ scheme: Interpreter, _ sets: [Value], _ procedure: String) throws(Signal) -> Value {
        // Of no sets it is the full one, `char-set:full`.
        guard !sets.isEmpty else { return scheme.heap.characterSet(.unicode) }
        let all = InversionList(boundaries: [0, InversionList.limit])
        return try fold(scheme, sets, procedure, from: all) { $0.intersection($1) }
    }

    static func intersection(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try intersect(scheme, arguments.all, "char-set-intersection")
    }

    static func intersectionOfList(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try intersect(scheme, try elements(scheme, arguments[0], "char-set-intersection*"), "char-set-intersection*")
    }

    static func symmetricDifference(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try fold(scheme, arguments.all, "char-set-xor", from: InversionList()) { $0.symmetricDifference($1) }
    }

    static func xorOfList(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let sets = try elements(scheme, arguments[0], "char-set-xor*")
        return try fold(scheme, sets, "char-set-xor*", from: InversionList()) { $0.symmetricDifference($1) }
    }

    static func difference(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let first = try list(scheme, arguments[0], "char-set-difference")
        return try fold(scheme, arguments.rest(from: 1), "char-set-difference", from: first) { $0.subtracting($1) }
    }

    static func invert(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try new(scheme, try list(scheme, arguments[0], "char-set-invert").inverted)
    }

    static func complement(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let set = try list(scheme, arguments[0], "char-set-complement")
        let full = scheme.libraryProcedure("char-set:unicode")
        let all =
            full.isCharacterSet ? scheme.heap.enumerate(full) : InversionList(where: CharacterClass.unicode.contains)
        return try new(scheme, all.subtracting(set))
    }

    private static func characters(_ scheme: Interpreter, _ values: [Value]) throws(Signal) -> [UInt32] {
        var scalars: [UInt32] = []
        for value in values {
            guard value.isCharacter else { throw scheme.wrongType(value, 0, "char->integer") }
            scalars.append(value.character & CharacterSyntax.codeMask)
        }
        return scalars
    }

    static func adjoin(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let more = InversionList(scalars: try characters(scheme, arguments.rest(from: 1)))
        return try new(scheme, try list(scheme, arguments[0], "char-set-adjoin").union(more))
    }

    static func delete(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let fewer = InversionList(scalars: try characters(scheme, arguments.rest(from: 1)))
        return try new(scheme, try list(scheme, arguments[0], "char-set-delete").subtracting(fewer))
    }

    // MARK: Comparing

    /// Whether the relation holds between each set and the next.
    private static func chain(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String,
        _ holds: (InversionList, InversionList) -> Bool
    ) throws(Signal) -> Value {
        var previous: InversionList?
        var result = true
        for value in arguments.all {
            let next = try list(scheme, value, procedure)
            if let previous, !holds(previous, next) { result = false }
            previous = next
        }
        return Value(result)
    }

    static func isSame(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try chain(scheme, arguments, "char-set=") { $0 == $1 }
    }

    static func isPart(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try chain(scheme, arguments, "char-set<=") { $0.isSubset(of: $1) }
    }

    static func disjoint(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        var seen = InversionList()
        var result = true
        for value in arguments.all {
            let next = try list(scheme, value, "char-sets-disjoint?")
            if !seen.intersection(next).isEmpty { result = false }
            seen = seen.union(next)
        }
        return Value(result)
    }

    static func hash(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let hash = ValueHasher.characterSet(try set(scheme, arguments[0], "char-set-hash"))
        // SRFI 14: a bound of zero is as none.
        guard let bound = arguments.supplied(1), bound != Value(fixnum: 0) else { return Value(fixnum: hash) }
        guard bound.isFixnum, bound.fixnum > 0 else { throw scheme.wrongType(bound, nil, "char-set-hash") }
        return Value(fixnum: hash % bound.fixnum)
    }

    // MARK: Taking apart

    static func toList(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let members = try list(scheme, arguments[0], "char-set->list")
        try scheme.ensureRoom(forWords: members.count * 2)
        var result = Value.null
        for range in Array(members.ranges).reversed() {
            for scalar in range.reversed() { result = scheme.heap.cons(Value(character: scalar), result) }
        }
        return result
    }

    static func toString(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try scheme.newString(try list(scheme, arguments[0], "char-set->string").ranges.flatMap { Array($0) })
    }

    static func toCodePoints(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let members = try list(scheme, arguments[0], "char-set->code-points")
        try scheme.ensureRoom(forWords: members.boundaries.count * 2)
        return scheme.heap.list(
            members.ranges.map { range in
                let start = Value(fixnum: Int(range.lowerBound))
                return range.count == 1 ? start : scheme.heap.cons(start, Value(fixnum: Int(range.upperBound)))
            })
    }
}
