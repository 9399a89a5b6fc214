/// Order and sign: R7RS 6.2.6.
enum NumberComparisonPrimitives {
    static let table: [Primitive] = [
        comparison("=", "Whether all numbers are equal. R7RS 6.2.6") { (scheme, left, right) throws(Signal) in
            try scheme.numberEqual(left, right)
        },
        comparison("<", "Whether the numbers increase. R7RS 6.2.6") { (scheme, left, right) throws(Signal) in
            try scheme.numberLess(left, right)
        },
        comparison(">", "Whether the numbers decrease. R7RS 6.2.6") { (scheme, left, right) throws(Signal) in
            try scheme.numberLess(right, left)
        },
        comparison("<=", "Whether the numbers never decrease. R7RS 6.2.6") { (scheme, left, right) throws(Signal) in
            try scheme.numberLessOrEqual(left, right)
        },
        comparison(">=", "Whether the numbers never increase. R7RS 6.2.6") { (scheme, left, right) throws(Signal) in
            try scheme.numberLessOrEqual(right, left)
        },
        .unary("zero?", "Whether the number is zero. R7RS 6.2.6") { (scheme, value) throws(Signal) in
            Value(try scheme.isZero(value))
        },
        .unary("positive?", "Whether the number is above zero. R7RS 6.2.6") { (scheme, value) throws(Signal) in
            Value(try scheme.sign(value, "integer-positive?", "positive?") == 1)
        },
        .unary("negative?", "Whether the number is below zero. R7RS 6.2.6") { (scheme, value) throws(Signal) in
            Value(try scheme.sign(value, "integer-negative?", "negative?") == -1)
        },
        .unary("non-negative?", "Whether the number is not below zero. MIT 12.1") { (scheme, value) throws(Signal) in
            Value(try scheme.sign(value, "integer-negative?", "negative?").map { $0 >= 0 } ?? false)
        },
        .unary("non-positive?", "Whether the number is not above zero. MIT 12.1") { (scheme, value) throws(Signal) in
            Value(try scheme.sign(value, "integer-positive?", "positive?").map { $0 <= 0 } ?? false)
        },
        .unary("odd?", "Whether the integer is odd. R7RS 6.2.6") { (scheme, value) throws(Signal) in
            Value(try scheme.isOdd(value))
        },
        .unary("even?", "Whether the integer is even. R7RS 6.2.6") { (scheme, value) throws(Signal) in
            Value(try !scheme.isOdd(value))
        },
        .binary("number:eqv?", "Whether two numbers are equal and equally exact. MIT 12.1") {
            (scheme, left, right) throws(Signal) in Value(left.isNumber && left.isEqv(right))
        },
    ]

    private static func comparison(
        _ name: String, _ documentation: String,
        _ holds: @escaping @Sendable (Interpreter, Value, Value) throws(Signal) -> Bool
    ) -> Primitive {
        Primitive(name, 0..., documentation) { (scheme, arguments) throws(Signal) -> Value in
            if arguments.count == 1 {
                let value = arguments[0]
                guard name == "=" ? value.isNumber : value.isRealNumber else {
                    throw scheme.notA(value, name == "=" ? "a complex number" : "a real number", name)
                }
            }
            for index in stride(from: 1, to: arguments.count, by: 1) {
                if try !holds(scheme, arguments[index - 1], arguments[index]) { return .false }
            }
            return .true
        }
    }
}

extension Interpreter {
    /// Whether an integer, exact or a flonum, is odd.
    func isOdd(_ value: Value) throws(Signal) -> Bool {
        if value.isFixnum { return value.fixnum & 1 == 1 }
        if value.isBignum { return value.words[1] & 1 == 1 }
        if value.isFlonum {
            let number = value.double
            guard number.isFinite && number == number.rounded() else { throw wrongType(value, nil, "even?") }
            return number.truncatingRemainder(dividingBy: 2) != 0
        }
        if value.isType(.complex) { throw wrongType(value, nil, "even?") }
        throw wrongType(value, 0, "integer-remainder")
    }
}
