import SchoonerNumbers

// Order and sign of numbers (R7RS 6.2.6). Comparison is transitive: an exact number and a flonum are compared by value,
// not by rounding the one to the other.

extension Interpreter {
    func numberEqual(_ left: Value, _ right: Value) throws(Signal) -> Bool {
        if left.isFixnum && right.isFixnum { return left == right }
        if left.isFlonum && right.isFlonum { return left.double == right.double }
        guard let kind = Value.commonKind(left, right) else { throw equalityError(left, right) }
        switch kind {
        case .integer, .ratio, .flonum: return order(left, right) == 0
        case .complex:
            return order(left.realPart, right.realPart) == 0 && order(left.imaginaryPart, right.imaginaryPart) == 0
        }
    }

    func numberLess(_ left: Value, _ right: Value) throws(Signal) -> Bool {
        if left.isFixnum && right.isFixnum { return left.fixnum < right.fixnum }
        if left.isFlonum && right.isFlonum { return left.double < right.double }
        try checkOrdered(left, right)
        return order(left, right) == -1
    }

    func numberLessOrEqual(_ left: Value, _ right: Value) throws(Signal) -> Bool {
        if left.isFixnum && right.isFixnum { return left.fixnum <= right.fixnum }
        if left.isFlonum && right.isFlonum { return left.double <= right.double }
        // MIT's `<=` asks whether the second is less than the first, and so names the operands.
        try checkOrdered(right, left)
        guard let order = order(left, right) else { return false }
        return order <= 0
    }

    func isZero(_ value: Value) throws(Signal) -> Bool {
        if value.isFixnum { return value == .zero }
        if value.isFlonum { return value.double == 0 }
        guard let kind = value.numberKind else { throw wrongType(value, 0, "integer-zero?") }
        guard kind == .complex, try isZero(value.realPart) else { return false }
        return try isZero(value.imaginaryPart)
    }

    /// -1, 0 or 1 for a real number; nil for a not-a-number.
    /// - Parameters:
    ///   - primitive: MIT's name for the operation on integers, in errors.
    ///   - procedure: the caller, in errors about complex numbers.
    func sign(_ value: Value, _ primitive: String, _ procedure: String) throws(Signal) -> Int? {
        switch value.numberKind {
        case .integer, .ratio: return value.exactSign
        case .flonum: return value.double > 0 ? 1 : value.double < 0 ? -1 : value.double == 0 ? 0 : nil
        case .complex: throw wrongType(value, nil, procedure)
        case nil: throw wrongType(value, 0, primitive)
        }
    }

    /// The order of two real numbers: -1, 0 or 1; nil when one is a not-a-number.
    func order(_ left: Value, _ right: Value) -> Int? {
        if left.isFixnum && right.isFixnum {
            return left.fixnum < right.fixnum ? -1 : left == right ? 0 : 1
        }
        if left.isFlonum {
            if right.isFlonum {
                let (first, second) = (left.double, right.double)
                return first < second ? -1 : first > second ? 1 : first == second ? 0 : nil
            }
            return orderOfFlonum(left.double, right)
        }
        if right.isFlonum { return orderOfFlonum(right.double, left).map { -$0 } }
        let (first, second) = (left.exactSign, right.exactSign)
        if first != second { return first < second ? -1 : 1 }
        if left.isExactInteger && right.isExactInteger {
            if left.isFixnum { return -second }
            if right.isFixnum { return first }
            if left.length != right.length { return (left.length < right.length) == (first > 0) ? -1 : 1 }
            for index in stride(from: left.length, to: 0, by: -1) where left.words[index] != right.words[index] {
                return (UInt(bitPattern: left.words[index]) < UInt(bitPattern: right.words[index])) == (first > 0)
                    ? -1 : 1
            }
            return 0
        }
        return Rational.compare(left.exactRational, right.exactRational)
    }

    private func orderOfFlonum(_ number: Double, _ exact: Value) -> Int? {
        if number.isNaN { return nil }
        if exact.isFixnum && exact.fixnum.magnitude <= 1 << 53 {
            let other = Double(exact.fixnum)
            return number < other ? -1 : number > other ? 1 : 0
        }
        return exact.isExactInteger
            ? Flonum.compare(number, exact.bigInteger) : Flonum.compare(number, exact.exactRational)
    }

    private func equalityError(_ left: Value, _ right: Value) -> Signal {
        let (culprit, other, operand) = left.isNumber ? (right, left, 1) : (left, right, 0)
        switch other.numberKind {
        case .ratio, .complex: return wrongType(culprit, nil, "=")
        case .flonum: return wrongType(culprit, 1, "integer-equal?")
        default: return wrongType(culprit, operand, "integer-equal?")
        }
    }

    private func checkOrdered(_ left: Value, _ right: Value) throws(Signal) {
        guard let kind = Value.commonKind(left, right) else {
            let (culprit, other, operand) = left.isNumber ? (right, left, 1) : (left, right, 0)
            if other.isType(.ratio) { throw wrongType(culprit, 0, "integer-multiply") }
            throw wrongType(culprit, operand, "integer-less?")
        }
        if kind == .complex { throw wrongType(left.isType(.complex) ? left : right, nil, "<") }
    }
}
