/// A place in a source text: line and column count from 1; columns count characters.
package struct SourcePosition: Hashable, Sendable {
    package var line: Int32
    package var column: Int32

    package init(line: Int, column: Int) {
        self.line = Int32(truncatingIfNeeded: line)
        self.column = Int32(truncatingIfNeeded: column)
    }
}

/// Where the pairs of one datum stood in the text, by their addresses: valid until the next collection.
package struct PositionTable {
    /// The name of the file, or of the stream it came from; nil for data that no text produced.
    package var file: String?
    package var positions: [Int: SourcePosition] = [:]

    package init(file: String? = nil) { self.file = file }

    package subscript(_ datum: Value) -> SourcePosition? {
        get { datum.isPair ? positions[datum.bits] : nil }
        set { if datum.isPair { positions[datum.bits] = newValue } }
    }
}
