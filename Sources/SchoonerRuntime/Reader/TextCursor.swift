/// A place in a UTF-8 text in memory, with its line and column. Ill-formed bytes read as U+FFFD, one a byte.
package struct TextCursor {
    package let text: [UInt8]
    package private(set) var offset = 0
    private var line: Int
    private var column: Int

    /// - Parameter start: the place of the text's first character.
    package init(_ text: [UInt8], start: SourcePosition = SourcePosition(line: 1, column: 1)) {
        self.text = text
        line = Int(start.line)
        column = Int(start.column)
    }

    package var isAtEnd: Bool { offset >= text.count }
    package var position: SourcePosition { SourcePosition(line: line, column: column) }

    /// The next character, left where it is; nil at the end.
    package func peek() -> UInt32? { offset < text.count ? decode(at: offset).scalar : nil }

    /// The character after the next.
    package func peekSecond() -> UInt32? {
        guard offset < text.count else { return nil }
        let next = offset + decode(at: offset).length
        return next < text.count ? decode(at: next).scalar : nil
    }

    /// Takes the next character.
    @discardableResult
    package mutating func next() -> UInt32? {
        guard offset < text.count else { return nil }
        let (scalar, length) = decode(at: offset)
        offset += length
        if scalar == 0x0A {
            line += 1
            column = 1
        } else {
            column += 1
        }
        return scalar
    }

    private func decode(at start: Int) -> (scalar: UInt32, length: Int) {
        let lead = UInt32(text[start])
        if lead < 0x80 { return (lead, 1) }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead <= 0xF4, start + length <= text.count else { return (0xFFFD, 1) }
        var scalar = lead & (0x7F >> UInt32(length))
        for index in start + 1..<start + length {
            let byte = UInt32(text[index])
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            scalar = scalar << 6 | byte & 0x3F
        }
        let least: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
        guard scalar >= least, scalar <= 0x10FFFF, scalar & 0x1F_F800 != 0xD800 else { return (0xFFFD, 1) }
        return (scalar, length)
    }
}
