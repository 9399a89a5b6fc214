/// Symbols: R7RS 6.5, MIT reference manual 10.2. `symbol?` is with the predicates.
package enum SymbolPrimitives {
    package static let table: [Primitive] = [
        Primitive("symbol->string", 1, "The name of a symbol, an immutable string. R7RS 6.5", name),
        Primitive("symbol-name", 1, "The name of a symbol, an immutable string. MIT 12.1", name),
        Primitive("string->symbol", 1...3, "The symbol with a name. R7RS 6.5", fromString),
        Primitive("intern", 1...3, "The symbol that the reader makes of a name. MIT 10.2", intern),
        Primitive("string->uninterned-symbol", 1...3, "A new symbol that no name leads to. MIT 10.2", uninterned),
        Primitive("generate-uninterned-symbol", 0...1, "A new symbol with a made-up name. MIT 10.2", generate),
        Primitive("symbol-append", 0..., "The symbol whose name is the names joined. MIT 10.2", append),
        Primitive("symbol", 0..., "The symbol whose name `display` prints of the objects. MIT 12.1", symbol),
        Primitive("symbol<?", 1..., "Whether the symbols' names increase. MIT 10.2", isLess),
        Primitive("symbol>?", 1..., "Whether the symbols' names decrease. MIT 12.1", isGreater),
        Primitive("symbol=?", 2..., "Whether the symbols are the same. R7RS 6.5", isSame),
        Primitive("symbol-hash", 1...2, "A number that depends on the symbol's name. MIT 10.2", hash),
        Primitive("interned-symbol?", 1, "Whether the object is a symbol that its name leads to. MIT 12.1", isInterned),
        Primitive("uninterned-symbol?", 1, "Whether the object is a symbol without that. MIT 12.1", isUninterned),
    ]

    private static func symbol(_ scheme: Interpreter, _ value: Value, _ procedure: String) throws(Signal) -> Value {
        guard value.isSymbol else { throw scheme.wrongType(value, nil, procedure) }
        return value
    }

    static func name(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try symbol(scheme, arguments[0], "symbol->string").symbolName
    }

    private static func text(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String
    ) throws(Signal) -> [UInt32] {
        let string = try scheme.stringArgument(arguments, 0)
        return string.scalars(try scheme.stringRange(arguments, from: 1, count: string.stringLength, procedure))
    }

    static func fromString(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.intern(scalars: try text(scheme, arguments, "string->symbol"))
    }

    static func intern(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.intern(scalars: SymbolFolding.fold(try text(scheme, arguments, "intern")))
    }

    static func uninterned(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        newSymbol(scheme, try text(scheme, arguments, "string->uninterned-symbol"))
    }

    private static func newSymbol(_ scheme: Interpreter, _ scalars: [UInt32]) -> Value {
        let name = scheme.heap.string(scalars: scalars)
        scheme.heap.makeImmutable(name)
        return scheme.heap.uninternedSymbol(name: name)
    }

    static func generate(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        var prefix: [UInt32] = [0x47]
        // 12.1 counts on from a number.
        if let value = arguments.supplied(0), value.isFixnum, value.fixnum >= 0 {
            return newSymbol(scheme, prefix + "\(value.fixnum)".unicodeScalars.map(\.value))
        }
        if let value = arguments.supplied(0) {
            guard value.isSymbol || value.isString else {
                throw scheme.wrongType(value, nil, "generate-uninterned-symbol")
            }
            prefix = (value.isSymbol ? value.symbolName : value).scalars
        }
        scheme.generatedSymbols += 1
        return newSymbol(scheme, prefix + "\(scheme.generatedSymbols)".unicodeScalars.map(\.value))
    }

    static func append(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        // The names of symbols, and as in 12.1 what else there is as `display` shows it.
        let parts = arguments.all.map { $0.isSymbol ? $0.symbolName : $0 }
        return scheme.heap.intern(string: try StringPrimitives.displayed(scheme, parts))
    }

    static func symbol(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.intern(string: try StringPrimitives.displayed(scheme, arguments.all))
    }

    // MARK: Comparisons

    private static func ordered(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String, _ holds: (Value, Value) -> Bool
    ) throws(Signal) -> Value {
        var previous = try symbol(scheme, arguments[0], procedure)
        var result = true
        for index in 1..<max(1, arguments.count) {
            let next = try symbol(scheme, arguments[index], procedure)
            if !holds(previous, next) { result = false }
            previous = next
        }
        return Value(result)
    }

    static func isLess(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try ordered(scheme, arguments, "symbol<?") {
            StringComparisonPrimitives.compare($0.symbolName, $1.symbolName) < 0
        }
    }

    static func isGreater(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try ordered(scheme, arguments, "symbol>?") {
            StringComparisonPrimitives.compare($0.symbolName, $1.symbolName) > 0
        }
    }

    static func isSame(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try ordered(scheme, arguments, "symbol=?") { $0 == $1 }
    }

    static func hash(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let hash = ValueHasher.string(try symbol(scheme, arguments[0], "symbol-hash").symbolName)
        guard let modulus = arguments.supplied(1) else { return Value(fixnum: hash) }
        guard modulus.isFixnum, modulus.fixnum > 0 else { throw scheme.wrongType(modulus, nil, "symbol-hash") }
        return Value(fixnum: hash % modulus.fixnum)
    }

    static func isInterned(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isSymbol && arguments[0].flags & Header.uninterned == 0)
    }

    static func isUninterned(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isSymbol && arguments[0].flags & Header.uninterned != 0)
    }
}
