#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Operations on flonums: MIT reference manual 4.8.
enum FlonumPrimitives {
    static let table: [Primitive] = operations + comparisons + tests + conversions

    private static let operations: [Primitive] = [
        binary("flo:+", "flonum-add", "The sum.") { $0 + $1 },
        binary("flo:-", "flonum-subtract", "The difference.") { $0 - $1 },
        binary("flo:*", "flonum-multiply", "The product.") { $0 * $1 },
        binary("flo:/", "flonum-divide", "The quotient.") { $0 / $1 },
        unary("flo:negate", "The negation.") { -$0 },
        unary("flo:abs", "The absolute value.") { $0.magnitude },
        // A not-a-number is the result when there is one; the `-num` forms prefer the number.
        binary("flo:min", "flonum-is-less?", "The lesser.") { $0.isNaN || $1.isNaN ? .nan : Double.minimum($0, $1) },
        binary("flo:max", "flonum-is-less?", "The greater.") { $0.isNaN || $1.isNaN ? .nan : Double.maximum($0, $1) },
        binary("flo:min-num", "flonum-is-less?", "The lesser number.") { Double.minimum($0, $1) },
        binary("flo:max-num", "flonum-is-less?", "The greater number.") { Double.maximum($0, $1) },
        binary("flo:min-mag", "flonum-is-less?", "The one nearer to zero.") {
            $0.isNaN || $1.isNaN ? .nan : Double.minimumMagnitude($0, $1)
        },
        binary("flo:max-mag", "flonum-is-less?", "The one farther from zero.") {
            $0.isNaN || $1.isNaN ? .nan : Double.maximumMagnitude($0, $1)
        },
        binary("flo:min-mag-num", "flonum-is-less?", "The number nearer to zero.") { Double.minimumMagnitude($0, $1) },
        binary("flo:max-mag-num", "flonum-is-less?", "The number farther from zero.") {
            Double.maximumMagnitude($0, $1)
        },
        binary("flo:copysign", "flonum-copysign", "The first with the sign of the second.") {
            Double(signOf: $1, magnitudeOf: $0)
        },
        binary("flo:nextafter", "flonum-nextafter", "The neighbour towards the second.") { nextafter($0, $1) },
        .binary("flo:modulo", "The remainder, with the first's sign. MIT 12.1") {
            (scheme, left, right) throws(Signal) in
            let dividend = try number(scheme, left, 0, "flonum-modulo")
            let divisor = try number(scheme, right, 1, "flonum-modulo")
            if divisor == 0 { throw scheme.badRange(right, 1, "flonum-modulo") }
            return scheme.heap.flonum(fmod(dividend, divisor))
        },
        ternary("flo:fma", "The product of two plus the third, rounded once.") { ($0, $1, $2) },
        ternary("flo:*+", "The product of two plus the third, rounded once.") { ($0, $1, $2) },
        ternary("flo:*-", "The product of two minus the third, rounded once.") { ($0, $1, -$2) },
        unary("flo:floor", "The greatest integer not above the number.") { $0.rounded(.down) },
        unary("flo:ceiling", "The least integer not below the number.") { $0.rounded(.up) },
        unary("flo:truncate", "The nearest integer towards zero.") { $0.rounded(.towardZero) },
        unary("flo:round", "The nearest integer, the even one of two.") { $0.rounded(.toNearestOrEven) },
        unary("flo:ulp", "The distance to the next number of the same exponent.") {
            $0.isFinite ? $0.magnitude.ulp : .nan
        },
    ]

    private static let comparisons: [Primitive] = [
        relation("flo:=", "flonum-equal?", "equal") { $0 == $1 },
        relation("flo:<", "flonum-less?", "less") { $0 < $1 },
        relation("flo:>", "flonum-greater?", "greater") { $0 > $1 },
        relation("flo:<=", "flonum-less-or-equal?", "not above") { $0 <= $1 },
        relation("flo:>=", "flonum-greater-or-equal?", "not below") { $0 >= $1 },
        relation("flo:<>", "flonum-less-or-greater?", "less or greater") { $0 < $1 || $0 > $1 },
        relation("flo:safe=", "flonum-equal?", "equal") { $0 == $1 },
        relation("flo:safe<", "flonum-less?", "less") { $0 < $1 },
        relation("flo:safe>", "flonum-greater?", "greater") { $0 > $1 },
        relation("flo:safe<=", "flonum-less-or-equal?", "not above") { $0 <= $1 },
        relation("flo:safe>=", "flonum-greater-or-equal?", "not below") { $0 >= $1 },
        relation("flo:safe<>", "flonum-less-or-greater?", "less or greater") { $0 < $1 || $0 > $1 },
        relation("flo:unordered?", "flonum-is-unordered?", "unordered") { $0.isNaN || $1.isNaN },
        relation("flo:eqv?", "flonum-eqv?", "the same") { $0.bitPattern == $1.bitPattern },
        relation("flo:total<", "flonum-total<", "first in the total order") { totalOrder($0, $1) < 0 },
        relation("flo:total-mag<", "flonum-total<", "first in the total order of magnitudes") {
            totalOrder($0.magnitude, $1.magnitude) < 0
        },
        .binary("flo:total-order", "-1, 0 or 1 by IEEE 754's total order. MIT 12.1") {
            (scheme, left, right) throws(Signal) in
            let first = try number(scheme, left, 0, "flo:total-order")
            return Value(fixnum: totalOrder(first, try number(scheme, right, 1, "flo:total-order")))
        },
        .binary("flo:total-order-mag", "-1, 0 or 1 by IEEE 754's total order of magnitudes. MIT 12.1") {
            (scheme, left, right) throws(Signal) in
            let first = try number(scheme, left, 0, "flo:total-order-mag").magnitude
            return Value(fixnum: totalOrder(first, try number(scheme, right, 1, "flo:total-order-mag").magnitude))
        },
    ]

