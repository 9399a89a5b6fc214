// Everything that begins with `#`.

extension Reader {
    /// Reads what follows a `#` that has been taken; nil when it opened a frame or was a directive.
    func readHash(_ start: SourcePosition, _ pending: inout PendingData) throws(Signal) -> Value? {
        guard let scalar = cursor.peek() else { throw prematureEOF() }
        switch scalar {
        case 0x28:  // #(
            cursor.next()
            pending.open(.vector, start)
            return nil
        case 0x3B:  // #;
            cursor.next()
            pending.open(.comment, start)
            return nil
        case 0x5C:  // #\
            cursor.next()
            return try readCharacter()
        case 0x21:  // #!
            cursor.next()
            return try readNamedConstant()
        case 0x7C:  // #| without its |#
            throw prematureEOF()
        case 0x5B:  // #[
            return try readPrintedObject()
        case 0x74, 0x54, 0x66, 0x46:  // t f
            return try readBoolean()
        case 0x30...0x39:
            return try readLabel(start, &pending)
        case 0x75, 0x55:  // u8(
            let text = takeAtom()
            guard text.count > 1, text.dropFirst().allSatisfy(LexicalClass.isDigit) else {
                throw parseError("Illegal character:", Value(character: scalar))
            }
            guard let next = cursor.next() else { throw prematureEOF() }
            guard text == [scalar, 0x38], next == 0x28 else {
                throw parseError("Unsupported vector prefix: #" + swiftText(text))
            }
            pending.open(.bytevector, start)
            return nil
        case 0x62, 0x64, 0x65, 0x69, 0x6F, 0x78, 0x42, 0x44, 0x45, 0x49, 0x4F, 0x58:  // b d e i o x
            let text = [0x23] + takeAtom()
            guard let number = try number(text) else { throw parseError("Ill-formed number: " + swiftText(text)) }
            return number
        default:
            throw parseError("Illegal character:", Value(character: scalar))
        }
    }

    private func readBoolean() throws(Signal) -> Value {
        let text = takeAtom()
        switch swiftText(text).lowercased() {
        case "t", "true": return .true
        case "f", "false": return .false
        default: throw parseError("Ill-formed boolean: " + swiftText(text))
        }
    }

    private func readCharacter() throws(Signal) -> Value {
        guard let first = cursor.next() else { throw prematureEOF() }
        // The first character stands for itself, even a delimiter; a delimiter is never part of a longer name.
        let text = LexicalClass.isAtomDelimiter(first) ? [first] : [first] + takeAtom()
        switch CharacterSyntax.read(text) {
        case .character(let code): return Value(character: code)
        case .illegalCodePoint(let digits): throw parseError("Ill-formed code point:", heap.string(scalars: digits))
        case .unknown: throw parseError("Ill-formed special form: #\\" + swiftText(text))
        }
    }

    private func readNamedConstant() throws(Signal) -> Value? {
        let text = swiftText(takeAtom())
        switch text.lowercased() {
        case "default": return .default
        case "eof": return .eof
        case "unspecific": return .unspecific
        case "optional": return .optionalMarker
        case "rest": return .restMarker
        case "aux": return .auxMarker
        case "fold-case": foldsCase = true
        case "no-fold-case": foldsCase = false
        // Portable files say so in their first line.
        case "r7rs": break
        default: throw parseError("Ill-formed named constant: #!\"\(text)\"")
        }
        return nil
    }

    /// `#[name 12]`: the object that was printed so, if it still exists (MIT).
    private func readPrintedObject() throws(Signal) -> Value {
        var text: [UInt32] = []
        var depth = 0
        repeat {
            guard let scalar = cursor.next() else { throw prematureEOF() }
            text.append(scalar)
            if scalar == 0x5B { depth += 1 }
            if scalar == 0x5D { depth -= 1 }
        } while depth > 0
        let words = text.dropFirst().dropLast().split(whereSeparator: LexicalClass.isWhitespace)
        guard words.count > 1, let number = Int(swiftText(Array(words[1]))),
            let object = scheme.hashNumbers.object(number, heap)
        else { throw parseError("Ill-formed object syntax: #" + swiftText(text)) }
        return object
    }

    func swiftText(_ scalars: [UInt32]) -> String {
        String(String.UnicodeScalarView(scalars.map { Unicode.Scalar($0) ?? "\u{FFFD}" }))
    }
}
