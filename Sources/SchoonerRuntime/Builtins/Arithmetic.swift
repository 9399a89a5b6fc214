import SchoonerNumbers

// Sum, difference, product and quotient over the whole tower (R7RS 6.2.6). Fixnums and flonums are dealt with at once;
// the rest climbs to the higher kind of the two operands. Operator names in errors are MIT 12.1's.

extension Interpreter {
    func add(_ left: Value, _ right: Value) throws(Signal) -> Value {
        if left.isFixnum && right.isFixnum { return heap.integer(left.fixnum &+ right.fixnum) }
        if left.isFlonum {
            if right.isFlonum { return heap.flonum(left.double + right.double) }
            if right.isFixnum { return heap.flonum(left.double + Double(right.fixnum)) }
        } else if right.isFlonum && left.isFixnum {
            return heap.flonum(Double(left.fixnum) + right.double)
        }
        return try addAnyKinds(left, right)
    }

    @inline(never) private func addAnyKinds(_ left: Value, _ right: Value) throws(Signal) -> Value {
        guard let kind = Value.commonKind(left, right) else { throw sumError(left, right, "integer-add") }
        switch kind {
        case .integer:
            if let sum = heap.shortSum(left, right, isDifference: false) { return sum }
            return try integer(left.bigInteger + right.bigInteger)
        case .ratio:
            try checkRatioWork(left, right)
            return try rational(left.exactRational + right.exactRational)
        case .flonum: return heap.flonum(left.nearestDouble + right.nearestDouble)
        case .complex:
            return rectangular(
                try add(left.realPart, right.realPart), try add(left.imaginaryPart, right.imaginaryPart))
        }
    }

    func subtract(_ left: Value, _ right: Value) throws(Signal) -> Value {
        if left.isFixnum && right.isFixnum { return heap.integer(left.fixnum &- right.fixnum) }
        if left.isFlonum {
            if right.isFlonum { return heap.flonum(left.double - right.double) }
            if right.isFixnum { return heap.flonum(left.double - Double(right.fixnum)) }
        } else if right.isFlonum && left.isFixnum {
            return heap.flonum(Double(left.fixnum) - right.double)
        }
        return try subtractAnyKinds(left, right)
    }

    @inline(never) private func subtractAnyKinds(_ left: Value, _ right: Value) throws(Signal) -> Value {
        guard let kind = Value.commonKind(left, right) else { throw sumError(left, right, "integer-subtract") }
        switch kind {
        case .integer:
            if let difference = heap.shortSum(left, right, isDifference: true) { return difference }
            return try integer(left.bigInteger - right.bigInteger)
        case .ratio:
            try checkRatioWork(left, right)
            return try rational(left.exactRational - right.exactRational)
        case .flonum: return heap.flonum(left.nearestDouble - right.nearestDouble)
        case .complex:
            return rectangular(
                try subtract(left.realPart, right.realPart),
                try subtract(left.imaginaryPart, right.imaginaryPart))
        }
    }

    func multiply(_ left: Value, _ right: Value) throws(Signal) -> Value {
        if left.isFixnum && right.isFixnum { return heap.product(left.fixnum, right.fixnum) }
        if left.isFlonum && right.isFlonum { return heap.flonum(left.double * right.double) }
        return try multiplyAnyKinds(left, right)
    }

    @inline(never) private func multiplyAnyKinds(_ left: Value, _ right: Value) throws(Signal) -> Value {
        guard let kind = Value.commonKind(left, right) else { throw productError(left, right) }
        switch kind {
        case .integer:
            if let product = heap.shortProduct(left, right) { return product }
            if right.isFixnum { return try integer(left.bigInteger * right.fixnum) }
            if left.isFixnum { return try integer(right.bigInteger * left.fixnum) }
            try checkProductWork(left.limbCount, right.limbCount)
            return try integer(left.bigInteger * right.bigInteger)
        case .ratio:
            try checkRatioWork(left, right)
            return try rational(left.exactRational * right.exactRational)
        case .flonum:
            let (first, second) = (left.nearestDouble, right.nearestDouble)
            // An exact zero stays one, as in MIT, beside a finite number.
            if (left == .zero && second.isFinite) || (right == .zero && first.isFinite) { return .zero }
            return heap.flonum(first * second)
        case .complex: return try multiplyComplex(left, right)
        }
    }

