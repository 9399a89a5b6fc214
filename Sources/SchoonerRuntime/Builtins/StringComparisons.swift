import SchoonerText

/// Order and equality of strings, by code points: R7RS 6.7.
package enum StringComparisonPrimitives {
    package static let table: [Primitive] = [
        row("string=?", "equal", folds: false) { $0 == 0 },
        row("string<?", "in increasing order", folds: false) { $0 < 0 },
        row("string>?", "in decreasing order", folds: false) { $0 > 0 },
        row("string<=?", "in non-decreasing order", folds: false) { $0 <= 0 },
        row("string>=?", "in non-increasing order", folds: false) { $0 >= 0 },
        row("string-ci=?", "equal but for case", folds: true) { $0 == 0 },
        row("string-ci<?", "in increasing order but for case", folds: true) { $0 < 0 },
        row("string-ci>?", "in decreasing order but for case", folds: true) { $0 > 0 },
        row("string-ci<=?", "in non-decreasing order but for case", folds: true) { $0 <= 0 },
        row("string-ci>=?", "in non-increasing order but for case", folds: true) { $0 >= 0 },
        Primitive("string-prefix?", 2...4, "Whether the second string begins with the first. MIT 6.4") {
            (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
            try affix(scheme, arguments, folds: false, atEnd: false)
        },
        Primitive("string-suffix?", 2...4, "Whether the second string ends with the first. MIT 6.4") {
            (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
            try affix(scheme, arguments, folds: false, atEnd: true)
        },
        Primitive("string-prefix-ci?", 2...4, "`string-prefix?` but for case. MIT 6.4") {
            (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
            try affix(scheme, arguments, folds: true, atEnd: false)
        },
        Primitive("string-suffix-ci?", 2...4, "`string-suffix?` but for case. MIT 6.4") {
            (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
            try affix(scheme, arguments, folds: true, atEnd: true)
        },
        Primitive("string-match-forward", 2, "How many characters two strings have in common first. MIT 6", common),
        Primitive("string-match-backward", 2, "How many characters two strings have in common last. MIT 6", commonLast),
    ]

    /// Who refuses an argument: 12.1 compares normalised strings. Here R7RS holds, and characters are compared as they are.
    private static let normalizer = "string->nfc"

    private static func row(
        _ name: String, _ meaning: String, folds: Bool, _ accepts: @escaping @Sendable (Int) -> Bool
    ) -> Primitive {
        Primitive(name, 2..., "Whether the strings are \(meaning). R7RS 6.7") {
            (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
            let checker = folds ? "string-length" : normalizer
            var previous = try scheme.stringArgument(arguments, 0, checker)
            var holds = true
            for index in 1..<max(1, arguments.count) {
                let next = try scheme.stringArgument(arguments, index, checker)
                if holds { holds = accepts(folds ? compareFolded(previous, next) : compare(previous, next)) }
                previous = next
            }
            return Value(holds)
        }
    }

    /// -1, 0 or 1 as the first string stands before, at or behind the second.
    static func compare(_ left: Value, _ right: Value) -> Int {
        let count = min(left.stringLength, right.stringLength)
        if !left.isWideString && !right.isWideString {
            let first = UnsafeRawBufferPointer(start: left.stringStorage, count: count)
            let second = UnsafeRawBufferPointer(start: right.stringStorage, count: count)
            for index in 0..<count where first[index] != second[index] {
                return first[index] < second[index] ? -1 : 1
            }
            return (left.stringLength - right.stringLength).signum()
        }
        for index in 0..<count {
            let first = left.stringScalar(at: index)
            let second = right.stringScalar(at: index)
            if first != second { return first < second ? -1 : 1 }
        }
        return (left.stringLength - right.stringLength).signum()
    }

    private static func compareFolded(_ left: Value, _ right: Value) -> Int {
        let first = SymbolFolding.fold(left.scalars)
        let second = SymbolFolding.fold(right.scalars)
        return first == second ? 0 : first.lexicographicallyPrecedes(second) ? -1 : 1
    }

    private static func affix(
        _ scheme: Interpreter, _ arguments: Arguments, folds: Bool, atEnd: Bool
    ) throws(Signal) -> Value {
        let name = atEnd ? "string-suffix?" : "string-prefix?"
        let part = try scheme.stringArgument(arguments, 0, normalizer)
        let string = try scheme.stringArgument(arguments, 1)
        let range = try scheme.stringRange(arguments, from: 2, count: string.stringLength, name)
        if folds {
            let wanted = SymbolFolding.fold(part.scalars)
            let text = SymbolFolding.fold(string.scalars(range))
            return Value(atEnd ? text.suffix(wanted.count) == wanted[...] : text.starts(with: wanted))
        }
        let count = part.stringLength
        guard count <= range.count else { return .false }
        let start = atEnd ? range.upperBound - count : range.lowerBound
        for index in 0..<count where part.stringScalar(at: index) != string.stringScalar(at: start + index) {
            return .false
        }
        return .true
    }

    static func common(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let left = try scheme.stringArgument(arguments, 0)
        let right = try scheme.stringArgument(arguments, 1)
        var count = 0
        while count < min(left.stringLength, right.stringLength),
            left.stringScalar(at: count) == right.stringScalar(at: count)
        {
            count += 1
        }
        return Value(fixnum: count)
    }

    static func commonLast(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let left = try scheme.stringArgument(arguments, 0)
        let right = try scheme.stringArgument(arguments, 1)
        var count = 0
        while count < min(left.stringLength, right.stringLength),
            left.stringScalar(at: left.stringLength - 1 - count)
                == right.stringScalar(at: right.stringLength - 1 - count)
        {
            count += 1
        }
        return Value(fixnum: count)
    }
}
