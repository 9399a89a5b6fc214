import SchoonerNumbers

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// `expt` (R7RS 6.2.6): exact wherever base and exponent allow it.

extension Interpreter {
    func power(_ base: Value, _ exponent: Value) throws(Signal) -> Value {
        guard base.isNumber else { throw wrongType(base, 0, "integer-zero?") }
        guard exponent.isNumber else {
            throw wrongType(exponent, nil, try isZero(base) ? "real-part" : "numerator")
        }
        if exponent.isExactInteger { return try power(base, exactInteger: exponent) }
        if try isZero(base) { return try powerOfZero(base, exponent) }
        if base.isRealNumber && exponent.isRealNumber {
            if exponent.isType(.ratio), let root = try exactRoot(base, exponent) { return root }
            if try sign(base, "integer-negative?", "expt") != -1 { return heap.flonum(realPower(base, exponent)) }
            if exponent.isFlonum && exponent.double == exponent.double.rounded() {
                return heap.flonum(pow(base.nearestDouble, exponent.double))
            }
        }
        return try exponential(try multiply(exponent, try logarithm(base)))
    }

    // MARK: Exact exponents

    private func power(_ base: Value, exactInteger exponent: Value) throws(Signal) -> Value {
        switch base.numberKind {
        case .flonum:
            if exponent == .zero { return base.double == 0 ? .one : heap.flonum(1) }
            if base.double == 0 && exponent.exactSign < 0 { throw divideByZero("expt", [base, exponent]) }
            let size = pow(base.double.magnitude, exponent.nearestDouble)
            return heap.flonum(base.double.sign == .minus && isOddInteger(exponent) ? -size : size)
        case .complex: return try powerOfComplex(base, exponent)
        default: return try powerOfExact(base, exponent)
        }
    }

    private func powerOfExact(_ base: Value, _ exponent: Value) throws(Signal) -> Value {
        if exponent == .zero || base == .one { return .one }
        if base == .zero {
            if exponent.exactSign < 0 { throw divideByZero("expt", [base, exponent]) }
            return .zero
        }
        if base == Value(fixnum: -1) { return isOddInteger(exponent) ? base : .one }
        guard exponent.isFixnum else { throw .abort(.outOfMemory) }
        if let power = smallPower(base, exponent) { return power }
        // The parts of the result have about so many words.
        let (words, overflow) = (base.limbCount + 1).multipliedReportingOverflow(by: Int(exponent.fixnum.magnitude))
        if overflow || words > 1 << 40 { throw .abort(.outOfMemory) }
        let number = base.exactRational
        let bits = max(number.numerator.magnitudeBitLength, number.denominator.magnitudeBitLength)
        let size = bits * Int(exponent.fixnum.magnitude) / 64
        if number.isInteger && number.numerator.trailingZeroBitCount == bits - 1 {
            try ensureRoom(forWords: size + 2)
        } else {
            try checkProductWork(size / 2, size / 2)
            try ensureRoom(forWords: size * 2)
        }
        guard let result = number.power(exponent.fixnum) else { throw .abort(.outOfMemory) }
        return try rational(result)
    }

    /// A power that is a fixnum, and all on the way to it; else nil.
    private func smallPower(_ base: Value, _ exponent: Value) -> Value? {
        guard base.isFixnum && exponent.fixnum > 0 && exponent.fixnum <= 64 else { return nil }
        var (result, square, rest) = (1, base.fixnum, exponent.fixnum)
        while true {
            if rest & 1 == 1 {
                let (product, overflow) = result.multipliedReportingOverflow(by: square)
                if overflow { return nil }
                result = product
            }
            rest >>= 1
            if rest == 0 { break }
            let (product, overflow) = square.multipliedReportingOverflow(by: square)
            if overflow { return nil }
            square = product
        }
        return (result << 1) >> 1 == result ? Value(fixnum: result) : nil
    }

    private func powerOfComplex(_ base: Value, _ exponent: Value) throws(Signal) -> Value {
        guard exponent.isFixnum else {
            return base.isExactNumber
                ? try powerOfExactUnit(base, exponent)
                : try exponential(try multiply(try inexact(exponent), try logarithm(base)))
        }
        let count = exponent.fixnum.magnitude
        if base.isExactNumber {
            let words = max(base.realPart.limbCount, base.imaginaryPart.limbCount)
            let (size, overflow) = words.multipliedReportingOverflow(by: Int(count))
            if !isImaginaryUnit(base) && (overflow || size > 1 << 20) { throw .abort(.outOfMemory) }
        }
        var (result, square, rest) = (Value.one, base, count)
        while rest > 0 {
            if rest & 1 == 1 { result = try multiply(result, square) }
            rest >>= 1
            if rest > 0 { square = try multiply(square, square) }
        }
        return exponent.fixnum < 0 ? try divide(.one, result) : result
    }