    private func multiplyComplex(_ left: Value, _ right: Value) throws(Signal) -> Value {
        let (a, b, c, d) = (left.realPart, left.imaginaryPart, right.realPart, right.imaginaryPart)
        if d == .zero { return rectangular(try multiply(a, c), try multiply(b, c)) }
        if b == .zero { return rectangular(try multiply(a, c), try multiply(a, d)) }
        return rectangular(
            try subtract(try multiply(a, c), try multiply(b, d)), try add(try multiply(a, d), try multiply(b, c)))
    }

    func divide(_ left: Value, _ right: Value) throws(Signal) -> Value {
        if left.isFlonum {
            if right.isFlonum { return heap.flonum(left.double / right.double) }
            if right.isFixnum { return heap.flonum(left.double / Double(right.fixnum)) }
        }
        if right == .zero { throw divideByZero("/", [left, right]) }
        if left.isFixnum && right.isFixnum && left.fixnum % right.fixnum == 0 {
            return heap.integer(left.fixnum / right.fixnum)
        }
        return try divideAnyKinds(left, right)
    }

    @inline(never) private func divideAnyKinds(_ left: Value, _ right: Value) throws(Signal) -> Value {
        guard let kind = Value.commonKind(left, right) else { throw quotientError(left, right) }
        switch kind {
        case .integer:
            try checkQuadraticWork(left.limbCount, right.limbCount)
            guard let quotient = Rational(left.bigInteger, over: right.bigInteger) else {
                throw divideByZero("/", [left, right])
            }
            return try rational(quotient)
        case .ratio:
            try checkRatioWork(left, right)
            guard let quotient = left.exactRational / right.exactRational else {
                throw divideByZero("/", [left, right])
            }
            return try rational(quotient)
        case .flonum:
            if left == .zero && !right.nearestDouble.isNaN { return .zero }
            return heap.flonum(left.nearestDouble / right.nearestDouble)
        case .complex: return try divideComplex(left, right)
        }
    }

    private func divideComplex(_ left: Value, _ right: Value) throws(Signal) -> Value {
        let (a, b, c, d) = (left.realPart, left.imaginaryPart, right.realPart, right.imaginaryPart)
        if d == .zero { return rectangular(try divide(a, c), try divide(b, c)) }
        if !left.isExactNumber || !right.isExactNumber {
            let quotient = left.complexDouble / right.complexDouble
            // A part that is exactly zero by the operands' own parts stays exact: i / 2., 1. / i.
            if b == .zero && c == .zero { return rectangular(.zero, heap.flonum(quotient.imaginary)) }
            if a == .zero && c == .zero { return heap.flonum(quotient.real) }
            return rectangular(heap.flonum(quotient.real), heap.flonum(quotient.imaginary))
        }
        let norm = try add(try multiply(c, c), try multiply(d, d))
        let real = try add(try multiply(a, c), try multiply(b, d))
        let imaginary = try subtract(try multiply(b, c), try multiply(a, d))
        return rectangular(try divide(real, norm), try divide(imaginary, norm))
    }

    // MARK: Unary forms

    func negate(_ value: Value) throws(Signal) -> Value {
        if value.isFixnum { return heap.integer(0 &- value.fixnum) }
        if value.isFlonum { return heap.flonum(-value.double) }
        guard let kind = value.numberKind else { throw wrongType(value, 0, "integer-negate") }
        switch kind {
        case .integer: return try integer(-value.bigInteger)
        case .ratio: return try rational(-value.exactRational)
        default: return rectangular(try negate(value.realPart), try negate(value.imaginaryPart))
        }
    }

    // MARK: Errors

    /// The error of `+` and `-`: MIT names the primitive that met the operand.
    private func sumError(_ left: Value, _ right: Value, _ procedure: String) -> Signal {
        let (culprit, other, operand) = left.isNumber ? (right, left, 1) : (left, right, 0)
        switch other.numberKind {
        case .flonum: return wrongType(culprit, 0, "integer->flonum")
        case .ratio: return wrongType(culprit, 0, "integer-multiply")
        default: return wrongType(culprit, operand, procedure)
        }
    }

    private func productError(_ left: Value, _ right: Value) -> Signal {
        guard left.isNumber else { return wrongType(left, 0, "integer-zero?") }
        switch left.numberKind {
        case .flonum: return wrongType(right, 0, "integer-zero?")
        case .ratio: return wrongType(right, 0, "integer-remainder")
        default: return wrongType(right, 1, "integer-multiply")
        }
    }

    private func quotientError(_ left: Value, _ right: Value) -> Signal {
        guard right.isNumber else { return wrongType(right, 0, left.isFlonum ? "integer->flonum" : "integer-zero?") }
        return wrongType(left, 0, right.isFlonum ? "integer-zero?" : "integer-remainder")
    }
}
