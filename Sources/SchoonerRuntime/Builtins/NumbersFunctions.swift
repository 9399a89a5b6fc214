#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Powers, roots, exponential, logarithm and circular functions: R7RS 6.2.6.
enum NumberFunctionPrimitives {
    static let table: [Primitive] =
        [
            .binary("expt", "The first number to the power of the second. R7RS 6.2.6") {
                (scheme, base, exponent) throws(Signal) in try scheme.power(base, exponent)
            },
            .unary("sqrt", "The principal square root, exact where it can be. R7RS 6.2.6") {
                (scheme, value) throws(Signal) in try scheme.squareRoot(value)
            },
            .unary("exact-integer-sqrt", "The integer square root and the rest. R7RS 6.2.6") {
                (scheme, value) throws(Signal) in
                let (root, rest) = try scheme.exactIntegerSquareRoot(value)
                throw .values([root, rest])
            },
            .unary("exp", "The exponential function. R7RS 6.2.6") { (scheme, value) throws(Signal) in
                try scheme.exponential(value)
            },
            Primitive("log", 1...2, "The logarithm, natural or to a base. R7RS 6.2.6", logarithm),
            .unary("sin", "The sine. R7RS 6.2.6") { (scheme, value) throws(Signal) in try scheme.sine(value) },
            .unary("cos", "The cosine. R7RS 6.2.6") { (scheme, value) throws(Signal) in try scheme.cosine(value) },
            .unary("tan", "The tangent. R7RS 6.2.6") { (scheme, value) throws(Signal) in try scheme.tangent(value) },
            .unary("asin", "The arc sine. R7RS 6.2.6") { (scheme, value) throws(Signal) in try scheme.arcSine(value) },
            .unary("acos", "The arc cosine. R7RS 6.2.6") { (scheme, value) throws(Signal) in
                try scheme.arcCosine(value)
            },
            Primitive("atan", 1...2, "The arc tangent, of a number or of y and x. R7RS 6.2.6") {
                (scheme, arguments) throws(Signal) -> Value in
                guard let x = arguments.optional(1) else { return try scheme.arcTangent(arguments[0]) }
                return try scheme.arcTangent(arguments[0], x)
            },
        ] + real

    /// Functions that keep precision where the plain formulas lose it (MIT 4.5).
    private static let real: [Primitive] = [
        power("exp2", "Two to the power of the number. MIT 4.5", base: 2) { exp2($0) },
        power("exp10", "Ten to the power of the number. MIT 4.5", base: 10) { pow(10, $0) },
        function("expm1", "exp(x) - 1, also near 0. MIT 4.5", exact: .zero, error: "integer-zero?") {
            expm1($0)
        } elsewhere: {
            (scheme, value) throws(Signal) in
            try scheme.subtract(try scheme.exponential(value), .one)
        },
        function("exp2m1", "2^x - 1, also near 0. MIT 4.5", exact: .zero) { expm1($0 * log(2)) },
        function("exp10m1", "10^x - 1, also near 0. MIT 4.5", exact: .zero) { expm1($0 * log(10)) },
        logarithm("log2", "The logarithm to base two. MIT 4.5", ofTwo: 1) { log2($0) },
        logarithm("log10", "The logarithm to base ten. MIT 4.5", ofTwo: log10(2)) { log10($0) },
        function("log1p", "log(1 + x), also near 0. MIT 4.5", exact: .zero, from: -1, error: "integer-less?") {
            log1p($0)
        } elsewhere: {
            (scheme, value) throws(Signal) in
            try scheme.logarithm(try scheme.add(value, .one))
        },
        function("logp1", "log(1 + x), also near 0. MIT 4.5", exact: .zero) { log1p($0) },
        function("log2p1", "log2(1 + x), also near 0. MIT 4.5", exact: .zero) { log1p($0) / log(2) },
        function("log10p1", "log10(1 + x), also near 0. MIT 4.5", exact: .zero) { log1p($0) / log(10) },
        function("cube-root", "The real cube root. MIT 4.5", exact: .zero) { cbrt($0) },
    ]

    private typealias General = @Sendable (Interpreter, Value) throws(Signal) -> Value

    /// A function of a real number.
    /// - Parameters:
    ///   - exact: an argument whose value is an exact 0.
    ///   - error: MIT's primitive that meets what is no number.
    ///   - least: below this, and on complex numbers, `elsewhere` is asked; without it they are errors.
    private static func function(
        _ name: String, _ documentation: String, exact: Value, from least: Double = -.infinity, error: String? = nil,
        _ body: @escaping @Sendable (Double) -> Double, elsewhere: General? = nil
    ) -> Primitive {
        .unary(name, documentation) { (scheme, value) throws(Signal) in
            if value == exact { return .zero }
            if let elsewhere, value.isType(.complex) || value.isRealNumber && value.nearestDouble < least {
                return try elsewhere(scheme, value)
            }
            guard value.isRealNumber else {
                throw error.map { scheme.wrongType(value, 0, $0) } ?? scheme.wrongType(value, nil, name)
            }
            return scheme.heap.flonum(body(value.nearestDouble))
        }
    }

    /// A constant to the power of a number.
    private static func power(
        _ name: String, _ documentation: String, base: Double, _ body: @escaping @Sendable (Double) -> Double
    ) -> Primitive {
        .unary(name, documentation) { (scheme, value) throws(Signal) in
            if value == .zero { return .one }
            if value.isType(.complex) {
                return try scheme.exponential(try scheme.multiply(value, scheme.heap.flonum(log(base))))
            }
            return scheme.heap.flonum(body(try scheme.realArgument(value)))
        }
    }

    /// A logarithm to a constant base, of which `ofTwo` is that of two.
    private static func logarithm(
        _ name: String, _ documentation: String, ofTwo: Double, _ body: @escaping @Sendable (Double) -> Double
    ) -> Primitive {
        .unary(name, documentation) { (scheme, value) throws(Signal) in
            if value == .one { return .zero }
            let isNegative = value.isType(.complex) ? true : try scheme.sign(value, "integer-negative?", name) == -1
            if isNegative {
                return try scheme.multiply(try scheme.logarithm(value), scheme.heap.flonum(ofTwo / log(2)))
            }
            return scheme.heap.flonum(scheme.realLogarithm(value, ofTwo, body))
        }
    }

    static func logarithm(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let number = arguments[0]
        guard let base = arguments.optional(1) else { return try scheme.logarithm(number) }
        if number.isRealNumber && number.nearestDouble > 0 {
            // The library's functions are exact at powers of their base, which the quotient is not.
            if base == Value(fixnum: 2) { return scheme.heap.flonum(scheme.realLogarithm(number, 1, log2)) }
            if base == Value(fixnum: 10) { return scheme.heap.flonum(scheme.realLogarithm(number, log10(2), log10)) }
        }
        let divisor = try scheme.logarithm(base)
        return try scheme.divide(try scheme.logarithm(number), divisor)
    }
}
