// What many primitives check in the same way.

extension Interpreter {
    /// Asks for a collection when so many more words would pass the heap's limit.
    package func ensureRoom(forWords words: Int) throws(Signal) {
        if !heap.hasRoom(forWords: words) { throw .needsMemory(words) }
    }

    /// A fixnum argument in `0..<limit`; `operand` is what an error calls it.
    func indexArgument(
        _ arguments: Arguments, _ position: Int, below limit: Int, operand: Int?, _ procedure: String
    ) throws(Signal) -> Int {
        let value = arguments[position]
        guard value.isFixnum else { throw wrongType(value, operand, procedure) }
        guard value.fixnum >= 0 && value.fixnum < limit else { throw badRange(value, operand, procedure) }
        return value.fixnum
    }

    /// A count that the program chose: a fixnum from 0 on; anything else is of the wrong type.
    func countArgument(_ arguments: Arguments, _ position: Int, _ procedure: String) throws(Signal) -> Int {
        let value = arguments[position]
        guard value.isFixnum && value.fixnum >= 0 else { throw wrongType(value, nil, procedure) }
        return value.fixnum
    }

    /// The optional start and end arguments at `position` and `position + 1`, for a sequence of `count` elements.
    /// - Parameter operand: what an error calls the start; the end is the next one. nil for library procedures.
    func rangeArguments(
        _ arguments: Arguments, from position: Int, count: Int, operand: Int?, _ procedure: String
    ) throws(Signal) -> Range<Int> {
        var end = count
        if let value = arguments.optional(position + 1) {
            guard value.isFixnum else { throw wrongType(value, operand.map { $0 + 1 }, procedure) }
            guard value.fixnum >= 0 && value.fixnum <= count else {
                throw badRange(value, operand.map { $0 + 1 }, procedure)
            }
            end = value.fixnum
        }
        var start = 0
        if let value = arguments.optional(position) {
            guard value.isFixnum else { throw wrongType(value, operand, procedure) }
            guard value.fixnum >= 0 && value.fixnum <= end else { throw badRange(value, operand, procedure) }
            start = value.fixnum
        }
        return start..<end
    }

    /// The library's own value of a system variable, for primitives that hand their general case to the prelude.
    package func libraryProcedure(_ name: String) -> Value {
        heap.ownCell(systemEnvironment, heap.intern(name))?[slot: CellLayout.value] ?? .unbound
    }
}

/// Notices that a walk along cdrs goes round, in constant space (Brent's method).
struct CycleGuard {
    private var mark = Value.null
    private var steps = 0
    private var limit = 64

    /// Whether the walk has been at this pair before; told for each pair in turn.
    @inline(__always) mutating func hasSeen(_ pair: Value) -> Bool {
        if pair == mark { return true }
        steps &+= 1
        if steps == limit {
            steps = 0
            limit &*= 2
            mark = pair
        }
        return false
    }
}

extension Value {
    /// How many pairs a list has, and what ends it; nil when it is circular.
    func spine() -> (count: Int, tail: Value)? {
        var rounds = CycleGuard()
        var count = 0
        var rest = self
        while rest.isPair {
            if rounds.hasSeen(rest) { return nil }
            count += 1
            rest = rest.cdr
        }
        return (count, rest)
    }
}
