// Strings, bar symbols, white space and comments.

extension Reader {
    /// The characters of a string or bar symbol, the opening delimiter taken, escapes resolved.
    func readDelimited(by delimiter: UInt32) throws(Signal) -> [UInt32] {
        var result: [UInt32] = []
        while true {
            guard let scalar = cursor.next() else { throw prematureEOF() }
            if scalar == delimiter { return result }
            guard scalar == 0x5C else {
                result.append(scalar)
                continue
            }
            guard let escaped = cursor.next() else { throw prematureEOF() }
            switch escaped {
            case 0x61: result.append(0x07)  // a
            case 0x62: result.append(0x08)  // b
            case 0x6E: result.append(0x0A)  // n
            case 0x72: result.append(0x0D)  // r
            case 0x74: result.append(0x09)  // t
            case 0x78, 0x58: result.append(try readHexEscape())  // x
            case 0x0A, 0x20, 0x09, 0x0D: try skipLineContinuation(escaped)
            default: result.append(escaped)
            }
        }
    }

    private func readHexEscape() throws(Signal) -> UInt32 {
        var digits: [UInt32] = []
        while true {
            guard let scalar = cursor.next() else { throw prematureEOF() }
            if scalar == 0x3B {  // ;
                guard !digits.isEmpty else { return 0 }
                guard let code = LexicalClass.codePoint(hex: digits) else {
                    throw parseError("Ill-formed string escape: \\x" + swiftText(digits) + ";")
                }
                return code
            }
            digits.append(scalar)
            guard LexicalClass.hexDigit(scalar) != nil else {
                throw parseError("Ill-formed string escape: \\x" + swiftText(digits))
            }
        }
    }

    /// Skips blanks, one line end and the blanks that begin the next line.
    private func skipLineContinuation(_ first: UInt32) throws(Signal) {
        var scalar: UInt32? = first
        while scalar == 0x20 || scalar == 0x09 { scalar = cursor.next() }
        switch scalar {
        case nil: throw prematureEOF()
        case 0x0A?: break
        case 0x0D?: if cursor.peek() == 0x0A { cursor.next() }
        case let other?: throw parseError("Illegal character:", Value(character: other))
        }
        while let blank = cursor.peek(), blank == 0x20 || blank == 0x09 { cursor.next() }
    }

    /// Skips white space, `;` comments and nested `#| |#` comments. An unfinished block comment is left, for `readHash` to report.
    func skipAtmosphere() {
        while let scalar = cursor.peek() {
            if LexicalClass.isWhitespace(scalar) {
                cursor.next()
            } else if scalar == 0x3B {
                skipLine()
            } else if scalar == 0x23 && cursor.peekSecond() == 0x7C {
                guard skipBlockComment() else { return }
            } else {
                return
            }
        }
    }

    private func skipLine() {
        while let scalar = cursor.peek(), scalar != 0x0A { cursor.next() }
    }

    /// Skips `#| … |#`; at the end of the text it leaves the reader before the last `#`, and gives false.
    private func skipBlockComment() -> Bool {
        let start = cursor
        var depth = 0
        while let scalar = cursor.next() {
            if scalar == 0x23 && cursor.peek() == 0x7C {
                cursor.next()
                depth += 1
            } else if scalar == 0x7C && cursor.peek() == 0x23 {
                cursor.next()
                depth -= 1
                if depth == 0 { return true }
            }
        }
        cursor = start
        return false
    }

    /// Skips what only the beginning of a program may be: a byte order mark, and `#!/usr/bin/…`.
    func skipBeginning() {
        if cursor.peek() == 0xFEFF { cursor.next() }
        let text = cursor.text.dropFirst(cursor.offset).prefix(3)
        guard text.starts(with: [0x23, 0x21]), text.last == 0x2F || text.last == 0x20 else { return }
        skipLine()
    }
}
