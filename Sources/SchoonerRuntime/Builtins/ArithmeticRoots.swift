import SchoonerNumbers

// Square roots and magnitudes: exact where the number is a square (R7RS 6.2.6).

extension Interpreter {
    func squareRoot(_ value: Value) throws(Signal) -> Value {
        switch value.numberKind {
        case .flonum:
            let number = value.double
            if number < 0 { return rectangular(.zero, heap.flonum((-number).squareRoot())) }
            return heap.flonum(number.squareRoot())
        case .integer, .ratio:
            if value.exactSign >= 0 { return try squareRootOfExact(value) }
            return rectangular(.zero, try squareRootOfExact(try negate(value)))
        case .complex: return try exactRootOfComplex(value) ?? rectangular(value.complexDouble.squareRoot)
        case nil: throw wrongType(value, 0, "integer-negative?")
        }
    }

    /// The root of an exact complex number, when its parts are rational.
    private func exactRootOfComplex(_ value: Value) throws(Signal) -> Value? {
        guard value.isExactNumber else { return nil }
        let (real, imaginary) = (value.realPart, value.imaginaryPart)
        let size = try magnitude(value)
        guard size.isExactRational else { return nil }
        let two = Value(fixnum: 2)
        let root = try squareRoot(try divide(try add(size, real), two))
        let other = try squareRoot(try divide(try subtract(size, real), two))
        guard root.isExactRational, other.isExactRational else { return nil }
        return rectangular(root, imaginary.exactSign < 0 ? try negate(other) : other)
    }

    private func squareRootOfExact(_ value: Value) throws(Signal) -> Value {
        if value.isFixnum {
            let number = value.fixnum
            let (root, rest) = Interpreter.integerSquareRoot(number)
            return rest == 0 ? Value(fixnum: root) : heap.flonum(Double(number).squareRoot())
        }
        try checkProductWork(value.limbCount, value.limbCount)
        let number = value.exactRational
        guard let upper = number.numerator.squareRoot(), let lower = number.denominator.squareRoot() else {
            throw badRange(value, nil, "sqrt")
        }
        if upper.rest.isZero && lower.rest.isZero { return try rational(Rational(reduced: upper.root, lower.root)) }
        let nearest = Double(nearest: number)
        if nearest.isNormal { return heap.flonum(nearest.squareRoot()) }
        // Beyond the range of flonums, though its root may not be.
        return heap.flonum(Double(nearest: upper.root, over: lower.root))
    }

    /// The greatest integer whose square is not above the number, which is not negative, and the rest.
    static func integerSquareRoot(_ number: Int) -> (root: Int, rest: Int) {
        var root = Int(Double(number).squareRoot())
        while root * root > number { root -= 1 }
        while (root + 1) * (root + 1) <= number { root += 1 }
        return (root, number - root * root)
    }

    /// `exact-integer-sqrt`
    func exactIntegerSquareRoot(_ value: Value) throws(Signal) -> (root: Value, rest: Value) {
        guard value.isExactInteger, value.exactSign >= 0 else { throw wrongType(value, nil, "exact-integer-sqrt") }
        if value.isFixnum {
            let (root, rest) = Interpreter.integerSquareRoot(value.fixnum)
            return (Value(fixnum: root), Value(fixnum: rest))
        }
        try checkProductWork(value.length, value.length)
        guard let (root, rest) = value.bigInteger.squareRoot() else {
            throw wrongType(value, nil, "exact-integer-sqrt")
        }
        return (try integer(root), try integer(rest))
    }

    /// `magnitude`: the distance from zero.
    func magnitude(_ value: Value) throws(Signal) -> Value {
        if value.isFlonum { return heap.flonum(value.double.magnitude) }
        if value.isType(.complex) {
            let (real, imaginary) = (value.realPart, value.imaginaryPart)
            if value.isExactNumber {
                return try squareRoot(
                    try add(try multiply(real, real), try multiply(imaginary, imaginary)))
            }
            if real == .zero { return try magnitude(imaginary) }
            return heap.flonum(value.complexDouble.magnitude)
        }
        return try sign(value, "integer-negative?", "magnitude") == -1 ? try negate(value) : value
    }

    /// `angle`: an exact zero for exact numbers that are not negative.
    func angle(_ value: Value) throws(Signal) -> Value {
        if value.isType(.complex) { return heap.flonum(value.complexDouble.angle) }
        if value.isFlonum { return heap.flonum(value.double.sign == .minus ? .pi : 0) }
        return try sign(value, "integer-negative?", "angle") == -1 ? heap.flonum(.pi) : .zero
    }
}
