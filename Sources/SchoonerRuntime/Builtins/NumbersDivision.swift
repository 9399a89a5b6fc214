import SchoonerNumbers

/// Division of integers: R7RS 6.2.6, SRFI 141, MIT reference manual 4.5.
enum NumberDivisionPrimitives {
    private enum Part: Sendable {
        case quotient, remainder, both
    }

    static let table: [Primitive] =
        [
            .binary("quotient", "The quotient, rounded towards zero. R7RS 6.2.6") {
                (scheme, left, right) throws(Signal) in try scheme.integerQuotient(left, right)
            },
            .binary("remainder", "The remainder, with the dividend's sign. R7RS 6.2.6") {
                (scheme, left, right) throws(Signal) in try scheme.integerRemainder(left, right)
            },
            .binary("modulo", "The remainder, with the divisor's sign. R7RS 6.2.6") {
                (scheme, left, right) throws(Signal) in try scheme.integerModulo(left, right)
            },
            .fold(
                "gcd", "The greatest common divisor. R7RS 6.2.6", .zero, check: checkInteger, alone: size,
                greatestCommonDivisor),
            .fold(
                "lcm", "The least common multiple. R7RS 6.2.6", .one, check: checkInteger, alone: size,
                leastCommonMultiple),
            .binary("integer-divide", "A pair of quotient and remainder. MIT 12.1", dividePair),
            .binary("int:divide", "A pair of quotient and remainder. MIT 12.1", dividePair),
            .binary("fix:divide", "A pair of quotient and remainder. MIT 12.1", dividePair),
            .unary("integer-divide-quotient", "The quotient in an `integer-divide` result. MIT 12.1") {
                (scheme, value) throws(Signal) in
                guard value.isPair else { throw scheme.wrongType(value, 0, "integer-divide-quotient") }
                return value.car
            },
            .unary("integer-divide-remainder", "The remainder in an `integer-divide` result. MIT 12.1") {
                (scheme, value) throws(Signal) in
                guard value.isPair else { throw scheme.wrongType(value, 0, "integer-divide-remainder") }
                return value.cdr
            },
        ]
        + family("floor", .floor, "rounded down", DivisionPrimitives(quotient: "integer-quotient"))
        + family("truncate", .truncate, "rounded towards zero", DivisionPrimitives(quotient: "integer-quotient"))
        + family("ceiling", .ceiling, "rounded up", DivisionPrimitives(quotient: "integer-remainder"))
        + family(
            "round", .round, "rounded to the nearest, to the even one of two",
            DivisionPrimitives(quotient: "integer-remainder"))
        + family(
            "euclidean", .euclidean, "such that the remainder is not negative",
            DivisionPrimitives(quotient: "integer-quotient"))
        + [("floor", .floor), ("ceiling", .ceiling), ("round", .round), ("truncate", .truncate)].map(rounded)

    /// MIT's primitives that meet a zero divisor.
    private struct DivisionPrimitives {
        let quotient: String
        let remainder = "integer-remainder"
    }

    /// `floor/`, `floor-quotient` and `floor-remainder`, and their like.
    private static func family(
        _ name: String, _ rounding: DivisionRounding, _ how: String, _ primitives: DivisionPrimitives
    ) -> [Primitive] {
        let source = name == "floor" || name == "truncate" ? "R7RS 6.2.6" : "SRFI 141"
        // Of a negative dividend most take the quotient first.
        let whenNegative = name == "round" ? primitives.remainder : "integer-quotient"
        let toRemainder = name == "floor" ? whenNegative : primitives.remainder
        return [
            .binary(name + "/", "The quotient, \(how), and the remainder. \(source)") {
                (scheme, left, right) throws(Signal) in
                let primitive = scheme.isNegativeInteger(left) ? whenNegative : primitives.remainder
                let result = try scheme.divideReals(left, right, rounding, primitive)
                throw .values([result.quotient, result.remainder])
            },
            .binary(name + "-quotient", "The quotient, \(how). \(source)") { (scheme, left, right) throws(Signal) in
                let primitive = scheme.isNegativeInteger(left) ? whenNegative : primitives.quotient
                return try scheme.divideReals(left, right, rounding, primitive).quotient
            },
            .binary(name + "-remainder", "The remainder to the quotient, \(how). \(source)") {
                (scheme, left, right) throws(Signal) in
                let primitive = scheme.isNegativeInteger(left) ? toRemainder : primitives.remainder
                return try scheme.divideReals(left, right, rounding, primitive).remainder
            },
        ]
    }

