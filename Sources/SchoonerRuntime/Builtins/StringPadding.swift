import SchoonerText

/// Padding to a width and trimming white space: MIT reference manual 6.3. Trimming by a predicate is in the prelude.
package enum StringPaddingPrimitives {
    package static let table: [Primitive] = [
        Primitive("string-pad-left", 2...3, "So many characters, cut or filled at the left. MIT 6.3", padLeft),
        Primitive("string-pad-right", 2...3, "So many characters, cut or filled at the right. MIT 6.3", padRight),
        Primitive("%string-trim", 2, "Without white space at the left (1), the right (2) or both ends (3).", trim),
    ]

    private static func pad(_ scheme: Interpreter, _ arguments: Arguments, left: Bool) throws(Signal) -> Value {
        let string = try scheme.stringArgument(arguments, 0)
        let width = try scheme.countArgument(arguments, 1, "string-padder")
        var fill: UInt32 = 0x20
        if arguments.optional(2) != nil {
            fill = try scheme.characterArgument(arguments, 2, "char->string", operand: nil) & CharacterSyntax.codeMask
        }
        let count = string.stringLength
        // The width counts grapheme clusters.
        let places = string.hasGraphemeClusters ? string.graphemePlaces : nil
        let clusters = places.map { $0.count - 1 } ?? count
        if width <= clusters {
            func place(_ cluster: Int) -> Int { places?[cluster] ?? cluster }
            return scheme.heap.substring(string, left ? place(clusters - width)..<count : 0..<place(width))
        }
        let wide = string.isWideString || fill > 0xFF
        guard width < 1 << 40 else { throw .abort(.outOfMemory) }
        let length = width - clusters + count
        try scheme.ensureRoom(forWords: (wide ? length / 2 : length / 8) + 8)
        let result = scheme.heap.string(count: length, wide: wide)
        let start = left ? length - count : 0
        for index in left ? 0..<start : count..<length {
            scheme.heap.setString(result, at: index, fill)
        }
        scheme.heap.copyCharacters(string, 0..<count, to: result, at: start)
        return result
    }

    static func padLeft(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try pad(scheme, arguments, left: true)
    }

    static func padRight(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try pad(scheme, arguments, left: false)
    }

    static func trim(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let string = try scheme.stringArgument(arguments, 0)
        let sides = arguments[1].isFixnum ? arguments[1].fixnum : 3
        var range = 0..<string.stringLength
        if sides & 1 != 0 {
            while let first = range.first, CharacterTables.isWhitespace(string.stringScalar(at: first)) {
                range = first + 1..<range.upperBound
            }
        }
        if sides & 2 != 0 {
            while let last = range.last, CharacterTables.isWhitespace(string.stringScalar(at: last)) {
                range = range.lowerBound..<last
            }
        }
        return scheme.heap.substring(string, range)
    }
}
