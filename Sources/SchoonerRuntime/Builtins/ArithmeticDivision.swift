import SchoonerNumbers

/// How a quotient becomes an integer.
enum DivisionRounding: Sendable {
    case floor, ceiling, truncate, round, euclidean
}

/// What a division of integers is asked for, with the names that its errors carry.
struct DivisionNames: Sendable {
    /// MIT's primitive, for operands that are no integers at all and for a zero divisor.
    let primitive: String
    /// The library's procedure, for flonums with a fraction.
    let procedure: String

    static let quotient = DivisionNames(primitive: "integer-quotient", procedure: "quotient")
    static let remainder = DivisionNames(primitive: "integer-remainder", procedure: "remainder")
}

// Division of integers with remainder, exact or as integral flonums (R7RS 6.2.6; MIT reference manual 4.5).

extension Interpreter {
    func integerQuotient(_ left: Value, _ right: Value) throws(Signal) -> Value {
        if right.isFixnum && right != .zero {
            if left.isFixnum { return heap.integer(left.fixnum / right.fixnum) }
            if left.isBignum, let quotient = heap.shortQuotient(left, by: right.fixnum) { return quotient }
        }
        return try divideIntegers(left, right, .truncate, .quotient).quotient
    }

    func integerRemainder(_ left: Value, _ right: Value) throws(Signal) -> Value {
        if right.isFixnum && right != .zero {
            if left.isFixnum { return Value(fixnum: left.fixnum % right.fixnum) }
            if left.isBignum { return Value(fixnum: shortRemainder(left, right.fixnum)) }
        }
        return try divideIntegers(left, right, .truncate, .remainder).remainder
    }

    func integerModulo(_ left: Value, _ right: Value) throws(Signal) -> Value {
        if right.isFixnum && right != .zero && left.isExactInteger {
            let divisor = right.fixnum
            let remainder = left.isFixnum ? left.fixnum % divisor : shortRemainder(left, divisor)
            return Value(fixnum: remainder != 0 && (remainder < 0) != (divisor < 0) ? remainder + divisor : remainder)
        }
        return try divideIntegers(left, right, .floor, .remainder).remainder
    }

    /// Quotient and remainder of two integers.
    func divideIntegers(
        _ left: Value, _ right: Value, _ rounding: DivisionRounding, _ names: DivisionNames
    ) throws(Signal) -> (quotient: Value, remainder: Value) {
        // MIT looks at a flonum or a complex divisor first.
        if right.isFlonum || right.isType(.complex) { _ = try exactInteger(right, 1, names) }
        let dividend = try exactInteger(left, 0, names)
        let divisor = try exactInteger(right, 1, names)
        if divisor.value == .zero { throw badRange(.zero, 1, names.primitive) }
        let (quotient, remainder) = try divideExact(dividend.value, divisor.value, rounding)
        if dividend.isExact && divisor.isExact { return (quotient, remainder) }
        return (heap.flonum(quotient.nearestDouble), heap.flonum(remainder.nearestDouble))
    }

    /// Quotient and remainder of two real numbers, the quotient an integer: the families of SRFI 141, which in MIT
    /// Scheme take all real numbers.
    /// - Parameter primitive: MIT's name, in the error of a division by an exact zero.
    func divideReals(
        _ left: Value, _ right: Value, _ rounding: DivisionRounding, _ primitive: String
    ) throws(Signal) -> (quotient: Value, remainder: Value) {
        if left.isExactInteger && right.isExactInteger {
            if right == .zero { throw badRange(.zero, 1, primitive) }
            return try divideExact(left, right, rounding)
        }
        guard left.isNumber else { throw wrongType(left, 0, "integer-remainder") }
        guard right.isNumber else {
            if left.isFlonum { throw wrongType(right, 0, "integer->flonum") }
            throw wrongType(right, 0, rounding == .euclidean ? "integer-negative?" : "integer-zero?")
        }
        if let result = try divideLargeFlonums(left, right, rounding) { return result }
        let rule = try rounding.rule(isNegative: { () throws(Signal) in
            try self.sign(right, "integer-negative?", "negative?") == -1
        })
        let quotient = try rounded(try divide(left, right), rule, rounding.roundingName(rule))
        return (quotient, try subtract(left, try multiply(right, quotient)))
    }

    /// Integers of which one is a flonum, where the quotient of flonums would not be precise: done exactly.
    private func divideLargeFlonums(
        _ left: Value, _ right: Value, _ rounding: DivisionRounding
    ) throws(Signal) -> (quotient: Value, remainder: Value)? {
        guard left.isFlonum || right.isFlonum,
            max(left.nearestDouble.magnitude, right.nearestDouble.magnitude) > 0x1p52,
            let dividend = left.isFlonum ? exactIntegral(left) : left,
            let divisor = right.isFlonum ? exactIntegral(right) : right,
            dividend.isExactInteger, divisor.isExactInteger, divisor != .zero
        else { return nil }
        let (quotient, remainder) = try divideExact(dividend, divisor, rounding)
        return (heap.flonum(quotient.nearestDouble), heap.flonum(remainder.nearestDouble))
    }

