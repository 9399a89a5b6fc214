/// How far the program has read in the text of a file or string, for the positions in read errors.
struct TextPlace {
    var line = 1
    var column = 1
    /// How many bytes of the buffer have been counted.
    var counted = 0
}

/// Nothing is counted character by character: the bytes that were taken are looked at before their buffer is given up, and when
/// somebody asks.
extension PortCore {
    /// Only what is read as data has places, and only codings in which a byte below 0x80 is a character.
    private var countsPlaces: Bool {
        switch kind {
        case .file, .string, .console: isTextual && coding.isASCIISuperset
        case .socket, .bytevector, .custom, .binaryPort: false
        }
    }

    /// Counts the bytes taken since the last time.
    func countTaken() {
        guard inputCapacity > 0, countsPlaces else { return }
        let taken = state.pointee.inputNext - inputBase
        guard taken > place.counted else { return }
        let bytes = UnsafeBufferPointer(start: UnsafePointer(inputBase + place.counted), count: taken - place.counted)
        place.counted = taken
        var lineStart = 0
        for index in bytes.indices where bytes[index] == 10 {
            place.line += 1
            lineStart = index + 1
        }
        if lineStart > 0 { place.column = 1 }
        let isUTF8 = coding == .utf8
        for byte in bytes[lineStart...] where !isUTF8 || byte & 0xC0 != 0x80 { place.column += 1 }
    }

    /// Whether the column of what was sent is kept: where people look at it.
    private var countsColumns: Bool {
        switch kind {
        case .file, .console: isTextual && coding.isASCIISuperset
        case .socket, .string, .bytevector, .custom, .binaryPort: false
        }
    }

    /// To be called before so many bytes of output, which were sent, are given up.
    func noteSent(_ count: Int) {
        guard countsColumns else { return }
        sentColumn = column(after: UnsafeBufferPointer(start: outputBase + outputSent, count: count), from: sentColumn)
    }

    /// The column of the next character of output; nil when it is not known.
    var outputColumn: Int? {
        guard countsColumns || kind == .string else { return state.pointee.atLineStart ? 0 : nil }
        let waiting = UnsafeBufferPointer(start: outputBase + outputSent, count: outputCount)
        return column(after: waiting, from: sentColumn)
    }

    private func column(after bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let newline = bytes.lastIndex(of: 10)
        var column = newline == nil ? start : 0
        for byte in bytes[((newline ?? -1) + 1)...] {
            if byte == 9 {
                column = (column / 8 + 1) * 8
            } else if coding != .utf8 || byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return column
    }

    /// The place of the next character. Directly before a newline that was looked at already, only the line is known.
    var position: SourcePosition {
        countTaken()
        var (line, column) = (place.line, place.column)
        for scalar in decoded[decodedNext...] {
            if scalar == 10 { line -= 1 } else { column -= 1 }
        }
        return SourcePosition(line: max(line, 1), column: max(column, 1))
    }
}
