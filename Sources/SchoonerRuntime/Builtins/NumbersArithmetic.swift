/// The four operations and their kin: R7RS 6.2.6, MIT reference manual 4.5.
enum NumberArithmeticPrimitives {
    static let table: [Primitive] = [
        Primitive("+", 0..., "The sum. R7RS 6.2.6", sum),
        Primitive("*", 0..., "The product. R7RS 6.2.6", product),
        Primitive("-", 1..., "The difference, or the negation of one number. R7RS 6.2.6", difference),
        Primitive("/", 1..., "The quotient, or the reciprocal of one number. R7RS 6.2.6", quotient),
        .unary("1+", "The number plus one. MIT 4.5") { (scheme, value) throws(Signal) in
            try scheme.add(value, .one)
        },
        .unary("-1+", "The number minus one. MIT 4.5") { (scheme, value) throws(Signal) in
            try scheme.subtract(value, .one)
        },
        .unary("1-", "The number minus one. MIT 4.5") { (scheme, value) throws(Signal) in
            try scheme.subtract(value, .one)
        },
        .unary("square", "The number times itself. R7RS 6.2.6") { (scheme, value) throws(Signal) in
            try scheme.multiply(value, value)
        },
        .unary("cube", "The third power. MIT 4.5") { (scheme, value) throws(Signal) in
            try scheme.multiply(value, try scheme.multiply(value, value))
        },
        .unary("abs", "The absolute value of a real number. R7RS 6.2.6") { (scheme, value) throws(Signal) in
            if value.isType(.complex) { throw scheme.wrongType(value, nil, "abs") }
            return try scheme.magnitude(value)
        },
        .unary("magnitude", "The distance from zero. R7RS 6.2.6") { (scheme, value) throws(Signal) in
            try scheme.magnitude(value)
        },
        Primitive("max", 1..., "The greatest number, inexact if any is. R7RS 6.2.6") {
            (scheme, arguments) throws(Signal) -> Value in
            if arguments.areTwoFixnums { return Value(bits: max(arguments[0].bits, arguments[1].bits)) }
            return try extreme(scheme, arguments, 1, "max")
        },
        Primitive("min", 1..., "The least number, inexact if any is. R7RS 6.2.6") {
            (scheme, arguments) throws(Signal) -> Value in
            if arguments.areTwoFixnums { return Value(bits: min(arguments[0].bits, arguments[1].bits)) }
            return try extreme(scheme, arguments, -1, "min")
        },
    ]

    static func sum(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments.count > 1 else {
            if arguments.count == 0 { return .zero }
            guard arguments[0].isNumber else { throw scheme.notA(arguments[0], "a number", "+") }
            return arguments[0]
        }
        var result = arguments[0]
        for index in 1..<arguments.count { result = try scheme.add(result, arguments[index]) }
        return result
    }

    static func product(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments.count > 1 else {
            if arguments.count == 0 { return .one }
            guard arguments[0].isNumber else { throw scheme.notA(arguments[0], "a number", "*") }
            return arguments[0]
        }
        var result = arguments[0]
        for index in 1..<arguments.count { result = try scheme.multiply(result, arguments[index]) }
        return result
    }

    static func difference(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if arguments.count == 1 { return try scheme.negate(arguments[0]) }
        var result = arguments[0]
        for index in 1..<arguments.count { result = try scheme.subtract(result, arguments[index]) }
        return result
    }

    static func quotient(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if arguments.count == 1 {
            guard arguments[0].isNumber else { throw scheme.wrongType(arguments[0], 0, "integer-positive?") }
            return try scheme.divide(.one, arguments[0])
        }
        var result = arguments[0]
        for index in 1..<arguments.count { result = try scheme.divide(result, arguments[index]) }
        return result
    }

    /// The number that lies farthest in one direction; a not-a-number counts only beside others of its kind.
    private static func extreme(
        _ scheme: Interpreter, _ arguments: Arguments, _ direction: Int, _ procedure: String
    ) throws(Signal) -> Value {
        if arguments[0].isFixnum {
            var best = arguments[0].bits
            var index = 1
            while index < arguments.count && arguments[index].isFixnum {
                best = direction > 0 ? max(best, arguments[index].bits) : min(best, arguments[index].bits)
                index += 1
            }
            if index == arguments.count { return Value(bits: best) }
        }
        var result = arguments[0]
        if arguments.count == 1 && !result.isRealNumber { throw scheme.notA(result, "a real number", procedure) }
        if result.isType(.complex) { throw scheme.wrongType(result, nil, procedure) }
        var isInexact = result.isFlonum
        for index in 1..<max(arguments.count, 1) {
            let value = arguments[index]
            guard value.isRealNumber && result.isRealNumber else {
                if value.isType(.complex) { throw scheme.wrongType(value, nil, procedure) }
                throw result.isRealNumber
                    ? scheme.wrongType(value, 1, "integer-less?") : scheme.wrongType(result, 0, "integer-less?")
            }
            isInexact = isInexact || value.isFlonum
            if let order = scheme.order(value, result) {
                if order == direction { result = value }
            } else if result.isFlonum && result.double.isNaN {
                result = value
            }
        }
        return isInexact ? try scheme.inexact(result) : result
    }
}
