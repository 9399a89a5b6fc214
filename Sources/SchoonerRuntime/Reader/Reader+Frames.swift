// Unfinished data: lists, vectors and prefixes that wait for their parts.

/// What one call of `read` has begun and not finished.
struct PendingData {
    enum Kind {
        case list, vector, bytevector
        /// `'datum` and its kin: wraps the next datum in a list that begins with the symbol.
        case prefix(Value)
        /// `#;`: drops the next datum.
        case comment
        /// `#n=`: names the next datum.
        case label(Int)
    }

    struct Frame {
        let kind: Kind
        let position: SourcePosition
        /// Index in `values` of the frame's first part.
        let start: Int
        /// Count of `values` when a dot was read.
        var dot: Int?
    }

    var frames: [Frame] = []
    var values: [Value] = []
    var valuePositions: [SourcePosition] = []
    var positions: PositionTable?
    /// The data named by labels so far.
    var labels: [Int: Value] = [:]
    /// The stand-ins of labels that were used before their datum was finished.
    var placeholders: [Int: Value] = [:]

    mutating func open(_ kind: Kind, _ position: SourcePosition) {
        frames.append(Frame(kind: kind, position: position, start: values.count))
    }
}

extension Reader {
    /// Hands a finished datum to the innermost frame, and on outwards while that finishes frames; the datum that finishes the last.
    func deliver(_ datum: Value, _ position: SourcePosition, _ pending: inout PendingData) throws(Signal) -> Value? {
        var datum = datum
        var position = position
        while let frame = pending.frames.last {
            switch frame.kind {
            case .list, .vector, .bytevector:
                if let dot = frame.dot, pending.values.count > dot {
                    pending.values.append(datum)
                    throw illFormedDot(frame, pending, ending: "")
                }
                pending.values.append(datum)
                pending.valuePositions.append(position)
                return nil
            case .comment:
                pending.frames.removeLast()
                return nil
            case .prefix(let symbol):
                pending.frames.removeLast()
                let rest = heap.cons(datum, .null)
                pending.positions?[rest] = position
                datum = heap.cons(symbol, rest)
                position = frame.position
                pending.positions?[datum] = position
            case .label(let number):
                pending.frames.removeLast()
                if datum == pending.placeholders[number] {
                    throw parseError("Reference to undefined datum label: #\(number)#")
                }
                pending.labels[number] = datum
            }
        }
        return datum
    }

    /// Finishes the innermost frame at a closing parenthesis.
    func close(_ pending: inout PendingData) throws(Signal) -> Value {
        guard let frame = pending.frames.last else { throw unbalancedClose() }
        let result: Value
        switch frame.kind {
        case .list: result = try finishList(frame, &pending)
        case .vector: result = heap.vector(pending.values[frame.start...])
        case .bytevector: result = try finishBytevector(pending.values[frame.start...])
        case .prefix, .comment, .label: throw unbalancedClose()
        }
        pending.frames.removeLast()
        pending.values.removeLast(pending.values.count - frame.start)
        pending.valuePositions.removeLast(pending.valuePositions.count - frame.start)
        return result
    }

    private func finishList(_ frame: PendingData.Frame, _ pending: inout PendingData) throws(Signal) -> Value {
        var end = pending.values.count
        var result = Value.null
        if let dot = frame.dot {
            guard end == dot + 1 else { throw illFormedDot(frame, pending, ending: ")") }
            result = pending.values[dot]
            end = dot
        }
        for index in stride(from: end - 1, through: frame.start, by: -1) {
            result = heap.cons(pending.values[index], result)
            pending.positions?[result] = index == frame.start ? frame.position : pending.valuePositions[index]
        }
        return result
    }

    private func finishBytevector(_ values: ArraySlice<Value>) throws(Signal) -> Value {
        var bytes: [UInt8] = []
        for value in values {
            guard value.isFixnum, let byte = UInt8(exactly: value.fixnum) else {
                throw parseError("Ill-formed bytevector element:", value)
            }
            bytes.append(byte)
        }
        return heap.bytevector(bytes)
    }

    /// Notes the dot of a dotted list.
    func dot(_ pending: inout PendingData) throws(Signal) {
        guard let frame = pending.frames.last, case .list = frame.kind else {
            throw parseError("Dot allowed only in list")
        }
        guard pending.values.count > frame.start, frame.dot == nil else {
            throw illFormedDot(frame, pending, ending: frame.dot == nil ? "" : " .")
        }
        pending.frames[pending.frames.count - 1].dot = pending.values.count
    }

    /// `Ill-formed dotted list: (1 .)`
    ///
    /// - Parameter ending: what was read when the list proved to be ill-formed: a parenthesis, another dot, or nothing more.
    private func illFormedDot(_ frame: PendingData.Frame, _ pending: PendingData, ending: String) -> Signal {
        var parts = pending.values[frame.start...].map { scheme.written($0) }
        parts.insert(".", at: (frame.dot ?? pending.values.count) - frame.start)
        return parseError("Ill-formed dotted list: (" + parts.joined(separator: " ") + ending)
    }

    private func unbalancedClose() -> Signal {
        parseError("Unbalanced close parenthesis:", Value(character: 0x29))
    }
}
