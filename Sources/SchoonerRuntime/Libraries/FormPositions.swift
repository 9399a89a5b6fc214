/// The source positions of one form in a shape that outlives a collection, which moves the pairs that a `PositionTable` knows by
/// address: listed in the order of a walk over the form.
struct FormPositions {
    private let file: String?
    private var positions: [SourcePosition?] = []

    /// Lists what the table knows of the form's pairs.
    init(of form: Value, in table: PositionTable) {
        file = table.file
        guard !table.positions.isEmpty else { return }
        var found: [SourcePosition?] = []
        FormPositions.walk(form) { pair in
            found.append(table[pair])
            return true
        }
        positions = found
    }

    /// The table for the same form, wherever its pairs are now.
    func table(for form: Value) -> PositionTable {
        var table = PositionTable(file: file)
        var next = 0
        FormPositions.walk(form) { pair in
            guard next < positions.count else { return false }
            table[pair] = positions[next]
            next += 1
            return true
        }
        return table
    }

    /// Visits every pair of the form once, in an order that depends on its shape only, until `visit` has had enough.
    private static func walk(_ form: Value, _ visit: (Value) -> Bool) {
        var seen: Set<Int> = []
        var pending = [form]
        while var current = pending.popLast() {
            while current.isPair, seen.insert(current.bits).inserted {
                guard visit(current) else { return }
                pending.append(current.cdr)
                current = current.car
            }
            if current.isVector, seen.insert(current.bits).inserted {
                for index in (0..<current.length).reversed() { pending.append(current[slot: index]) }
            }
        }
    }
}
