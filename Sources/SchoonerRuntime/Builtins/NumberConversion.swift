import SchoonerNumbers

// Between exact and inexact numbers (R7RS 6.2.6), and between numbers and their text (6.2.7).

extension Interpreter {
    /// `exact`: the exact number that a number is.
    func exact(_ value: Value) throws(Signal) -> Value {
        switch value.numberKind {
        case .integer, .ratio: return value
        case .flonum:
            if let small = Int(exactly: value.double), Value.fitsFixnum(small) { return Value(fixnum: small) }
            guard let exact = Rational(exactly: value.double) else { throw wrongType(value, 0, "flonum-normalize") }
            return try rational(exact)
        case .complex: return rectangular(try exact(value.realPart), try exact(value.imaginaryPart))
        case nil: throw wrongType(value, nil, "inexact->exact")
        }
    }

    /// `inexact`: the flonum, or complex number of flonums, nearest to a number.
    func inexact(_ value: Value) throws(Signal) -> Value {
        switch value.numberKind {
        case .flonum: return value
        case .integer, .ratio: return heap.flonum(value.nearestDouble)
        case .complex: return rectangular(value.complexDouble)
        case nil: throw wrongType(value, 0, "integer->flonum")
        }
    }

    /// A real number rounded to an integer of the same exactness.
    func rounded(_ value: Value, _ rule: FloatingPointRoundingRule, _ procedure: String) throws(Signal) -> Value {
        switch value.numberKind {
        case .integer: return value
        case .flonum: return heap.flonum(value.double.rounded(rule))
        case .ratio:
            try checkRatioWork(value, value)
            let ratio = value.exactRational
            switch rule {
            case .down: return try integer(ratio.floor)
            case .up: return try integer(ratio.ceiling)
            case .towardZero: return try integer(ratio.truncated)
            default: return try integer(ratio.rounded)
            }
        case .complex: throw wrongType(value, nil, procedure)
        case nil: throw notA(value, "a real number", procedure)
        }
    }

    /// A real number rounded to an exact integer.
    func roundedToExact(
        _ value: Value, _ rule: FloatingPointRoundingRule, _ procedure: String
    ) throws(Signal) -> Value {
        if value.isType(.complex) { throw wrongType(value, nil, procedure + "->exact") }
        let integer = try rounded(value, rule, procedure)
        guard integer.isFlonum else { return integer }
        guard let exact = exactIntegral(integer) else { throw wrongType(value, 0, "flonum-\(procedure)->exact") }
        return exact
    }

    /// The text of a number, once it is sure to come to an end.
    func checkedNumberText(_ value: Value, _ radix: Int) throws(Signal) -> [UInt8] {
        let size = max(value.realPart.limbCount, value.imaginaryPart.limbCount)
        if radix & (radix - 1) != 0 { try checkProductWork(size, size) }
        try ensureRoom(forWords: size * 8)
        return numberText(value, radix: radix)
    }
}

/// The text of a number as `number->string` writes it, in ASCII; empty for anything else.
/// - Parameter radix: 2 to 36.
package func numberText(_ value: Value, radix: Int = 10) -> [UInt8] {
    if value.isFixnum { return NumberText.text(of: value.fixnum, radix: radix) }
    if value.isFlonum { return NumberText.text(of: value.double, radix: radix) }
    return value.parsedNumber.map { NumberText.text(of: $0, radix: radix) } ?? []
}
