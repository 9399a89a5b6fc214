import SchoonerNumbers

// Bitwise operations on exact integers as endless two's complement (MIT reference manual 4.7, SRFI 151).

extension Interpreter {
    func bitwiseAnd(_ left: Value, _ right: Value) throws(Signal) -> Value {
        if left.isFixnum && right.isFixnum { return Value(bits: left.bits & right.bits) }
        try checkExactIntegers(left, right, "integer-bitwise-and")
        return try integer(left.bigInteger & right.bigInteger)
    }

    func bitwiseOr(_ left: Value, _ right: Value) throws(Signal) -> Value {
        if left.isFixnum && right.isFixnum { return Value(bits: left.bits | right.bits) }
        try checkExactIntegers(left, right, "integer-bitwise-ior")
        return try integer(left.bigInteger | right.bigInteger)
    }

    func bitwiseXor(_ left: Value, _ right: Value) throws(Signal) -> Value {
        if left.isFixnum && right.isFixnum { return Value(bits: left.bits ^ right.bits) }
        try checkExactIntegers(left, right, "integer-bitwise-xor")
        return try integer(left.bigInteger ^ right.bigInteger)
    }

    func bitwiseNot(_ value: Value) throws(Signal) -> Value {
        if value.isFixnum { return Value(fixnum: ~value.fixnum) }
        guard value.isBignum else { throw wrongType(value, 0, "integer-bitwise-not") }
        return try integer(~value.bigInteger)
    }

    /// Left for a positive count; right, rounding down, for a negative one.
    func arithmeticShift(_ left: Value, _ right: Value) throws(Signal) -> Value {
        guard right.isExactInteger else {
            if !left.isExactInteger && right.isRealNumber {
                let isLeft = right.isFlonum ? right.double >= 0 : right.exactSign >= 0
                throw wrongType(left, 0, isLeft ? "integer-shift-left" : "integer-shift-right")
            }
            if right.isType(.complex) { throw wrongType(right, nil, "negative?") }
            throw right.isNumber ? wrongType(right, 1, "integer-shift-left") : wrongType(right, 0, "integer-negative?")
        }
        return try shift(left, by: right, isLeft: right.exactSign >= 0)
    }

    /// Shifts by a count that is not positive for a right shift and not negative for a left one.
    func shift(_ value: Value, by count: Value, isLeft: Bool) throws(Signal) -> Value {
        guard value.isExactInteger else {
            throw wrongType(value, 0, isLeft ? "integer-shift-left" : "integer-shift-right")
        }
        guard count.isFixnum else {
            if isLeft { throw badRange(count, 1, "integer-shift-left") }
            return Value(fixnum: value.exactSign < 0 ? -1 : 0)
        }
        let distance = count.fixnum
        if value.isFixnum {
            if !isLeft { return Value(fixnum: value.fixnum >> -distance) }
            if distance < 62 {
                let shifted = value.fixnum << distance
                if shifted >> distance == value.fixnum { return heap.integer(shifted) }
            }
            if value == .zero { return .zero }
        }
        if isLeft { try ensureRoom(forWords: value.limbCount + distance / 64 + 2) }
        guard let result = value.bigInteger.shifted(by: distance) else { throw .abort(.outOfMemory) }
        return try integer(result)
    }

    private func checkExactIntegers(_ left: Value, _ right: Value, _ procedure: String) throws(Signal) {
        if !left.isExactInteger { throw wrongType(left, 0, procedure) }
        if !right.isExactInteger { throw wrongType(right, 1, procedure) }
    }
}
