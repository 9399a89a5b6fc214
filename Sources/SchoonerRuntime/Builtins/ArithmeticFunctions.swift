import SchoonerNumbers

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Exponential, logarithm and the circular functions on all numbers (R7RS 6.2.6). Exact arguments give exact results
// where these are rational, as in MIT: `(exp 0)` is 1 and `(sin 0)` 0.

extension Interpreter {
    func exponential(_ value: Value) throws(Signal) -> Value {
        if value == .zero { return .one }
        if value.isType(.complex) {
            let direction = value.imaginaryPart
            let size = try exponential(value.realPart)
            return rectangular(
                try multiply(size, try cosine(direction)), try multiply(size, try sine(direction)))
        }
        return heap.flonum(exp(try realArgument(value)))
    }

    func logarithm(_ value: Value) throws(Signal) -> Value {
        if value == .one { return .zero }
        if value.isType(.complex) {
            if value.isExactNumber {
                return rectangular(try logarithm(try magnitude(value)), try angle(value))
            }
            return rectangular(value.complexDouble.logarithm)
        }
        if value.isFlonum {
            if value.double < 0 { return rectangular(heap.flonum(log(-value.double)), heap.flonum(.pi)) }
            return heap.flonum(log(value.double))
        }
        if try sign(value, "integer-negative?", "log") == -1 {
            return rectangular(try logarithm(try negate(value)), heap.flonum(.pi))
        }
        return heap.flonum(realLogarithm(value))
    }

    /// The natural logarithm of a real number that is not negative, also of an exact one beyond the range of flonums.
    func realLogarithm(_ value: Value) -> Double { realLogarithm(value, log(2), log) }

    /// A logarithm of a real number that is not negative.
    /// - Parameters:
    ///   - ofTwo: the logarithm of 2.
    ///   - function: the logarithm of a flonum.
    func realLogarithm(_ value: Value, _ ofTwo: Double, _ function: (Double) -> Double) -> Double {
        let nearest = value.nearestDouble
        if nearest.isNormal || value == .zero || value.isFlonum { return function(nearest) }
        if value.isType(.ratio) {
            return realLogarithm(value[slot: 0], ofTwo, function) - realLogarithm(value[slot: 1], ofTwo, function)
        }
        let number = value.bigInteger
        let excess = number.magnitudeBitLength - 64
        return function(Double(nearest: number.shifted(by: -excess) ?? .one)) + Double(excess) * ofTwo
    }

    func sine(_ value: Value) throws(Signal) -> Value {
        if value == .zero { return value }
        guard value.isType(.complex) else { return heap.flonum(sin(try realArgument(value))) }
        let height = value.imaginaryPart.nearestDouble
        return rectangular(
            try multiply(try sine(value.realPart), heap.flonum(cosh(height))),
            try multiply(try cosine(value.realPart), heap.flonum(sinh(height))))
    }

    func cosine(_ value: Value) throws(Signal) -> Value {
        if value == .zero { return .one }
        guard value.isType(.complex) else { return heap.flonum(cos(try realArgument(value))) }
        let height = value.imaginaryPart.nearestDouble
        return rectangular(
            try multiply(try cosine(value.realPart), heap.flonum(cosh(height))),
            try negate(try multiply(try sine(value.realPart), heap.flonum(sinh(height)))))
    }

    func tangent(_ value: Value) throws(Signal) -> Value {
        if value == .zero { return value }
        guard value.isType(.complex) else { return heap.flonum(tan(try realArgument(value))) }
        let (real, imaginary) = (value.realPart, value.imaginaryPart.nearestDouble)
        if real == .zero { return rectangular(.zero, heap.flonum(tanh(imaginary))) }
        // Far from the real axis the tangent is i or -i; the quotient would overflow.
        if imaginary.magnitude > 350 { return rectangular(ComplexDouble(0, imaginary < 0 ? -1 : 1)) }
        return try divide(try sine(value), try cosine(value))
    }

    func arcSine(_ value: Value) throws(Signal) -> Value {
        if value == .zero { return value }
        if value.isType(.complex) { return rectangular(value.complexDouble.arcSine) }
        let number = try realArgument(value, "integer-less?")
        if number > 1 { return rectangular(ComplexDouble(.pi / 2, -acosh(number))) }
        if number < -1 { return rectangular(ComplexDouble(-.pi / 2, acosh(-number))) }
        return heap.flonum(asin(number))
    }

    func arcCosine(_ value: Value) throws(Signal) -> Value {
        if value == .one { return .zero }
        if value.isType(.complex) { return rectangular(value.complexDouble.arcCosine) }
        let number = try realArgument(value, "integer-less?")
        if number > 1 { return rectangular(.zero, heap.flonum(acosh(number))) }
        if number < -1 { return rectangular(ComplexDouble(.pi, -acosh(-number))) }
        return heap.flonum(acos(number))
    }

    func arcTangent(_ value: Value) throws(Signal) -> Value {
        if value == .zero { return value }
        if value.isType(.complex) {
            if value.realPart == .zero, try magnitude(value.imaginaryPart) == .one {
                // The poles.
                return rectangular(.zero, heap.flonum(value.imaginaryPart == .one ? .infinity : -.infinity))
            }
            return rectangular(value.complexDouble.arcTangent)
        }
        return heap.flonum(atan(try realArgument(value)))
    }

    /// `(atan y x)`
    func arcTangent(_ y: Value, _ x: Value) throws(Signal) -> Value {
        if y.isType(.complex) { throw wrongType(y, nil, "atan") }
        if x.isType(.complex) { throw wrongType(x, nil, "atan") }
        guard y.isNumber else { throw wrongType(y, 0, "integer-zero?") }
        guard x.isNumber else { throw wrongType(x, 0, "integer->flonum") }
        if y == .zero && !x.isFlonum {
            // Exact, but for pi: 0 / 0 too, as in MIT.
            return x.exactSign < 0 ? heap.flonum(.pi) : .zero
        }
        if y == .zero || x == .zero { return heap.flonum(atan2(y.nearestDouble, x.nearestDouble)) }
        if !y.isFlonum && !x.isFlonum {
            // A quotient of large exact numbers may be small.
            let (first, second) = (y.nearestDouble, x.nearestDouble)
            if first.isFinite && second.isFinite && first != 0 && second != 0 {
                return heap.flonum(atan2(first, second))
            }
            let ratio = try divide(try magnitude(y), try magnitude(x)).nearestDouble
            return heap.flonum(atan2(y.exactSign < 0 ? -ratio : ratio, x.exactSign < 0 ? -1 : 1))
        }
        return heap.flonum(atan2(y.nearestDouble, x.nearestDouble))
    }

    /// A real argument as a flonum.
    func realArgument(_ value: Value, _ primitive: String = "integer-zero?") throws(Signal) -> Double {
        guard value.isRealNumber else { throw wrongType(value, 0, primitive) }
        return value.nearestDouble
    }
}
