/// Finds the end of one datum in a stream of characters, and collects its text for a `Reader`.
///
/// A port's `read` offers it the port's next character and takes that character from the port when told to:
///
///     while true {
///         switch scanner.offer(try port.peekCharacter()) {     // may throw `Signal.block`
///         case .taken: port.dropCharacter()
///         case .takenAndComplete: port.dropCharacter(); return try Reader(…, text: scanner.text, …).read()
///         case .complete: return try Reader(…, text: scanner.text, …).read()
///         }
///     }
///
/// The scanner is kept with the port. When the port has no character yet, the block goes through to the machine; the primitive
/// is called again later and goes on with the same scanner. Characters are looked at once, so a datum that
/// arrives in pieces costs no more than one that arrives whole. Exactly one datum is taken: the delimiter behind a symbol or number stays.
/// Text that is no datum counts as complete where the reader will find the error.
package struct DatumScanner {
    /// Tokens that are no data.
    private static let directives: [StaticString] = ["#!fold-case", "#!no-fold-case", "#!r7rs"]

    package enum Verdict: Equatable, Sendable {
        /// The character belongs to the datum or to the white space and comments before it: go on.
        case taken
        /// The character ends the datum and belongs to it.
        case takenAndComplete
        /// The datum ended before the character (or the stream did): leave the character where it is.
        case complete
    }

    private enum Mode: Equatable {
        case between, lineComment, blockComment(depth: Int, previous: UInt32)
        case string, stringEscape, bars, barsEscape
        case comma, hash, hashAtom, atom, characterStart, label, object(depth: Int)
    }

    private enum Frame { case list, prefix, comment }

    /// The text taken so far, UTF-8.
    package private(set) var text: [UInt8] = []
    private var mode = Mode.between
    private var frames: [Frame] = []

    package init() {}

    /// Looks at the stream's next character; nil is its end.
    package mutating func offer(_ character: UInt32?) -> Verdict {
        guard let scalar = character else { return .complete }
        let verdict = step(scalar)
        if verdict != .complete { append(scalar) }
        return verdict
    }

    private mutating func append(_ scalar: UInt32) {
        if scalar < 0x80 {
            text.append(UInt8(scalar))
        } else {
            text.append(
                contentsOf: UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
        }
    }

    private mutating func step(_ scalar: UInt32) -> Verdict {
        switch mode {
        case .between: return begin(scalar)
        case .lineComment:
            if scalar == 0x0A { mode = .between }
            return .taken
        case .blockComment(let depth, let previous):
            return stepBlockComment(scalar, depth, previous)
        case .string: return stepDelimited(scalar, by: 0x22, escape: .stringEscape)
        case .bars: return stepDelimited(scalar, by: 0x7C, escape: .barsEscape)
        case .stringEscape:
            mode = .string
            return .taken
        case .barsEscape:
            mode = .bars
            return .taken
        case .comma:
            mode = .between
            return scalar == 0x40 ? .taken : begin(scalar)
        case .characterStart:
            // A delimiter after `#\` is the whole character.
            if LexicalClass.isAtomDelimiter(scalar) { return finishTaken() }
            mode = .atom
            return .taken
        case .hash: return stepHash(scalar)
        case .label:
            if LexicalClass.isDigit(scalar) { return .taken }
            guard scalar == 0x3D else { return finishTaken() }
            mode = .between
            frames.append(.prefix)
            return .taken
        case .object(let depth):
            if scalar == 0x5B { mode = .object(depth: depth + 1) }
            if scalar == 0x5D {
                if depth == 1 { return finishTaken() }
                mode = .object(depth: depth - 1)
            }
            return .taken
        case .hashAtom, .atom:
            return stepAtom(scalar)
        }
    }

    private mutating func begin(_ scalar: UInt32) -> Verdict {
        if LexicalClass.isWhitespace(scalar) { return .taken }
        if scalar == 0x3B {
            mode = .lineComment
            return .taken
        }
        switch scalar {
        case 0x28: frames.append(.list)
        case 0x29: return closeList()
        case 0x27, 0x60: frames.append(.prefix)
        case 0x2C:
            frames.append(.prefix)
            mode = .comma
        case 0x22: mode = .string
        case 0x7C: mode = .bars
        case 0x23: mode = .hash
        case _ where LexicalClass.beginsNothing(scalar): return illFormed()
        default: mode = .atom
        }
        return .taken
    }

    /// No datum goes on so: the reader will say it.
    private mutating func illFormed() -> Verdict {
        frames = []
        return .takenAndComplete
    }

    private mutating func closeList() -> Verdict {
        guard case .list? = frames.last else { return illFormed() }
        frames.removeLast()
        return finishTaken()
    }

    private mutating func stepBlockComment(_ scalar: UInt32, _ depth: Int, _ previous: UInt32) -> Verdict {
        if previous == 0x7C && scalar == 0x23 {
            mode = depth == 1 ? .between : .blockComment(depth: depth - 1, previous: 0)
        } else if previous == 0x23 && scalar == 0x7C {
            mode = .blockComment(depth: depth + 1, previous: 0)
        } else {
            mode = .blockComment(depth: depth, previous: scalar)
        }
        return .taken
    }

    private mutating func stepDelimited(_ scalar: UInt32, by delimiter: UInt32, escape: Mode) -> Verdict {
        if scalar == delimiter { return finishTaken() }
        if scalar == 0x5C { mode = escape }
        return .taken
    }

    private mutating func stepHash(_ scalar: UInt32) -> Verdict {
        switch scalar {
        case 0x28:
            mode = .between
            frames.append(.list)
        case 0x3B:
            mode = .between
            frames.append(.comment)
        case 0x7C: mode = .blockComment(depth: 1, previous: 0)
        case 0x5C: mode = .characterStart
        case 0x5B: mode = .object(depth: 1)
        case 0x30...0x39: mode = .label
        case _ where LexicalClass.isAtomDelimiter(scalar): return illFormed()
        default: mode = .hashAtom
        }
        return .taken
    }

    private mutating func stepAtom(_ scalar: UInt32) -> Verdict {
        guard LexicalClass.isAtomDelimiter(scalar) else { return .taken }
        if mode == .hashAtom {
            if scalar == 0x28, text.hasSuffix("#u8") || text.hasSuffix("#U8") {
                mode = .between
                frames.append(.list)
                return .taken
            }
            if beginsVectorPrefix { return illFormed() }
            if DatumScanner.directives.contains(where: { text.hasSuffix($0) }) {
                mode = .between
                return begin(scalar)
            }
        }
        return finish() ? .complete : begin(scalar)
    }

    /// Whether the atom is `#u` or `#U` and digits.
    private var beginsVectorPrefix: Bool {
        let digits = text.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
        let before = text.dropLast(digits).suffix(2)
        return digits > 0 && (before.elementsEqual([0x23, 0x75]) || before.elementsEqual([0x23, 0x55]))
    }

    private mutating func finishTaken() -> Verdict { finish() ? .takenAndComplete : .taken }

    /// A datum ended: finishes the prefixes that waited for it; true when that was all.
    private mutating func finish() -> Bool {
        mode = .between
        while let frame = frames.last {
            switch frame {
            case .list: return false
            case .prefix: frames.removeLast()
            case .comment:
                frames.removeLast()
                return false
            }
        }
        return true
    }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ ending: StaticString) -> Bool {
        let length = ending.utf8CodeUnitCount
        return count >= length && (0..<length).allSatisfy { self[count - length + $0] == ending.utf8Start[$0] }
    }
}
