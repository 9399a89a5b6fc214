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
            case 0x0A, 0x20, 0x09, 0x0D:
                if !skipLineContinuation(escaped) { result.append(escaped) }
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

    /// Skips blanks, one line end and the blanks that begin the next line; false, and nothing skipped, when no line end follows the blanks.
    private func skipLineContinuation(_ first: UInt32) -> Bool {
        var ahead = cursor
        var scalar: UInt32? = first
        while scalar == 0x20 || scalar == 0x09 { scalar = ahead.next() }
        if scalar == 0x0D {
            if ahead.peek() == 0x0A { ahead.next() }
        } else if scalar != 0x0A {
            return false
        }
        while let blank = ahead.peek(), blank == 0x20 || blank == 0x09 { ahead.next() }
        cursor = ahead
        return true
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

    /// Skips `#!/usr/bin/…` at the start of a text.
    func skipInterpreterLine() {
        let text = cursor.text
        guard text.count > 2, text[0] == 0x23, text[1] == 0x21, text[2] == 0x2F || text[2] == 0x20 else { return }
        skipLine()
    }
}
