/// Reads data from a UTF-8 text in memory, one at a time (R7RS 7.1.1 and 7.1.2, MIT Scheme's lexical extensions).
///
/// Nesting costs no native stack: unfinished lists stand in an array of frames. A reader holds no Scheme values between two calls
/// of `read`, so a collection may happen there.
///
/// To read from a port whose characters may be late in coming, let a `DatumScanner` collect the text of one datum first
/// and give that text to a reader.
package final class Reader {
    let heap: Heap
    let scheme: Interpreter
    package let file: String?
    /// Whether symbols fold to lower case; `#!fold-case` and `#!no-fold-case` change it.
    package var foldsCase: Bool
    /// The radix of numbers without a prefix.
    package var radix = 10
    /// Whether strings are literals, which string mutators refuse.
    package let makesLiterals: Bool
    var cursor: TextCursor
    /// The port named in parse errors, during one call of `read`.
    var port = Value.false

    /// - Parameters:
    ///   - text: the whole text, UTF-8; ill-formed bytes read as U+FFFD.
    ///   - file: the name for positions and parse errors.
    ///   - start: the place of the text's first character.
    ///   - foldsCase: whether symbols fold to lower case.
    ///   - makesLiterals: whether this is a program's text: its strings are immutable, and it may begin with the line that names
    ///     an interpreter, or a byte order mark.
    package init(
        _ scheme: Interpreter, text: [UInt8], file: String? = nil,
        start: SourcePosition = SourcePosition(line: 1, column: 1), foldsCase: Bool = true, makesLiterals: Bool = true
    ) {
        self.scheme = scheme
        heap = scheme.heap
        self.file = file
        self.foldsCase = foldsCase
        self.makesLiterals = makesLiterals
        cursor = TextCursor(text, start: start)
        if makesLiterals { skipBeginning() }
    }

    package convenience init(
        _ scheme: Interpreter, text: String, file: String? = nil, foldsCase: Bool = true, makesLiterals: Bool = true
    ) {
        self.init(scheme, text: Array(text.utf8), file: file, foldsCase: foldsCase, makesLiterals: makesLiterals)
    }

    /// Where the reader stands in its text.
    package var position: SourcePosition { cursor.position }
    /// The number of bytes read.
    package var offset: Int { cursor.offset }

    /// The next datum; `Value.eof` when only white space and comments are left.
    /// - Throws: a `premature-eof` condition when the text ends within a datum, another `parse-error` when it is no datum.
    package func read(port: Value = .false) throws(Signal) -> Value {
        var none: PositionTable?
        return try read(positions: &none, port: port)
    }

    /// The next datum, with the position of every pair when a table is given: a list's first pair has the position of its
    /// parenthesis, the others those of their elements.
    package func read(positions: inout PositionTable?, port: Value = .false) throws(Signal) -> Value {
        self.port = port
        var pending = PendingData()
        // Moved, not copied: the table may be large.
        swap(&pending.positions, &positions)
        defer {
            self.port = .false
            swap(&pending.positions, &positions)
        }
        while true {
            skipAtmosphere()
            let start = cursor.position
            guard let scalar = cursor.peek() else {
                if pending.frames.isEmpty { return .eof }
                throw prematureEOF()
            }
            guard let datum = try readToken(scalar, start, &pending) else { continue }
            if let whole = try deliver(datum, start, &pending) {
                return pending.labels.isEmpty ? whole : try resolveLabels(whole, pending)
            }
        }
    }

    /// Reads one token: an atom is returned, an opening or prefix pushes a frame, a closing returns the finished datum.
    private func readToken(_ scalar: UInt32, _ start: SourcePosition, _ pending: inout PendingData) throws(Signal)
        -> Value?
    {
        switch scalar {
        case 0x28:  // (
            cursor.next()
            pending.open(.list, start)
            return nil
        case 0x29:  // )
            cursor.next()
            return try close(&pending)
        case 0x27:  // '
            cursor.next()
            pending.open(.prefix(heap.intern("quote")), start)
            return nil
        case 0x60:  // `
            cursor.next()
            pending.open(.prefix(heap.intern("quasiquote")), start)
            return nil
        case 0x2C:  // ,
            cursor.next()
            let splicing = cursor.peek() == 0x40
            if splicing { cursor.next() }
            pending.open(.prefix(heap.intern(splicing ? "unquote-splicing" : "unquote")), start)
            return nil
        case 0x22:  // "
            cursor.next()
            let scalars = try readDelimited(by: 0x22)
            let string = heap.string(scalars: scalars)
            if makesLiterals { heap.makeImmutable(string) }
            return string
        case 0x7C:  // |
            cursor.next()
            return heap.intern(scalars: try readDelimited(by: 0x7C))
        case 0x23:  // #
            cursor.next()
            return try readHash(start, &pending)
        case 0x5D:  // ]
            cursor.next()
            throw parseError("Unbalanced close parenthesis:", Value(character: scalar))
        case _ where LexicalClass.beginsNothing(scalar):
            cursor.next()
            throw parseError("Illegal character:", Value(character: scalar))
        default:
            return try readAtom(&pending)
        }
    }

    /// A number, a symbol, or the dot of a dotted list.
    private func readAtom(_ pending: inout PendingData) throws(Signal) -> Value? {
        let text = takeAtom()
        if text.count == 1 && text[0] == 0x2E {
            try dot(&pending)
            return nil
        }
        if NumberReading.mayBegin(text[0], text.count > 1 ? text[1] : nil),
            let number = try number(text)
        {
            return number
        }
        return heap.intern(scalars: foldsCase ? SymbolFolding.fold(text) : text)
    }

    /// The number that the characters write; nil when they are no number.
    func number(_ text: [UInt32]) throws(Signal) -> Value? {
        switch NumberReading.parse(text, radix: radix, heap: heap) {
        case .number(let number): return number
        case .notANumber: return nil
        case .divisionByZero: throw scheme.divideByZero("/", [])
        case .tooLarge: throw parseError("Number too large to read")
        }
    }

    /// The characters up to the next delimiter.
    func takeAtom() -> [UInt32] {
        var text: [UInt32] = []
        while let scalar = cursor.peek(), !LexicalClass.isAtomDelimiter(scalar) {
            text.append(scalar)
            cursor.next()
        }
        return text
    }
}
