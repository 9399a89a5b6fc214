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

    /// Functions of a real number that keep precision where the plain formulas lose it (MIT 4.5).
    private static let real: [Primitive] = [
        function("exp2", "Two to the power of the number. MIT 4.5") { exp2($0) },
        function("exp10", "Ten to the power of the number. MIT 4.5") { pow(10, $0) },
        function("expm1", "exp(x) - 1, also near 0. MIT 4.5", exactZero: true) { expm1($0) },
        function("exp2m1", "2^x - 1, also near 0. MIT 4.5", exactZero: true) { expm1($0 * log(2)) },
        function("exp10m1", "10^x - 1, also near 0. MIT 4.5", exactZero: true) { expm1($0 * log(10)) },
        function("log2", "The logarithm to base two. MIT 4.5") { log2($0) },
        function("log10", "The logarithm to base ten. MIT 4.5") { log10($0) },
        function("log1p", "log(1 + x), also near 0. MIT 4.5", exactZero: true) { log1p($0) },
        function("logp1", "log(1 + x), also near 0. MIT 4.5", exactZero: true) { log1p($0) },
        function("log2p1", "log2(1 + x), also near 0. MIT 4.5", exactZero: true) { log1p($0) / log(2) },
        function("log10p1", "log10(1 + x), also near 0. MIT 4.5", exactZero: true) { log1p($0) / log(10) },
        function("cube-root", "The real cube root. MIT 4.5", exactZero: true) { cbrt($0) },
    ]

    private static func function(
        _ name: String, _ documentation: String, exactZero: Bool = false,
        _ body: @escaping @Sendable (Double) -> Double
    ) -> Primitive {
        .unary(name, documentation) { (scheme, value) throws(Signal) in
            if exactZero && value == .zero { return .zero }
            guard value.isRealNumber else { throw scheme.wrongType(value, nil, name) }
            return scheme.heap.flonum(body(value.nearestDouble))
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
