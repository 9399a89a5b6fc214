/// Order and sign: R7RS 6.2.6.
enum NumberComparisonPrimitives {
    static let table: [Primitive] = [
        Primitive("=", 0..., "Whether all numbers are equal. R7RS 6.2.6", areEqual),
        Primitive("<", 0..., "Whether the numbers increase. R7RS 6.2.6", increase),
        Primitive(">", 0..., "Whether the numbers decrease. R7RS 6.2.6", decrease),
        Primitive("<=", 0..., "Whether the numbers never decrease. R7RS 6.2.6", neverDecrease),
        Primitive(">=", 0..., "Whether the numbers never increase. R7RS 6.2.6", neverIncrease),
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

    // These stand as arguments of `sort` and the like: two fixnums are compared at once.

    static func areEqual(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if arguments.areTwoFixnums { return Value(arguments[0] == arguments[1]) }
        return try compare(scheme, arguments, "=") { (scheme, left, right) throws(Signal) in
            try scheme.numberEqual(left, right)
        }
    }

    static func increase(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if arguments.areTwoFixnums { return Value(arguments[0].bits < arguments[1].bits) }
        return try compare(scheme, arguments, "<") { (scheme, left, right) throws(Signal) in
            try scheme.numberLess(left, right)
        }
    }

    static func decrease(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if arguments.areTwoFixnums { return Value(arguments[0].bits > arguments[1].bits) }
        return try compare(scheme, arguments, ">") { (scheme, left, right) throws(Signal) in
            try scheme.numberLess(right, left)
        }
    }

    static func neverDecrease(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if arguments.areTwoFixnums { return Value(arguments[0].bits <= arguments[1].bits) }
        return try compare(scheme, arguments, "<=") { (scheme, left, right) throws(Signal) in
            try scheme.numberLessOrEqual(left, right)
        }
    }

    static func neverIncrease(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if arguments.areTwoFixnums { return Value(arguments[0].bits >= arguments[1].bits) }
        return try compare(scheme, arguments, ">=") { (scheme, left, right) throws(Signal) in
            try scheme.numberLessOrEqual(right, left)
        }
    }

    @inline(__always) private static func compare(
        _ scheme: Interpreter, _ arguments: Arguments, _ name: String,
        _ holds: (Interpreter, Value, Value) throws(Signal) -> Bool
    ) throws(Signal) -> Value {
        if arguments.count == 1 {
            let value = arguments[0]
            guard name == "=" ? value.isNumber : value.isRealNumber else {
                throw scheme.notA(value, name == "=" ? "a complex number" : "a real number", name)
            }
        }
        var index = 1
        while index < arguments.count {
            if try !holds(scheme, arguments[index - 1], arguments[index]) { return .false }
            index += 1
        }
        return .true
    }
}

extension Arguments {
    /// Whether these are two fixnums, whose words are in the order of the numbers.
    @inline(__always) var areTwoFixnums: Bool { count == 2 && (base[0] | base[1]) & 1 == 0 }
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
