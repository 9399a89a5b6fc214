import SchoonerNumbers
import SchoonerText

/// How a datum is printed.
package struct PrintStyle: Sendable {
    /// Strings, characters and symbols as `read` takes them; otherwise their characters (`display`).
    package var escapes: Bool
    /// Labels for everything that occurs twice (`write-shared`); otherwise for cycles only.
    package var labelsShared = false
    package var radix = 10
    /// At most so many elements of a list, vector or bytevector, and so many of them inside one another; the rest is
    /// shown as `...`.
    package var breadthLimit: Int?
    package var depthLimit: Int?
    /// At most so many characters of a string that is written.
    package var stringLimit: Int?
    /// `'a` for `(quote a)`.
    package var abbreviatesQuotations = false
    /// `#@12` for an object without syntax.
    package var showsOnlyNumbers = false
    package var uninternedByName = false
    package var showsStreams = true
    package var showsHashNumbers = true
    package var showsProcedureNames = true
    /// Characters beyond ASCII as hexadecimal escapes.
    package var asciiOnly = false
    /// `#\\u+61` for `#\\a`.
    package var unicodeSyntax = false
    package var cutoff: FlonumCutoff?

    package static let write = PrintStyle(escapes: true)
    package static let display = PrintStyle(escapes: false)
    package static let writeShared = PrintStyle(escapes: true, labelsShared: true)
    /// What error messages show of data, as MIT Scheme 12.1 does.
    package static let irritant = PrintStyle(escapes: true, breadthLimit: 5, depthLimit: 5)
}

extension PrintStyle {
    fileprivate var limitsLists: Bool { breadthLimit != nil || depthLimit != nil }
}

