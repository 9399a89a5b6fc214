import SchoonerText

/// Searching strings for strings and characters: MIT reference manual 6.4.
package enum StringSearchPrimitives {
    package static let table: [Primitive] = [
        Primitive(
            "string-search-forward", 2...4, "Where a pattern first begins, from a start on, or #f. MIT 6.4", forward),
        Primitive(
            "string-search-backward", 2...3, "Where a pattern last ends, before an end, or #f. MIT 6.4", backward),
        Primitive("string-search-all", 2...4, "Everywhere a pattern begins. MIT 6.4", all),
        Primitive("substring?", 2, "Whether the second string holds the first. MIT 6.4", holds),
        Primitive("string-find-next-char", 2...4, "Where a character first occurs, or #f. MIT 6.4", next),
        Primitive(
            "string-find-next-char-ci", 2...4, "Where a character first occurs, but for case. MIT 6.4", nextFolded),
        Primitive("string-find-next-char-in-set", 2...4, "Where a member of a set first occurs. MIT 6.4", nextMember),
        Primitive("string-find-previous-char", 2...4, "Where a character last occurs, or #f. MIT 6.4", previous),
        Primitive(
            "string-find-previous-char-ci", 2...4, "Where a character last occurs, but for case. MIT 6.4",
            previousFolded),
        Primitive(
            "string-find-previous-char-in-set", 2...4, "Where a member of a set last occurs. MIT 6.4", previousMember),
    ]

    /// The places where the pattern begins in a part of a string, in linear time (Knuth, Morris and Pratt).
    /// - Parameter body: told each place; false ends the search.
    private static func occurrences(
        of pattern: Value, in string: Value, _ range: Range<Int>, _ body: (Int) -> Bool
    ) {
        let count = pattern.stringLength
        guard count > 0 else {
            for place in range.lowerBound...range.upperBound where !body(place) { return }
            return
        }
        let wanted = pattern.scalars
        // How much of the pattern still matches after a mismatch behind so many characters.
        var fallback = [Int](repeating: 0, count: count)
        var matched = 0
        for index in stride(from: 1, to: count, by: 1) {
            while matched > 0 && wanted[index] != wanted[matched] { matched = fallback[matched - 1] }
            if wanted[index] == wanted[matched] { matched += 1 }
            fallback[index] = matched
        }
        matched = 0
        for index in range {
            let scalar = string.stringScalar(at: index)
            while matched > 0 && scalar != wanted[matched] { matched = fallback[matched - 1] }
            if scalar == wanted[matched] { matched += 1 }
            if matched == count {
                if !body(index + 1 - count) { return }
                matched = fallback[count - 1]
            }
        }
    }

    /// A pattern to search for. 12.1 refuses an empty one, naming its length.
    private static func pattern(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String
    ) throws(Signal) -> Value {
        let pattern = try scheme.stringArgument(arguments, 0)
        _ = try scheme.stringArgument(arguments, 1)
        guard pattern.stringLength > 0 else { throw scheme.badRange(Value(fixnum: 0), nil, procedure) }
        return pattern
    }

    static func forward(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let pattern = try pattern(scheme, arguments, "string-search-forward")
        let string = try scheme.stringArgument(arguments, 1)
        let count = string.stringLength
        let range = try scheme.stringRange(arguments, from: 2, count: count, "string-search-forward")
        var found = Value.false
        occurrences(of: pattern, in: string, range) { place in
            found = Value(fixnum: place)
            return false
        }
        return found
    }

    static func backward(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let pattern = try pattern(scheme, arguments, "string-search-backward")
        let string = try scheme.stringArgument(arguments, 1)
        var end = string.stringLength
        if let value = arguments.supplied(2) {
            end = try scheme.stringIndex(value, through: end, "string-search-backward")
        }
        let count = pattern.stringLength
        var start = end - count
        while start >= 0 {
            var index = 0
            while index < count && string.stringScalar(at: start + index) == pattern.stringScalar(at: index) {
                index += 1
            }
            if index == count { return Value(fixnum: start + count) }
            start -= 1
        }
        return .false
    }

    static func all(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let pattern = try pattern(scheme, arguments, "string-search-all")
        let string = try scheme.stringArgument(arguments, 1)
        let range = try scheme.stringRange(arguments, from: 2, count: string.stringLength, "string-search-all")
        var places: [Value] = []
        occurrences(of: pattern, in: string, range) { place in
            places.append(Value(fixnum: place))
            return true
        }
        try scheme.ensureRoom(forWords: places.count * 2)
        return scheme.heap.list(places)
    }

    static func holds(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let pattern = try scheme.stringArgument(arguments, 0)
        let string = try scheme.stringArgument(arguments, 1)
        var isFound = false
        occurrences(of: pattern, in: string, 0..<string.stringLength) { _ in
            isFound = true
            return false
        }
        return Value(isFound)
    }

    // MARK: Characters

    /// The first or last place in a part of a string where a character matches.
    private static func place(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String, last: Bool, _ matches: (UInt32) -> Bool
    ) throws(Signal) -> Value {
        let string = try scheme.stringArgument(arguments, 0)
        let range = try scheme.stringRange(arguments, from: 2, count: string.stringLength, procedure)
        let place =
            last
            ? range.last { matches(string.stringScalar(at: $0)) }
            : range.first { matches(string.stringScalar(at: $0)) }
        return place.map { Value(fixnum: $0) } ?? .false
    }

    /// The place of a character, or of one that case folding makes the same.
    private static func characterPlace(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String, folds: Bool = false, last: Bool = false
    ) throws(Signal) -> Value {
        // 12.1 measures the string before it looks at the character.
        _ = try scheme.stringArgument(arguments, 0)
        let checker = folds ? "char-ci=-predicate" : "char=-predicate"
        let character = try scheme.characterArgument(arguments, 1, checker, operand: nil)
        let wanted = folds ? CaseMapping.foldcase(character) : character
        return try place(scheme, arguments, procedure, last: last) {
            (folds ? CaseMapping.foldcase($0) : $0) == wanted
        }
    }

    private static func memberPlace(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String, last: Bool
    ) throws(Signal) -> Value {
        _ = try scheme.stringArgument(arguments, 0)
        let set = arguments[1]
        guard set.isCharacterSet else { throw scheme.wrongType(set, nil, procedure) }
        return try place(scheme, arguments, procedure, last: last) { set.characterSetContains($0) }
    }

    static func next(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try characterPlace(scheme, arguments, "string-find-next-char")
    }

    static func nextFolded(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try characterPlace(scheme, arguments, "string-find-next-char-ci", folds: true)
    }

    static func nextMember(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try memberPlace(scheme, arguments, "string-find-next-char-in-set", last: false)
    }

    static func previous(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try characterPlace(scheme, arguments, "string-find-previous-char", last: true)
    }

    static func previousFolded(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try characterPlace(scheme, arguments, "string-find-previous-char-ci", folds: true, last: true)
    }

    static func previousMember(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try memberPlace(scheme, arguments, "string-find-previous-char-in-set", last: true)
    }
}
