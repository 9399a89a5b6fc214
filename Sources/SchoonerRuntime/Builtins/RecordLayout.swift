/// A record: its type, then its fields.
package enum RecordLayout {
    package static let type = 0
    package static let firstField = 1
}

/// A record type. The name is a string; the field names are a vector of symbols, those of the parent first.
package enum RecordTypeLayout {
    package static let name = 0
    package static let fieldNames = 1
    /// The type that this one extends; #f when there is none.
    package static let parent = 2
    /// What the program wants to hang on it: MIT's tag.
    package static let tag = 3
    /// A procedure that prints an instance (`define-print-method`); else #f.
    package static let printer = 4
    /// A procedure that instances apply when they are called (MIT's applicator); else #f.
    package static let extra = 5
    package static let slotCount = 6
}

extension Value {
    /// Whether this is a record of the type, or of one that extends it.
    @inline(__always) package func isRecord(of type: Value) -> Bool {
        guard isType(.record) else { return false }
        let own = self[slot: RecordLayout.type]
        return own == type || own.extendsRecordType(type)
    }

    private func extendsRecordType(_ type: Value) -> Bool {
        var ancestor = self
        while ancestor.isType(.recordType) {
            if ancestor == type { return true }
            ancestor = ancestor[slot: RecordTypeLayout.parent]
        }
        return false
    }
}