    /// `integer-floor` and its like.
    private static func rounded(_ name: String, _ rounding: DivisionRounding) -> Primitive {
        let names = DivisionNames(primitive: "integer-divide", procedure: "integer-" + name)
        return .binary("integer-" + name, "The quotient of two integers as `\(name)` rounds it. MIT 4.5") {
            (scheme, left, right) throws(Signal) in
            try scheme.divideIntegers(left, right, rounding, names).quotient
        }
    }

    private static func dividePair(_ scheme: Interpreter, _ left: Value, _ right: Value) throws(Signal) -> Value {
        let names = DivisionNames(primitive: "integer-divide", procedure: "integer-divide")
        let result = try scheme.divideIntegers(left, right, .truncate, names)
        return scheme.heap.cons(result.quotient, result.remainder)
    }

    // MARK: Common divisors

    private static func checkInteger(_ scheme: Interpreter, _ value: Value) throws(Signal) {
        _ = try exactInteger(scheme, value, "integer-zero?", "gcd")
    }

    private static func exactInteger(
        _ scheme: Interpreter, _ value: Value, _ primitive: String, _ procedure: String
    ) throws(Signal) -> Value {
        if value.isExactInteger { return value }
        if value.isType(.complex) { throw scheme.wrongType(value, nil, procedure) }
        guard value.isFlonum else { throw scheme.wrongType(value, 0, primitive) }
        guard let integral = scheme.exactIntegral(value) else { throw scheme.notA(value, "an integer", procedure) }
        return integral
    }

    /// Divisors and multiples are never negative: R7RS 6.2.6.
    private static func size(_ scheme: Interpreter, _ value: Value) throws(Signal) -> Value {
        try greatestCommonDivisor(scheme, value, value)
    }

    private static func greatestCommonDivisor(
        _ scheme: Interpreter, _ left: Value, _ right: Value
    ) throws(Signal) -> Value {
        let first = try exactInteger(scheme, left, "integer-zero?", "gcd")
        let second = try exactInteger(scheme, right, "integer-remainder", "gcd")
        let result = try exactDivisor(scheme, first, second)
        return left.isFlonum || right.isFlonum ? try scheme.inexact(result) : result
    }

    private static func leastCommonMultiple(
        _ scheme: Interpreter, _ left: Value, _ right: Value
    ) throws(Signal) -> Value {
        let first = try exactInteger(scheme, left, "integer-zero?", "lcm")
        let second = try exactInteger(scheme, right, "integer-remainder", "lcm")
        let isInexact = left.isFlonum || right.isFlonum
        if first == .zero || second == .zero { return isInexact ? scheme.heap.flonum(0) : .zero }
        let divisor = try exactDivisor(scheme, first, second)
        let product = try scheme.multiply(try scheme.integerQuotient(first, divisor), second)
        let result = try scheme.magnitude(product)
        return isInexact ? try scheme.inexact(result) : result
    }

    private static func exactDivisor(_ scheme: Interpreter, _ left: Value, _ right: Value) throws(Signal) -> Value {
        if left.isFixnum && right.isFixnum {
            var (first, second) = (left.fixnum.magnitude, right.fixnum.magnitude)
            while second != 0 { (first, second) = (second, first % second) }
            return scheme.heap.integer(Int(first))
        }
        try scheme.checkQuadraticWork(left.limbCount, right.limbCount)
        return try scheme.integer(BigInteger.gcd(left.bigInteger, right.bigInteger))
    }
}
