/// Operations on exact integers by MIT's internal names: `int:+`, `integer-add` and kin (12.1).
enum IntegerPrimitives {
    static let table: [Primitive] =
        arithmetic(prefix: "int:", what: "exact integers") + [
            .unary("int:abs", "The absolute value. MIT 12.1") { (scheme, value) throws(Signal) in
                guard value.isExactInteger else { throw scheme.wrongType(value, 0, "integer-negative?") }
                return try scheme.magnitude(value)
            },
            .unary("int:negate", "The negation. MIT 12.1") { (scheme, value) throws(Signal) in
                try negate(scheme, value)
            },
            .binary("int:modulo", "The remainder, with the divisor's sign. MIT 12.1") {
                (scheme, left, right) throws(Signal) in
                try check(scheme, left, right, "integer-remainder")
                return try scheme.integerModulo(left, right)
            },
            .unary("integer-negate", "The negation. MIT 12.1") { (scheme, value) throws(Signal) in
                try negate(scheme, value)
            },
            .unary("integer-abs", "The absolute value. MIT 12.1") { (scheme, value) throws(Signal) in
                guard value.isExactInteger else { throw scheme.wrongType(value, 0, "integer-abs") }
                return try scheme.magnitude(value)
            },
            operation("integer-add", "integer-add", "The sum.") { (scheme, left, right) throws(Signal) in
                try scheme.add(left, right)
            },
            operation("integer-subtract", "integer-subtract", "The difference.") {
                (scheme, left, right) throws(Signal) in try scheme.subtract(left, right)
            },
            operation("integer-multiply", "integer-multiply", "The product.") {
                (scheme, left, right) throws(Signal) in try scheme.multiply(left, right)
            },
            operation("integer-quotient", "integer-quotient", "The quotient, rounded towards zero.") {
                (scheme, left, right) throws(Signal) in try scheme.integerQuotient(left, right)
            },
            operation("integer-remainder", "integer-remainder", "The remainder, with the dividend's sign.") {
                (scheme, left, right) throws(Signal) in try scheme.integerRemainder(left, right)
            },
            comparison("integer-equal?", "integer-equal?") { $0 == 0 },
            comparison("integer-less?", "integer-less?") { $0 < 0 },
            comparison("integer-greater?", "integer-less?") { $0 > 0 },
            comparison("integer-less-or-equal?", "integer-less-or-equal?") { $0 <= 0 },
            comparison("integer-greater-or-equal?", "integer-less-or-equal?") { $0 >= 0 },
            sign("integer-zero?", "integer-zero?") { $0 == 0 },
            sign("integer-positive?", "integer-positive?") { $0 > 0 },
            sign("integer-negative?", "integer-negative?") { $0 < 0 },
        ]

    /// What `fix:` and `int:` have in common.
    static func arithmetic(prefix: String, what: String) -> [Primitive] {
        [
            operation(prefix + "+", "integer-add", "The sum of two \(what).") {
                (scheme, left, right) throws(Signal) in try scheme.add(left, right)
            },
            operation(prefix + "-", "integer-subtract", "The difference of two \(what).") {
                (scheme, left, right) throws(Signal) in try scheme.subtract(left, right)
            },
            operation(prefix + "*", "integer-multiply", "The product of two \(what).") {
                (scheme, left, right) throws(Signal) in try scheme.multiply(left, right)
            },
            operation(prefix + "quotient", "integer-quotient", "The quotient of two \(what), towards zero.") {
                (scheme, left, right) throws(Signal) in try scheme.integerQuotient(left, right)
            },
            operation(prefix + "remainder", "integer-remainder", "The remainder of two \(what).") {
                (scheme, left, right) throws(Signal) in try scheme.integerRemainder(left, right)
            },
            operation(prefix + "min", "integer-less?", "The lesser of two \(what).") {
                (scheme, left, right) throws(Signal) in scheme.order(right, left) == -1 ? right : left
            },
            operation(prefix + "max", "integer-less?", "The greater of two \(what).") {
                (scheme, left, right) throws(Signal) in scheme.order(left, right) == -1 ? right : left
            },
            .unary(prefix + "1+", "The number plus one. MIT 4.8") { (scheme, value) throws(Signal) in
                guard value.isExactInteger else { throw scheme.wrongType(value, 0, "integer-add-1") }
                return try scheme.add(value, .one)
            },
            .unary(prefix + "-1+", "The number minus one. MIT 4.8") { (scheme, value) throws(Signal) in
                guard value.isExactInteger else { throw scheme.wrongType(value, 0, "integer-subtract-1") }
                return try scheme.subtract(value, .one)
            },
            comparison(prefix + "=", "integer-equal?") { $0 == 0 },
            comparison(prefix + "<", "integer-less?") { $0 < 0 },
            comparison(prefix + ">", "integer-less?") { $0 > 0 },
            comparison(prefix + "<=", "integer-less-or-equal?") { $0 <= 0 },
            comparison(prefix + ">=", "integer-less-or-equal?") { $0 >= 0 },
            sign(prefix + "zero?", "integer-zero?") { $0 == 0 },
            sign(prefix + "positive?", "integer-positive?") { $0 > 0 },
            sign(prefix + "negative?", "integer-negative?") { $0 < 0 },
        ]
    }

    private static func negate(_ scheme: Interpreter, _ value: Value) throws(Signal) -> Value {
        guard value.isExactInteger else { throw scheme.wrongType(value, 0, "integer-negate") }
        return try scheme.negate(value)
    }

    private static func check(
        _ scheme: Interpreter, _ left: Value, _ right: Value, _ primitive: String
    ) throws(Signal) {
        guard left.isExactInteger else { throw scheme.wrongType(left, 0, primitive) }
        guard right.isExactInteger else { throw scheme.wrongType(right, 1, primitive) }
    }

    private static func operation(
        _ name: String, _ primitive: String, _ what: String,
        _ body: @escaping @Sendable (Interpreter, Value, Value) throws(Signal) -> Value
    ) -> Primitive {
        .binary(name, what + " MIT 12.1") { (scheme, left, right) throws(Signal) in
            try check(scheme, left, right, primitive)
            return try body(scheme, left, right)
        }
    }

    private static func comparison(
        _ name: String, _ primitive: String, _ holds: @escaping @Sendable (Int) -> Bool
    ) -> Primitive {
        .binary(name, "Whether two exact integers are so ordered. MIT 12.1") {
            (scheme, left, right) throws(Signal) in
            try check(scheme, left, right, primitive)
            return Value(holds(scheme.order(left, right) ?? 0))
        }
    }

    private static func sign(
        _ name: String, _ primitive: String, _ holds: @escaping @Sendable (Int) -> Bool
    ) -> Primitive {
        .unary(name, "Whether the exact integer has this sign. MIT 12.1") { (scheme, value) throws(Signal) in
            guard value.isExactInteger else { throw scheme.wrongType(value, 0, primitive) }
            return Value(holds(value.exactSign))
        }
    }
}