/// Prints a datum (R7RS 6.13.3; unreadable objects as MIT 12.1 prints them). Nesting costs no native stack: what is
/// left to print stands in an array. Cycles are labelled in every style.
package struct Printer<Sink: PrinterSink> {
    enum Job {
        case value(Value)
        /// What follows an element of a list: more elements, a dotted tail or the parenthesis.
        case tail(Value)
        /// What follows an element of a stream.
        case streamTail(Value)
        case elements(Value, next: Int)
        case text(StaticString)
        /// The parenthesis after a dotted tail.
        case end
    }

    let scheme: Interpreter
    let style: PrintStyle
    package var sink: Sink
    var jobs: [Job] = []
    /// The elements begun in each open list or vector, where the style limits them.
    private var open: [Int] = []
    private var labelled: Set<Value> = []
    private var labels: [Value: Int] = [:]
    /// What `print` was called with.
    private var datum = Value.unspecific

    package init(_ scheme: Interpreter, style: PrintStyle, sink: Sink) {
        self.scheme = scheme
        self.style = style
        self.sink = sink
    }

    /// Prints one datum to the sink.
    package mutating func print(_ datum: Value) {
        self.datum = datum
        labelled = SharedStructure.find(
            in: datum, allShared: style.labelsShared, heapWords: scheme.heap.usedBytes / 8)
        labels = [:]
        jobs = [.value(datum)]
        open = []
        while let job = jobs.popLast(), !sink.isFull {
            switch job {
            case .value(let value): printValue(value)
            case .tail(let rest): printTail(rest)
            case .streamTail(let promise): printStreamTail(promise)
            case .elements(let vector, let next): printElements(vector, next)
            case .text(let text): put(text)
            case .end: end()
            }
        }
    }

    mutating func put(_ text: StaticString) {
        for index in 0..<text.utf8CodeUnitCount { sink.put(UInt32(text.utf8Start[index])) }
    }

    private mutating func printValue(_ value: Value) {
        if value.isFixnum {
            printNumber(.fixnum(value.fixnum))
        } else if value.isPair {
            if let tag = structureTag(value.car) {
                printUnreadable(tag, value)
            } else if !printLabel(value) {
                printPair(value)
            }
        } else if value.isObject {
            if !printLabel(value), !printByMethod(value) { printObject(value) }
        } else if value.isFlonum {
            printNumber(.flonum(value.double))
        } else if value.isCharacter {
            printCharacter(value.character)
        } else {
            printConstant(value)
        }
    }

    /// The name of the structure that a vector or list with this first element is; nil for any other object.
    func structureTag(_ first: Value) -> String? {
        guard first.isType(.record), first[slot: RecordLayout.type] == scheme.structureTagRoot.pointee,
            first[slot: RecordLayout.firstField].isSymbol
        else { return nil }
        return first[slot: RecordLayout.firstField].symbolText
    }

    /// `#n#` for a labelled object that has been printed (true), `#n=` for one that is about to be.
    private mutating func printLabel(_ value: Value) -> Bool {
        guard !labelled.isEmpty, labelled.contains(value) else { return false }
        if let number = labels[value] {
            sink.put("#\(number)#")
            return true
        }
        let number = labels.count
        labels[value] = number
        sink.put("#\(number)=")
        return false
    }

    /// Puts what the object's print method wrote; false when it has none. Printing ends where a method is to be asked.
    private mutating func printByMethod(_ value: Value) -> Bool {
        guard let answers = scheme.printMethods.answers, value.mayHavePrintMethod else { return false }
        guard let answer = answers[value] else {
            scheme.printMethods.ask(value, in: datum)
            jobs = []
            return true
        }
        guard answer.isString else { return false }
        for index in 0..<answer.stringLength { sink.put(answer.stringScalar(at: index)) }
        return true
    }

    // MARK: Lists, streams, vectors

    private mutating func printPair(_ pair: Value) {
        if style.abbreviatesQuotations, let prefix = abbreviation(pair) {
            put(prefix)
            jobs.append(.value(pair.cdr.car))
            return
        }
        let isStream = style.showsStreams && pair.cdr.isType(.promise)
        if isStream {
            put("{")
            if style.limitsLists { open.append(1) }
        } else if !begin("(") {
            return
        }
        jobs.append(isStream ? .streamTail(pair.cdr) : .tail(pair.cdr))
        jobs.append(.value(pair.car))
    }

    /// The sign for a form of two elements that quotes the second.
    private func abbreviation(_ pair: Value) -> StaticString? {
        guard pair.car.isSymbol, pair.cdr.isPair, pair.cdr.cdr.isNull, !labelled.contains(pair.cdr) else { return nil }
        switch pair.car.symbolText {
        case "quote": return "'"
        case "quasiquote": return "`"
        case "unquote": return ","
        case "unquote-splicing": return ",@"
        default: return nil
        }
    }

    private mutating func printTail(_ rest: Value) {
        if rest.isNull {
            end()
        } else if rest.isPair && !(style.showsStreams && rest.cdr.isType(.promise)) && !labelled.contains(rest) {
            guard beginElement() else { return }
            jobs.append(.tail(rest.cdr))
            jobs.append(.value(rest.car))
        } else {
            put(" . ")
            jobs.append(.end)
            jobs.append(.value(rest))
        }
    }

    // MARK: Limits

    /// Opens a list or vector; puts `...` instead when it stands too deep.
    mutating func begin(_ opening: StaticString) -> Bool {
        if style.limitsLists {
            if let limit = style.depthLimit, open.count >= limit {
                put("...")
                return false
            }
            open.append(1)
        }
        put(opening)
        return true
    }

    /// Comes between two elements; ends the list with `...` when it has shown enough of them.
    mutating func beginElement() -> Bool {
        if let limit = style.breadthLimit, let count = open.last {
            guard count < limit else {
                put(" ...")
                end()
                return false
            }
            open[open.count - 1] = count + 1
        }
        put(" ")
        return true
    }

    mutating func end() {
        if style.limitsLists, !open.isEmpty { open.removeLast() }
        put(")")
    }

    private mutating func printStreamTail(_ promise: Value) {
        guard promise.isForcedPromise, !labelled.contains(promise) else { return endStream(" ...}") }
        let rest = promise.promiseContent
        if rest.isNull {
            endStream("}")
        } else if rest.isPair && rest.cdr.isType(.promise) && !labelled.contains(rest) {
            if let limit = style.breadthLimit, let count = open.last {
                guard count < limit else { return endStream(" ...}") }
                open[open.count - 1] = count + 1
            }
            put(" ")
            jobs.append(.streamTail(rest.cdr))
            jobs.append(.value(rest.car))
        } else {
            put(" . ")
            if style.limitsLists, !open.isEmpty { open.removeLast() }
            jobs.append(.text("}"))
            jobs.append(.value(rest))
        }
    }

    private mutating func endStream(_ text: StaticString) {
        if style.limitsLists, !open.isEmpty { open.removeLast() }
        put(text)
    }

    private mutating func printElements(_ vector: Value, _ next: Int) {
        guard next < vector.length else {
            end()
            return
        }
        if next > 0, !beginElement() { return }
        jobs.append(.elements(vector, next: next + 1))
        jobs.append(.value(vector[slot: next]))
    }

    // MARK: Atoms

    mutating func printNumber(_ number: ParsedNumber) {
        var text: [UInt8] = []
        if let cutoff = style.cutoff, style.radix == 10 {
            NumberText.append(number, cutoff, to: &text)
            return sink.put(ascii: text)
        }
        if style.radix != 10, showsPrefix(number) {
            switch style.radix {
            case 2: text = Array("#b".utf8)
            case 8: text = Array("#o".utf8)
            case 16: text = Array("#x".utf8)
            default: break
            }
        }
        NumberText.append(number, radix: style.radix, to: &text)
        sink.put(ascii: text)
    }

    /// A number of one digit, which is the same in any radix, needs no prefix.
    private func showsPrefix(_ number: ParsedNumber) -> Bool {
        guard case .fixnum(let integer) = number else { return true }
        return integer.magnitude >= UInt(min(style.radix, 10))
    }

    private mutating func printCharacter(_ character: UInt32) {
        if style.escapes {
            put("#\\")
            if style.unicodeSyntax {
                sink.put("u+" + String(character & CharacterSyntax.codeMask, radix: 16))
            } else if style.asciiOnly, character & CharacterSyntax.codeMask >= 0x80 {
                sink.put("x" + String(character & CharacterSyntax.codeMask, radix: 16))
            } else {
                sink.put(CharacterSyntax.text(of: character))
            }
        } else {
            sink.put(character & CharacterSyntax.codeMask)
        }
    }

    mutating func printString(_ string: Value) {
        guard style.escapes else {
            for index in 0..<string.stringLength { sink.put(string.stringScalar(at: index)) }
            return
        }
        put("\"")
        let shown = min(string.stringLength, style.stringLimit ?? .max)
        for index in 0..<shown { putEscaped(string.stringScalar(at: index), delimiter: 0x22) }
        put(shown < string.stringLength ? "...\"" : "\"")
    }

    mutating func printSymbol(_ symbol: Value) {
        if symbol.flags & Header.uninterned != 0, !style.uninternedByName {
            printUnreadable("uninterned-symbol", symbol, name: symbol)
        } else {
            printName(symbol.symbolName)
        }
    }

    /// A symbol's name, with bars where `read` needs them; MIT Scheme shows them in `display` too.
    mutating func printName(_ name: Value) {
        let showsBars = style.escapes || scheme.dialect == .mit
        guard showsBars, SymbolSyntax.needsBars(name, foldsCase: scheme.dialect.foldsCase) || hasBeyondASCII(name)
        else {
            for index in 0..<name.stringLength { sink.put(name.stringScalar(at: index)) }
            return
        }
        put("|")
        for index in 0..<name.stringLength { putEscaped(name.stringScalar(at: index), delimiter: 0x7C) }
        put("|")
    }

    private func hasBeyondASCII(_ name: Value) -> Bool {
        style.asciiOnly && (0..<name.stringLength).contains { name.stringScalar(at: $0) >= 0x80 }
    }

    private mutating func putEscaped(_ scalar: UInt32, delimiter: UInt32) {
        switch scalar {
        case 0x5C, delimiter:
            put("\\")
            sink.put(scalar)
        case 0x07: put("\\a")
        case 0x08: put("\\b")
        case 0x09: put("\\t")
        case 0x0A: put("\\n")
        case 0x0D: put("\\r")
        default:
            if CharacterTables.isPlainInString(scalar), !style.asciiOnly || scalar < 0x80 {
                sink.put(scalar)
            } else {
                sink.put("\\x" + String(scalar, radix: 16) + ";")
            }
        }
    }

    private mutating func printConstant(_ value: Value) {
        switch value {
        case .true: put("#t")
        case .false: put("#f")
        case .null: put("()")
        case .eof: put("#!eof")
        case .default: put("#!default")
        case .unspecific: put("#!unspecific")
        case .unassigned: put("#!unassigned")
        case .unbound: put("#!unbound")
        case .optionalMarker: put("#!optional")
        case .restMarker: put("#!rest")
        case .auxMarker: put("#!aux")
        default: put("#!reserved")
        }
    }
}