    /// Whether a value is an exact integer below zero.
    func isNegativeInteger(_ value: Value) -> Bool { value.isExactInteger && value.exactSign < 0 }

    private func divideExact(
        _ left: Value, _ right: Value, _ rounding: DivisionRounding
    ) throws(Signal) -> (Value, Value) {
        if left.isFixnum && right.isFixnum {
            let (dividend, divisor) = (left.fixnum, right.fixnum)
            var (quotient, remainder) = (dividend / divisor, dividend % divisor)
            let step = DivisionRounding.step(
                rounding, signs: (remainder.signum(), divisor.signum()), isOdd: quotient & 1 == 1
            ) {
                let (rest, half) = (remainder.magnitude, divisor.magnitude - remainder.magnitude)
                return rest < half ? -1 : rest == half ? 0 : 1
            }
            quotient += step
            remainder -= step * divisor
            return (heap.integer(quotient), heap.integer(remainder))
        }
        try checkProductWork(left.limbCount, right.limbCount)
        let divisor = right.bigInteger
        var (quotient, remainder) = left.bigInteger.truncatingDivision(by: divisor)
        let step = DivisionRounding.step(
            rounding, signs: (remainder.signum, divisor.signum), isOdd: quotient.isOdd
        ) { BigInteger.compare((remainder * 2).magnitude, divisor.magnitude) }
        if step != 0 {
            quotient = quotient + BigInteger(step)
            remainder = remainder - divisor * step
        }
        return (try integer(quotient), try integer(remainder))
    }

    /// An operand as an exact integer, and whether it was one.
    private func exactInteger(
        _ value: Value, _ operand: Int, _ names: DivisionNames
    ) throws(Signal) -> (value: Value, isExact: Bool) {
        if value.isExactInteger { return (value, true) }
        if value.isFlonum {
            guard let integral = exactIntegral(value) else { throw notA(value, "an integer", names.procedure) }
            return (integral, false)
        }
        if value.isType(.complex) { throw wrongType(value, nil, names.procedure) }
        throw wrongType(value, operand, names.primitive)
    }

    /// The exact integer that a flonum is; nil when it has a fraction or is not finite.
    func exactIntegral(_ value: Value) -> Value? {
        if let small = Int(exactly: value.double), Value.fitsFixnum(small) { return Value(fixnum: small) }
        return BigInteger(exactly: value.double).map { heap.integer($0) }
    }

    /// The remainder of a bignum by a fixnum, which is not 0, with the bignum's sign.
    private func shortRemainder(_ bignum: Value, _ divisor: Int) -> Int {
        let magnitude = divisor.magnitude
        var rest: UInt = 0
        for index in stride(from: bignum.length, to: 0, by: -1) {
            rest = magnitude.dividingFullWidth((rest, UInt(bitPattern: bignum.words[index]))).remainder
        }
        return bignum.flags & Header.negative != 0 ? -Int(rest) : Int(rest)
    }
}

extension DivisionRounding {
    /// How the quotient of two numbers is rounded, which for Euclidean division depends on the divisor.
    func rule(isNegative: () throws(Signal) -> Bool) throws(Signal) -> FloatingPointRoundingRule {
        switch self {
        case .floor: .down
        case .ceiling: .up
        case .truncate: .towardZero
        case .round: .toNearestOrEven
        case .euclidean: try isNegative() ? .up : .down
        }
    }

    /// The procedure that rounds so.
    func roundingName(_ rule: FloatingPointRoundingRule) -> String {
        switch rule {
        case .down: "floor"
        case .up: "ceiling"
        case .towardZero: "truncate"
        default: "round"
        }
    }

    /// What to add to the truncated quotient.
    /// - Parameters:
    ///   - signs: those of the truncated remainder and of the divisor.
    ///   - isOdd: whether the truncated quotient is odd.
    ///   - compareToHalf: the order of the remainder and half the divisor, by magnitude.
    static func step(
        _ rounding: DivisionRounding, signs: (remainder: Int, divisor: Int), isOdd: Bool, compareToHalf: () -> Int
    ) -> Int {
        if signs.remainder == 0 { return 0 }
        let isPositive = signs.remainder == signs.divisor
        switch rounding {
        case .truncate: return 0
        case .floor: return isPositive ? 0 : -1
        case .ceiling: return isPositive ? 1 : 0
        case .euclidean: return signs.remainder > 0 ? 0 : -signs.divisor
        case .round:
            let order = compareToHalf()
            guard order > 0 || (order == 0 && isOdd) else { return 0 }
            return isPositive ? 1 : -1
        }
    }
}
