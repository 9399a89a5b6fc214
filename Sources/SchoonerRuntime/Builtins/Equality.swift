// Equivalence: R7RS 6.1. `equal?` keeps its own stack and ends on circular structures.

extension Value {
    /// `eqv?`: identity, except that numbers are compared by exactness and value.
    package func isEqv(_ other: Value) -> Bool {
        if self == other { return !isFlonum || !double.isNaN }
        guard isPointer && other.isPointer else { return false }
        if isFlonum {
            return other.isFlonum && double == other.double && double.sign == other.double.sign
        }
        guard isObject && other.isObject, header == other.header else { return false }
        switch type {
        case .bignum:
            for index in 0..<length where words[index + 1] != other.words[index + 1] { return false }
            return true
        case .ratio, .complex:
            return self[slot: 0].isEqv(other[slot: 0]) && self[slot: 1].isEqv(other[slot: 1])
        default: return false
        }
    }

    /// Whether `equal?` looks inside values of this kind.
    private var isCompound: Bool {
        if isPair { return true }
        guard isObject else { return false }
        switch type {
        case .vector, .cell, .weakPair: return true
        default: return false
        }
    }

    /// Equality of values that need no descent.
    private func isLeafEqual(_ other: Value) -> Bool {
        if isEqv(other) { return true }
        guard isObject && other.isObject else { return false }
        if isString { return other.isString && isSameText(other) }
        if isCharacterSet { return other.isCharacterSet && inversionList == other.inversionList }
        if isBytevector {
            guard other.isBytevector && byteCount == other.byteCount else { return false }
            return byteBuffer.elementsEqual(other.byteBuffer)
        }
        return false
    }

    /// Whether two strings have the same characters.
    package func isSameText(_ other: Value) -> Bool {
        let count = stringLength
        guard count == other.stringLength else { return false }
        if isWideString == other.isWideString {
            let size = isWideString ? count * 4 : count
            return UnsafeRawBufferPointer(start: stringStorage, count: size)
                .elementsEqual(UnsafeRawBufferPointer(start: other.stringStorage, count: size))
        }
        for index in 0..<count where stringScalar(at: index) != other.stringScalar(at: index) { return false }
        return true
    }

    /// `equal?`: the same structure, with `eqv?` leaves, strings and bytevectors by content.
    package func isEqual(_ other: Value) -> Bool {
        if self == other && !isFlonum { return true }
        if !isCompound { return isLeafEqual(other) }
        var steps = 1 << 14
        if let answer = isShallowlyEqual(other, depth: 48, &steps) { return answer }
        var comparison = StructuralComparison()
        return comparison.compare(self, other)
    }

    /// `equal?` for structures that are neither deep nor large, by plain recursion: most are. nil when it would take more
    /// than the depth or the steps allow.
    private func isShallowlyEqual(_ other: Value, depth: Int, _ steps: inout Int) -> Bool? {
        var left = self
        var right = other
        while left.isPair {
            if left == right { return true }
            guard right.isPair else { return false }
            steps &-= 1
            guard steps > 0 else { return nil }
            guard let same = left.car.isEqualPart(right.car, depth, &steps) else { return nil }
            if !same { return false }
            left = left.cdr
            right = right.cdr
        }
        if left == right && !left.isFlonum { return true }
        guard left.isPointer else { return false }
        guard left.isCompound else { return left.isLeafEqual(right) }
        guard right.isObject && left.type == right.type && left.length == right.length else { return false }
        for index in 0..<left.length {
            steps &-= 1
            guard steps > 0 else { return nil }
            guard let same = left[slot: index].isEqualPart(right[slot: index], depth, &steps) else { return nil }
            if !same { return false }
        }
        return true
    }

    /// The same for two parts of structures that are compared to a depth.
    @inline(__always) private func isEqualPart(_ other: Value, _ depth: Int, _ steps: inout Int) -> Bool? {
        if self == other && !isFlonum { return true }
        guard isPointer else { return false }
        guard isCompound else { return isLeafEqual(other) }
        guard depth > 0 else { return nil }
        return isShallowlyEqual(other, depth: depth &- 1, &steps)
    }

    /// One `equal?` in progress.
    private struct StructuralComparison {
        private struct Both: Hashable {
            let left: Value
            let right: Value
        }

        private var waiting: [Both] = []
        private var steps = 0
        /// After so many steps the pairs of objects that were compared are remembered, so that a cycle ends.
        private static let patience = 1 << 20
        private var seen: Set<Both> = []

        mutating func compare(_ left: Value, _ right: Value) -> Bool {
            waiting.append(Both(left: left, right: right))
            while let next = waiting.popLast() {
                if !follow(next.left, next.right) { return false }
            }
            return true
        }

        /// Compares along the cdrs; what needs a descent of its own waits.
        private mutating func follow(_ left: Value, _ right: Value) -> Bool {
            var left = left
            var right = right
            while true {
                if left == right && !left.isFlonum { return true }
                guard left.isCompound else { return left.isLeafEqual(right) }
                steps += 1
                if steps > StructuralComparison.patience
                    && !seen.insert(Both(left: left, right: right)).inserted
                {
                    return true
                }
                if left.isPair {
                    guard right.isPair else { return false }
                    if !meet(left.car, right.car) { return false }
                    left = left.cdr
                    right = right.cdr
                } else {
                    guard right.isObject && left.type == right.type && left.length == right.length else {
                        return false
                    }
                    for index in 0..<left.length where !meet(left[slot: index], right[slot: index]) { return false }
                    return true
                }
            }
        }

        private mutating func meet(_ left: Value, _ right: Value) -> Bool {
            if left.isCompound {
                if left != right { waiting.append(Both(left: left, right: right)) }
                return true
            }
            return left.isLeafEqual(right)
        }
    }
}

/// `eq?`, `eqv?`, `equal?` and `not`.
enum EqualityPrimitives {
    static let table: [Primitive] = [
        Primitive("eq?", 2, "Whether two objects are the same. R7RS 6.1", isEq),
        Primitive("eqv?", 2, "Whether two objects are the same, numbers by value and exactness. R7RS 6.1", isEqv),
        Primitive("equal?", 2, "Whether two objects have the same structure and contents. R7RS 6.1", isEqual),
    ]

    static func isEq(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0] == arguments[1])
    }

    static func isEqv(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isEqv(arguments[1]))
    }

    static func isEqual(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isEqual(arguments[1]))
    }
}
