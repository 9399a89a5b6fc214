// Arguments of string and character procedures, checked as MIT 12.1 checks them: its library reports them as
// "passed as an argument to".

extension Interpreter {
    /// A string argument. 12.1's library measures its strings first, so that is the operator most errors name.
    func stringArgument(
        _ arguments: Arguments, _ position: Int, _ procedure: String = "string-length"
    ) throws(Signal) -> Value {
        let value = arguments[position]
        guard value.isString else { throw wrongType(value, nil, procedure) }
        return value
    }

    /// A string argument that may be changed: no literal and no symbol's name.
    func mutableStringArgument(_ arguments: Arguments, _ position: Int, _ procedure: String) throws(Signal) -> Value {
        let value = arguments[position]
        guard value.isString && !value.isImmutable else { throw wrongType(value, nil, procedure) }
        return value
    }

    /// An index from 0 to `limit`, which counts as in range.
    func stringIndex(_ value: Value, through limit: Int, _ procedure: String) throws(Signal) -> Int {
        guard value.isFixnum && value.fixnum >= 0 else { throw wrongType(value, nil, procedure) }
        guard value.fixnum <= limit else { throw badRange(value, nil, procedure) }
        return value.fixnum
    }

    /// Optional start and end arguments at `position` and the next, for `count` characters.
    func stringRange(
        _ arguments: Arguments, from position: Int, count: Int, _ procedure: String
    ) throws(Signal) -> Range<Int> {
        var end = count
        if let value = arguments.optional(position + 1) {
            end = try stringIndex(value, through: count, procedure)
        }
        guard let value = arguments.optional(position) else { return 0..<end }
        return try stringIndex(value, through: end, procedure)..<end
    }

    /// A character argument; errors name `char->integer`, through which 12.1's library takes characters.
    func characterArgument(
        _ arguments: Arguments, _ position: Int, _ procedure: String = "char->integer", operand: Int? = 0
    ) throws(Signal) -> UInt32 {
        let value = arguments[position]
        guard value.isCharacter else { throw wrongType(value, operand, procedure) }
        return value.character
    }

    /// A new string of the characters, after a check that the heap has room.
    func newString(_ scalars: [UInt32]) throws(Signal) -> Value {
        try ensureRoom(forWords: scalars.count / 2 + 4)
        return heap.string(scalars: scalars)
    }
}

extension Value {
    /// The characters of a part of a string.
    func scalars(_ range: Range<Int>) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(range.count)
        for index in range { result.append(stringScalar(at: index)) }
        return result
    }

    var scalars: [UInt32] { scalars(0..<stringLength) }
}

extension Heap {
    /// A fresh string of a part of a string.
    func substring(_ string: Value, _ range: Range<Int>) -> Value {
        let result = self.string(count: range.count, wide: string.isWideString)
        let width = string.isWideString ? 4 : 1
        result.stringStorage.copyMemory(
            from: string.stringStorage + range.lowerBound * width, byteCount: range.count * width)
        return result
    }

    /// Copies characters into a string that has room for them; the two may be the same string.
    func copyCharacters(_ source: Value, _ range: Range<Int>, to target: Value, at start: Int) {
        if source.isWideString && !target.isWideString { widen(target) }
        if source.isWideString == target.isWideString {
            let width = source.isWideString ? 4 : 1
            (target.stringStorage + start * width).copyMemory(
                from: source.stringStorage + range.lowerBound * width, byteCount: range.count * width)
        } else {
            for index in range {
                setString(target, at: start + index - range.lowerBound, source.stringScalar(at: index))
            }
        }
    }
}