    private static let tests: [Primitive] = [
        test("flo:zero?", "flonum-zero?", "zero") { $0 == 0 },
        test("flo:safe-zero?", "flonum-zero?", "zero") { $0 == 0 },
        test("flo:positive?", "flonum-positive?", "above zero") { $0 > 0 },
        test("flo:negative?", "flonum-negative?", "below zero") { $0 < 0 },
        test("flo:sign-negative?", "flonum-sign-negative?", "of negative sign") { $0.sign == .minus },
        test("flo:finite?", "flonum-is-finite?", "finite") { $0.isFinite },
        test("flo:infinite?", "flonum-is-infinite?", "infinite") { $0.isInfinite },
        test("flo:nan?", "flonum-is-nan?", "a not-a-number") { $0.isNaN },
        test("flo:normal?", "flonum-is-normal?", "normal") { $0.isNormal },
        test("flo:subnormal?", "flonum-is-subnormal?", "subnormal") { $0.isSubnormal },
        test("flo:nan-quiet?", "flonum-nan-quiet?", "a quiet not-a-number") { $0.isNaN && !$0.isSignalingNaN },
        test("flo:qnan?", "flonum-nan-quiet?", "a quiet not-a-number") { $0.isNaN && !$0.isSignalingNaN },
        test("flo:snan?", "flonum-nan-quiet?", "a signalling not-a-number") { $0.isSignalingNaN },
        test("flo:integer?", "flonum-is-integer?", "an integer") { $0.isFinite && $0 == $0.rounded() },
        .unary("flo:classify", "The number's class, as a symbol. MIT 12.1") { (scheme, value) throws(Signal) in
            let number = try number(scheme, value, 0, "flo:classify")
            return scheme.heap.intern(
                number.isNaN
                    ? "nan"
                    : number.isInfinite
                        ? "infinite" : number == 0 ? "zero" : number.isSubnormal ? "subnormal" : "normal")
        },
    ]

    private static let conversions: [Primitive] =
        [
            ("floor", FloatingPointRoundingRule.down), ("ceiling", .up), ("truncate", .towardZero),
            ("round", .toNearestOrEven),
        ].map { name, rule in
            .unary("flo:\(name)->exact", "The exact integer that `\(name)` gives. MIT 4.8") {
                (scheme, value) throws(Signal) in
                guard value.isFlonum else { throw scheme.wrongType(value, 0, "flonum-\(name)->exact") }
                return try scheme.roundedToExact(value, rule, name)
            }
        } + [
            .unary("flo:->integer", "The exact integer that the flonum is. MIT 4.8") { (scheme, value) throws(Signal) in
                _ = try number(scheme, value, 0, "flonum-truncate->exact")
                guard let integer = scheme.exactIntegral(value) else {
                    throw scheme.wrongType(value, 0, "flonum-truncate->exact")
                }
                return integer
            },
            .unary("flo:logb", "The exponent, #f for zero. MIT 12.1") { (scheme, value) throws(Signal) in
                let number = try number(scheme, value, 0, "flonum-logb")
                if number == 0 { return .false }
                return number.isFinite ? Value(fixnum: Int(number.exponent)) : scheme.heap.flonum(number.magnitude)
            },
            .binary("flo:scalbn", "The number times a power of two. MIT 12.1", scale),
            .binary("flo:ldexp", "The number times a power of two. MIT 12.1", scale),
            Primitive("flo:make-nan", 3, "A not-a-number: negative?, quiet?, payload. MIT 12.1") {
                (scheme, arguments) throws(Signal) -> Value in
                try nan(scheme, arguments[0].isTrue, isQuiet: arguments[1].isTrue, arguments[2], "flo:make-nan")
            },
            Primitive("flo:qnan", 0...1, "A quiet not-a-number. MIT 12.1") {
                (scheme, arguments) throws(Signal) -> Value in
                try nan(scheme, false, isQuiet: true, arguments.optional(0) ?? .zero, "flo:qnan")
            },
            Primitive("flo:snan", 0...1, "A signalling not-a-number. MIT 12.1") {
                (scheme, arguments) throws(Signal) -> Value in
                try nan(scheme, false, isQuiet: false, arguments.optional(0) ?? .one, "flo:snan")
            },
            .unary("flo:nan-payload", "A not-a-number's payload. MIT 12.1") { (scheme, value) throws(Signal) in
                let number = try number(scheme, value, 0, "flonum-nan-payload")
                guard number.isNaN else { throw scheme.wrongType(value, 0, "flonum-nan-payload") }
                return Value(fixnum: Int(number.bitPattern & ((1 << 51) - 1)))
            },
        ]

