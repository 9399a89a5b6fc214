import SchoonerText

/// Searching strings for strings and characters: MIT reference manual 6.4.
package enum StringSearchPrimitives {
    package static let table: [Primitive] = [
        Primitive(
            "string-search-forward", 2...3, "Where a pattern first begins, from a start on, or #f. MIT 6.4", forward),
        Primitive(
            "string-search-backward", 2...3, "Where a pattern last ends, before an end, or #f. MIT 6.4", backward),
        Primitive("string-search-all", 2...4, "Everywhere a pattern begins. MIT 6.4", all),
        Primitive("substring?", 2, "Whether the second string holds the first. MIT 6.4", holds),
        Primitive("string-find-next-char", 2...4, "Where a character first occurs, or #f. MIT 6.4", next),
        Primitive(
            "string-find-next-char-ci", 2...4, "Where a character first occurs, but for case. MIT 6.4", nextFolded),
        Primitive("string-find-previous-char", 2...4, "Where a character last occurs, or #f. MIT 6.4", previous),
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

    static func forward(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let pattern = try scheme.stringArgument(arguments, 0)
        let string = try scheme.stringArgument(arguments, 1)
        let count = string.stringLength
        var start = 0
        if let value = arguments.supplied(2) {
            start = try scheme.stringIndex(value, through: count, "string-search-forward")
        }
        var found = Value.false
        occurrences(of: pattern, in: string, start..<count) { place in
            found = Value(fixnum: place)
            return false
        }
        return found
    }

    static func backward(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let pattern = try scheme.stringArgument(arguments, 0)
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
        let pattern = try scheme.stringArgument(arguments, 0)
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

    private static func characterPlace(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String, folds: Bool = false, last: Bool = false
    ) throws(Signal) -> Value {
        let string = try scheme.stringArgument(arguments, 0)
        let character = try scheme.characterArgument(arguments, 1, procedure, operand: nil)
        let range = try scheme.stringRange(arguments, from: 2, count: string.stringLength, procedure)
        func matches(_ index: Int) -> Bool {
            let scalar = string.stringScalar(at: index)
            return folds ? CaseMapping.foldcase(scalar) == CaseMapping.foldcase(character) : scalar == character
        }
        let place = last ? range.last(where: matches) : range.first(where: matches)
        return place.map { Value(fixnum: $0) } ?? .false
    }

    static func next(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try characterPlace(scheme, arguments, "string-find-next-char")
    }

    static func nextFolded(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try characterPlace(scheme, arguments, "string-find-next-char-ci", folds: true)
    }

    static func previous(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try characterPlace(scheme, arguments, "string-find-previous-char", last: true)
    }
}
