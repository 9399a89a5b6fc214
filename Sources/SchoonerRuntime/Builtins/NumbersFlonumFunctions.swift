#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The functions of the C library, and MIT's additions to them, on flonums: MIT reference manual 4.8.
enum FlonumFunctionPrimitives {
    private typealias Row = FlonumPrimitives

    static let table: [Primitive] = exponentials + circular + special

    private static let exponentials: [Primitive] = [
        Row.unary("flo:sqrt", "The square root.") { $0.squareRoot() },
        Row.unary("flo:rsqrt", "The reciprocal of the square root.") { 1 / $0.squareRoot() },
        Row.unary("flo:cbrt", "The cube root.") { cbrt($0) },
        Row.unary("flo:sqrt1pm1", "sqrt(1 + x) - 1, also near 0.") { $0 / ((1 + $0).squareRoot() + 1) },
        Row.unary("flo:exp", "The exponential function.") { exp($0) },
        Row.unary("flo:exp2", "Two to the power of the number.") { exp2($0) },
        Row.unary("flo:exp10", "Ten to the power of the number.") { pow(10, $0) },
        Row.unary("flo:expm1", "exp(x) - 1, also near 0.") { expm1($0) },
        Row.unary("flo:exp2m1", "2^x - 1, also near 0.") { expm1($0 * log(2)) },
        Row.unary("flo:exp10m1", "10^x - 1, also near 0.") { expm1($0 * log(10)) },
        Row.unary("flo:log", "The natural logarithm.") { log($0) },
        Row.unary("flo:log2", "The logarithm to base two.") { log2($0) },
        Row.unary("flo:log10", "The logarithm to base ten.") { log10($0) },
        Row.unary("flo:log1p", "log(1 + x), also near 0.") { log1p($0) },
        Row.unary("flo:logp1", "log(1 + x), also near 0.") { log1p($0) },
        Row.unary("flo:log2p1", "log2(1 + x), also near 0.") { log1p($0) / log(2) },
        Row.unary("flo:log10p1", "log10(1 + x), also near 0.") { log1p($0) / log(10) },
        Row.binary("flo:expt", "flonum-expt", "The first to the power of the second.") { pow($0, $1) },
        Row.binary("flo:compound", "flonum-compound", "(1 + x)^n.") { exp(log1p($0) * $1) },
        Row.binary("flo:compoundm1", "flonum-compoundm1", "(1 + x)^n - 1, also near 0.") { expm1(log1p($0) * $1) },
        Row.binary("flo:hypot", "flonum-hypot", "The length of the vector (x, y).") { hypot($0, $1) },
    ]

    private static let circular: [Primitive] = [
        Row.unary("flo:sin", "The sine.") { sin($0) },
        Row.unary("flo:cos", "The cosine.") { cos($0) },
        Row.unary("flo:tan", "The tangent.") { tan($0) },
        Row.unary("flo:asin", "The arc sine.") { asin($0) },
        Row.unary("flo:acos", "The arc cosine.") { acos($0) },
        Row.unary("flo:atan", "The arc tangent.") { atan($0) },
        Row.binary("flo:atan2", "flonum-atan2", "The angle of the vector (x, y), y first.") { atan2($0, $1) },
        Row.unary("flo:sinh", "The hyperbolic sine.") { sinh($0) },
        Row.unary("flo:cosh", "The hyperbolic cosine.") { cosh($0) },
        Row.unary("flo:tanh", "The hyperbolic tangent.") { tanh($0) },
        Row.unary("flo:asinh", "The inverse hyperbolic sine.") { asinh($0) },
        Row.unary("flo:acosh", "The inverse hyperbolic cosine.") { acosh($0) },
        Row.unary("flo:atanh", "The inverse hyperbolic tangent.") { atanh($0) },
        Row.unary("flo:asin/pi", "The arc sine in half turns.") { asin($0) / .pi },
        Row.unary("flo:acos/pi", "The arc cosine in half turns.") { acos($0) / .pi },
        Row.unary("flo:atan/pi", "The arc tangent in half turns.") { atan($0) / .pi },
        Row.binary("flo:atan2/pi", "flonum-atan2", "The angle of the vector (x, y) in half turns.") {
            atan2($0, $1) / .pi
        },
        Row.unary("flo:sin-pi*", "The sine of so many half turns.") { sineOfHalfTurns($0) },
        Row.unary("flo:cos-pi*", "The cosine of so many half turns.") { cosineOfHalfTurns($0) },
        Row.unary("flo:tan-pi*", "The tangent of so many half turns.") { tangentOfHalfTurns($0) },
        Row.unary("flo:versin", "1 - cos(x), also near 0.") { 2 * sin($0 / 2) * sin($0 / 2) },
        Row.unary("flo:exsec", "1/cos(x) - 1, also near 0.") { 2 * sin($0 / 2) * sin($0 / 2) / cos($0) },
        Row.unary("flo:aversin", "The inverse of the versed sine.") { 2 * asin(($0 / 2).squareRoot()) },
        Row.unary("flo:aexsec", "The inverse of the exsecant.") { 2 * atan(($0 / ($0 + 2)).squareRoot()) },
    ]

    private static let special: [Primitive] = [
        Row.unary("flo:gamma", "The gamma function.") { tgamma($0) },
        Row.unary("flo:lgamma", "The logarithm of the gamma function's magnitude.") { lgamma($0).0 },
        Row.unary("flo:erf", "The error function.") { erf($0) },
        Row.unary("flo:erfc", "The complement of the error function.") { erfc($0) },
        Row.unary("flo:j0", "The Bessel function of the first kind, order 0.") { j0($0) },
        Row.unary("flo:j1", "The Bessel function of the first kind, order 1.") { j1($0) },
        Row.unary("flo:y0", "The Bessel function of the second kind, order 0.") { y0($0) },
        Row.unary("flo:y1", "The Bessel function of the second kind, order 1.") { y1($0) },
    ]

    // Exact at the quarter turns, where the product with pi is not.

    static func sineOfHalfTurns(_ turns: Double) -> Double {
        let rest = turns.truncatingRemainder(dividingBy: 2)
        switch rest.magnitude {
        case 0, 1: return Double(signOf: turns, magnitudeOf: 0)
        case 0.5: return Double(signOf: rest, magnitudeOf: 1)
        case 1.5: return Double(signOf: -rest, magnitudeOf: 1)
        default: return sin(rest * .pi)
        }
    }

    static func cosineOfHalfTurns(_ turns: Double) -> Double {
        let rest = turns.magnitude.truncatingRemainder(dividingBy: 2)
        switch rest {
        case 0: return 1
        case 1: return -1
        case 0.5, 1.5: return 0
        default: return cos(rest * .pi)
        }
    }

    static func tangentOfHalfTurns(_ turns: Double) -> Double {
        let rest = turns.truncatingRemainder(dividingBy: 1)
        switch rest.magnitude {
        case 0: return Double(signOf: turns, magnitudeOf: 0)
        case 0.25, 0.75: return (rest.magnitude == 0.25) == (rest > 0) ? 1 : -1
        case 0.5: return Double(signOf: rest, magnitudeOf: .infinity)
        default: return tan(rest * .pi)
        }
    }
}
