import SchoonerText

/// Canonical equivalence and grapheme clusters: MIT reference manual 6.1.
enum StringNormalizationPrimitives {
    static let table: [Primitive] = [
        Primitive("string->nfc", 1, "The string in Unicode normalisation form C. MIT 6.1", compose),
        Primitive("string->nfd", 1, "The string in Unicode normalisation form D. MIT 6.1", decompose),
        Primitive("string-in-nfc?", 1, "Whether the string is in normalisation form C. MIT 6.1", isComposed),
        Primitive(
            "nfc-string?", 1, "Whether the object is a string in normalisation form C. MIT 12.1", isComposedString),
        Primitive("string-in-nfd?", 1, "Whether the string is in normalisation form D. MIT 6.1", isDecomposed),
        Primitive("string->grapheme-clusters", 1, "The grapheme clusters of a string, in a list. MIT 12.1", clusters),
        Primitive("grapheme-cluster-length", 1, "How many grapheme clusters a string has. MIT 6.1", clusterCount),
        Primitive("grapheme-cluster-breaks", 1, "Where grapheme clusters begin and the last ends. MIT 12.1", breaks),
        Primitive("grapheme-cluster-slice", 2...3, "A string's clusters from start to end. MIT 12.1", slice),
    ]

    static func compose(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let string = try scheme.stringArgument(arguments, 0, "string->nfc")
        let scalars = string.scalars
        let composed = Normalization.compose(scalars)
        return composed == scalars ? string : try scheme.newString(composed)
    }

    static func decompose(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let string = try scheme.stringArgument(arguments, 0, "string-in-nfd?")
        let scalars = string.scalars
        let decomposed = Normalization.decompose(scalars)
        return decomposed == scalars ? string : try scheme.newString(decomposed)
    }

    static func isComposed(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(Normalization.isComposed(try scheme.stringArgument(arguments, 0, "string-in-nfc?").scalars))
    }

    static func isComposedString(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isString && Normalization.isComposed(arguments[0].scalars))
    }

    static func isDecomposed(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(Normalization.isDecomposed(try scheme.stringArgument(arguments, 0, "string-in-nfd?").scalars))
    }

    // MARK: Grapheme clusters

    private static func places(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> (Value, [Int]) {
        let string = try scheme.stringArgument(arguments, 0)
        return (string, string.graphemePlaces)
    }

    static func breaks(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let places = try places(scheme, arguments).1
        try scheme.ensureRoom(forWords: places.count * 2)
        return scheme.heap.list(places.map { Value(fixnum: $0) })
    }

    static func clusterCount(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(fixnum: try places(scheme, arguments).1.count - 1)
    }

    static func clusters(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let (string, places) = try places(scheme, arguments)
        try scheme.ensureRoom(forWords: places.count * 10 + string.stringLength)
        return scheme.heap.list(
            zip(places, places.dropFirst()).map { scheme.heap.substring(string, $0..<$1) })
    }

    static func slice(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let (string, places) = try places(scheme, arguments)
        let range = try scheme.stringRange(arguments, from: 1, count: places.count - 1, "grapheme-cluster-slice")
        try scheme.ensureRoom(forWords: string.stringLength / 2 + 8)
        return scheme.heap.substring(string, places[range.lowerBound]..<places[range.upperBound])
    }
}

extension Value {
    /// Whether a string may have clusters of several characters: below the combining marks only CR and LF make one.
    var hasGraphemeClusters: Bool {
        for index in 0..<stringLength where stringScalar(at: index) >= 0x300 || stringScalar(at: index) == 0x0D {
            return true
        }
        return false
    }

    /// The places where the grapheme clusters of a string begin, and its end.
    var graphemePlaces: [Int] {
        if !hasGraphemeClusters { return Array(0...stringLength) }
        var text = ""
        for scalar in scalars { text.unicodeScalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
        var places = [0]
        for cluster in text { places.append((places.last ?? 0) + cluster.unicodeScalars.count) }
        return places
    }
}