    // MARK: Rows

    /// The double of a flonum argument.
    static func number(
        _ scheme: Interpreter, _ value: Value, _ operand: Int, _ primitive: String
    ) throws(Signal) -> Double {
        guard value.isFlonum else { throw scheme.wrongType(value, operand, primitive) }
        return value.double
    }

    /// A function of one flonum; errors name `flonum-` and the rest of the name.
    static func unary(_ name: String, _ what: String, _ body: @escaping @Sendable (Double) -> Double) -> Primitive {
        let primitive = "flonum-" + name.dropFirst(4)
        return .unary(name, what + " MIT 4.8") { (scheme, value) throws(Signal) in
            scheme.heap.flonum(body(try number(scheme, value, 0, primitive)))
        }
    }

    static func binary(
        _ name: String, _ primitive: String, _ what: String, _ body: @escaping @Sendable (Double, Double) -> Double
    ) -> Primitive {
        .binary(name, what + " MIT 4.8") { (scheme, left, right) throws(Signal) in
            let first = try number(scheme, left, 0, primitive)
            return scheme.heap.flonum(body(first, try number(scheme, right, 1, primitive)))
        }
    }

    private static func ternary(
        _ name: String, _ what: String,
        _ factors: @escaping @Sendable (Double, Double, Double) -> (Double, Double, Double)
    ) -> Primitive {
        Primitive(name, 3, what + " MIT 12.1") { (scheme, arguments) throws(Signal) -> Value in
            let (first, second, third) = factors(
                try number(scheme, arguments[0], 0, "flonum-fma"), try number(scheme, arguments[1], 1, "flonum-fma"),
                try number(scheme, arguments[2], 2, "flonum-fma"))
            return scheme.heap.flonum(third.addingProduct(first, second))
        }
    }

    private static func relation(
        _ name: String, _ primitive: String, _ what: String, _ holds: @escaping @Sendable (Double, Double) -> Bool
    ) -> Primitive {
        .binary(name, "Whether two flonums are \(what). MIT 4.8") { (scheme, left, right) throws(Signal) in
            let first = try number(scheme, left, 0, primitive)
            return Value(holds(first, try number(scheme, right, 1, primitive)))
        }
    }

    private static func test(
        _ name: String, _ primitive: String, _ what: String, _ holds: @escaping @Sendable (Double) -> Bool
    ) -> Primitive {
        .unary(name, "Whether the flonum is \(what). MIT 4.8") { (scheme, value) throws(Signal) in
            Value(holds(try number(scheme, value, 0, primitive)))
        }
    }

    private static func totalOrder(_ left: Double, _ right: Double) -> Int {
        if left.bitPattern == right.bitPattern { return 0 }
        return left.isTotallyOrdered(belowOrEqualTo: right) ? -1 : 1
    }

    private static func scale(_ scheme: Interpreter, _ value: Value, _ exponent: Value) throws(Signal) -> Value {
        let number = try number(scheme, value, 0, "flonum-denormalize")
        guard exponent.isFixnum else { throw scheme.wrongType(exponent, 1, "flonum-denormalize") }
        return scheme.heap.flonum(scalbn(number, max(-5000, min(5000, exponent.fixnum))))
    }

    private static func nan(
        _ scheme: Interpreter, _ isNegative: Bool, isQuiet: Bool, _ payload: Value, _ procedure: String
    ) throws(Signal) -> Value {
        guard payload.isFixnum else { throw scheme.wrongType(payload, nil, procedure) }
        // Without the quiet bit a payload of zero would be an infinity.
        guard payload.fixnum >= (isQuiet ? 0 : 1) && payload.fixnum < 1 << 51 else {
            throw scheme.badRange(payload, nil, procedure)
        }
        let bits = Double.infinity.bitPattern | (isQuiet ? 1 << 51 : 0) | UInt64(payload.fixnum)
        return scheme.heap.flonum(Double(bitPattern: bits | (isNegative ? 1 << 63 : 0)))
    }
}
