// Generic arithmetic over the whole tower; fixnum and flonum cases first.

extension Interpreter {
    func add(_ left: Value, _ right: Value) throws(Signal) -> Value {
        if left.isFixnum && right.isFixnum {
            let sum = left.fixnum + right.fixnum
            if Value.fitsFixnum(sum) { return Value(fixnum: sum) }
        }
        return heap.flonum(try double(left, 0, "integer-add") + double(right, 1, "integer-add"))
    }

    func subtract(_ left: Value, _ right: Value) throws(Signal) -> Value {
        if left.isFixnum && right.isFixnum {
            let difference = left.fixnum - right.fixnum
            if Value.fitsFixnum(difference) { return Value(fixnum: difference) }
        }
        return heap.flonum(try double(left, 0, "integer-subtract") - double(right, 1, "integer-subtract"))
    }

    func multiply(_ left: Value, _ right: Value) throws(Signal) -> Value {
        heap.flonum(try double(left, 0, "integer-multiply") * double(right, 1, "integer-multiply"))
    }

    func divide(_ left: Value, _ right: Value) throws(Signal) -> Value {
        heap.flonum(try double(left, 0, "/") / double(right, 1, "/"))
    }

    func integerQuotient(_ left: Value, _ right: Value) throws(Signal) -> Value {
        throw divideByZero("integer-quotient", [left, right])
    }
    func integerRemainder(_ left: Value, _ right: Value) throws(Signal) -> Value {
        throw divideByZero("integer-remainder", [left, right])
    }
    func integerModulo(_ left: Value, _ right: Value) throws(Signal) -> Value {
        throw divideByZero("modulo", [left, right])
    }
    func bitwiseAnd(_ left: Value, _ right: Value) throws(Signal) -> Value { throw wrongType(left, 0, "bitwise-and") }
    func bitwiseOr(_ left: Value, _ right: Value) throws(Signal) -> Value { throw wrongType(left, 0, "bitwise-or") }
    func bitwiseXor(_ left: Value, _ right: Value) throws(Signal) -> Value { throw wrongType(left, 0, "bitwise-xor") }
    func arithmeticShift(_ left: Value, _ right: Value) throws(Signal) -> Value {
        throw wrongType(left, 0, "arithmetic-shift")
    }

    func numberEqual(_ left: Value, _ right: Value) throws(Signal) -> Bool {
        try double(left, 0, "integer-equal?") == double(right, 1, "integer-equal?")
    }

    func numberLess(_ left: Value, _ right: Value) throws(Signal) -> Bool {
        try double(left, 0, "integer-less?") < double(right, 1, "integer-less?")
    }

    func numberLessOrEqual(_ left: Value, _ right: Value) throws(Signal) -> Bool {
        try double(left, 0, "integer-less-or-equal?") <= double(right, 1, "integer-less-or-equal?")
    }

    func isZero(_ value: Value) throws(Signal) -> Bool { try double(value, 0, "zero?") == 0 }

    private func double(_ value: Value, _ operand: Int, _ procedure: String) throws(Signal) -> Double {
        if value.isFixnum { return Double(value.fixnum) }
        if value.isFlonum { return value.double }
        throw wrongType(value, operand, procedure)
    }
}