    /// A bignum power of i or -i; of anything else it does not fit any memory.
    private func powerOfExactUnit(_ base: Value, _ exponent: Value) throws(Signal) -> Value {
        guard isImaginaryUnit(base) else { throw .abort(.outOfMemory) }
        return try power(base, try integerModulo(exponent, Value(fixnum: 4)))
    }

    private func isImaginaryUnit(_ value: Value) -> Bool {
        value.realPart == .zero && (value.imaginaryPart == .one || value.imaginaryPart == Value(fixnum: -1))
    }

    private func isOddInteger(_ value: Value) -> Bool {
        value.isFixnum ? value.fixnum & 1 == 1 : value.words[1] & 1 == 1
    }

    // MARK: Other exponents

    private func powerOfZero(_ base: Value, _ exponent: Value) throws(Signal) -> Value {
        let real = exponent.realPart
        guard let sign = try sign(real, "integer-positive?", "expt") else { return real }
        if exponent.isType(.complex) && sign <= 0 { throw badRange(exponent, nil, "expt") }
        if sign < 0 { throw divideByZero("expt", [base, exponent]) }
        if sign == 0 { return heap.flonum(1) }
        return base.isExactNumber ? .zero : heap.flonum(0)
    }

    /// A power of a number that is not negative, computed so that large exact bases do not overflow on the way.
    private func realPower(_ base: Value, _ exponent: Value) -> Double {
        let number = base.nearestDouble
        if number.isFinite && number != 0 || base.isFlonum { return pow(number, exponent.nearestDouble) }
        // The base as a significand and a power of two, each raised on its own.
        let (significand, twos) = scaled(base)
        let scale = Double(twos) * exponent.nearestDouble
        guard scale.isFinite else { return exp2(scale) }
        let whole = scale.rounded(.down)
        let result = pow(significand, exponent.nearestDouble) * exp2(scale - whole)
        return scalbn(result, Int(max(-5000, min(5000, whole))))
    }

    /// A positive exact number as a flonum times a power of two.
    private func scaled(_ value: Value) -> (significand: Double, twos: Int) {
        if value.isType(.ratio) {
            let (upper, lower) = (scaled(value[slot: 0]), scaled(value[slot: 1]))
            return (upper.significand / lower.significand, upper.twos - lower.twos)
        }
        let number = value.bigInteger
        let excess = max(0, number.magnitudeBitLength - 64)
        return (Double(nearest: number.shifted(by: -excess) ?? .one), excess)
    }

    /// The exact power when the exponent is 1/n and the base is an exact nth power.
    private func exactRoot(_ base: Value, _ exponent: Value) throws(Signal) -> Value? {
        guard base.isExactRational, base.exactSign > 0, exponent[slot: 0] == .one, exponent[slot: 1].isFixnum else {
            return nil
        }
        let degree = exponent[slot: 1].fixnum
        try checkQuadraticWork(base.limbCount, base.limbCount)
        let number = base.exactRational
        guard let upper = number.numerator.exactRoot(degree), let lower = number.denominator.exactRoot(degree) else {
            return nil
        }
        return try rational(Rational(reduced: upper, lower))
    }
}

extension BigInteger {
    /// The number whose `degree`th power this positive number is, if there is one. Gives up on large numbers whose root
    /// is not a square root.
    fileprivate func exactRoot(_ degree: Int) -> BigInteger? {
        if self == .one { return self }
        if degree == 2 { return squareRoot().flatMap { $0.rest.isZero ? $0.root : nil } }
        let bits = magnitudeBitLength
        guard degree < bits, bits < 1 << 16 else { return nil }
        // Newton's method from above.
        guard var root = BigInteger.one.shifted(by: (bits + degree - 1) / degree) else { return nil }
        while true {
            guard let lower = root.power(degree - 1) else { return nil }
            let next = (root * (degree - 1) + quotient(by: lower)).quotient(by: BigInteger(degree))
            if next >= root { break }
            root = next
        }
        return root.power(degree) == self ? root : nil
    }
}
