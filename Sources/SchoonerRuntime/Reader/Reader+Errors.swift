// The conditions that reading signals.

extension Reader {
    /// A `parse-error` at the reader's place.
    func parseError(_ message: String, _ irritants: Value...) -> Signal {
        parseError(.parseError, message, irritants)
    }

    /// The text ended within a datum: its type is `premature-eof`, so that a console can ask for more.
    func prematureEOF() -> Signal {
        port.isFalse
            ? parseError(.prematureEOF, "Premature EOF", []) : parseError(.prematureEOF, "Premature EOF on", [port])
    }

    private func parseError(_ type: StandardCondition, _ message: String, _ irritants: [Value]) -> Signal {
        let place = cursor.position
        return .raise(
            scheme.condition(
                type, port, heap.string(message), heap.list(irritants), file.map { heap.string($0) } ?? .false,
                Value(fixnum: Int(place.line)), Value(fixnum: Int(place.column))))
    }
}
