/// The kinds of numbers: R7RS 6.2.6, MIT reference manual 4.5.
enum NumberPredicatePrimitives {
    static let table: [Primitive] = [
        .test("number?", "Whether the object is a number. R7RS 6.2.6") { $0.isNumber },
        .test("complex?", "Whether the object is a number. R7RS 6.2.6") { $0.isNumber },
        .test("real?", "Whether the object is a real number. R7RS 6.2.6") { $0.isRealNumber },
        .test("rational?", "Whether the object is a finite real number. R7RS 6.2.6") {
            $0.isFlonum ? $0.double.isFinite : $0.isExactRational
        },
        .test("integer?", "Whether the object is an integer, exact or not. R7RS 6.2.6") { isInteger($0) },
        .test("exact-integer?", "Whether the object is an exact integer. R7RS 6.2.6") { $0.isExactInteger },
        .test("exact-rational?", "Whether the object is an exact real number. MIT 4.5") { $0.isExactRational },
        .test("exact-nonnegative-integer?", "Whether the object is an exact integer from 0 on. MIT 4.5") {
            $0.isExactInteger && $0.exactSign >= 0
        },
        .test("exact-positive-integer?", "Whether the object is an exact integer from 1 on. MIT 12.1") {
            $0.isExactInteger && $0.exactSign > 0
        },
        .unary("exact?", "Whether the number is exact. R7RS 6.2.6") { (scheme, value) throws(Signal) in
            guard value.isNumber else { throw scheme.wrongType(value, nil, "exact?") }
            return Value(value.isExactNumber)
        },
        .unary("inexact?", "Whether the number is inexact. R7RS 6.2.6") { (scheme, value) throws(Signal) in
            guard value.isNumber else { throw scheme.wrongType(value, nil, "exact?") }
            return Value(!value.isExactNumber)
        },
        .unary("nan?", "Whether a part of the number is a not-a-number. R7RS 6.2.6") {
            (scheme, value) throws(Signal) in try anyPart(scheme, value, "nan?") { $0.isNaN }
        },
        .unary("infinite?", "Whether a part of the number is infinite. R7RS 6.2.6") {
            (scheme, value) throws(Signal) in try anyPart(scheme, value, "infinite?") { $0.isInfinite }
        },
        .unary("finite?", "Whether the number is neither infinite nor a not-a-number. R7RS 6.2.6") {
            (scheme, value) throws(Signal) in
            Value(try anyPart(scheme, value, "finite?") { !$0.isFinite }.isFalse)
        },
        .test("fixnum?", "Whether the object is a small exact integer. MIT 4.8") { $0.isFixnum },
        .test("fix:fixnum?", "Whether the object is a small exact integer. MIT 4.8") { $0.isFixnum },
        .test("index-fixnum?", "Whether the object is a small exact integer from 0 on. MIT 4.8") {
            $0.isFixnum && $0.fixnum >= 0
        },
        .test("non-negative-fixnum?", "Whether the object is a fixnum from 0 on. MIT 12.1") {
            $0.isFixnum && $0.fixnum >= 0
        },
        .test("positive-fixnum?", "Whether the object is a fixnum from 1 on. MIT 12.1") {
            $0.isFixnum && $0.fixnum > 0
        },
        .test("negative-fixnum?", "Whether the object is a fixnum below 0. MIT 12.1") {
            $0.isFixnum && $0.fixnum < 0
        },
        .test("non-positive-fixnum?", "Whether the object is a fixnum up to 0. MIT 12.1") {
            $0.isFixnum && $0.fixnum <= 0
        },
        .test("flonum?", "Whether the object is an inexact real number. MIT 4.8") { $0.isFlonum },
        .test("flo:flonum?", "Whether the object is an inexact real number. MIT 4.8") { $0.isFlonum },
        .test("bignum?", "Whether the object is an exact integer beyond fixnums.") { $0.isBignum },
        .test("ratnum?", "Whether the object is an exact number that is no integer.") { $0.isType(.ratio) },
        .test("recnum?", "Whether the object is a complex number that is not real.") { $0.isType(.complex) },
        .test("int:integer?", "Whether the object is an exact integer. MIT 12.1") { $0.isExactInteger },
    ]

    static func isInteger(_ value: Value) -> Bool {
        guard value.isFlonum else { return value.isExactInteger }
        return value.double.isFinite && value.double == value.double.rounded()
    }

    private static func anyPart(
        _ scheme: Interpreter, _ value: Value, _ procedure: String, _ holds: (Double) -> Bool
    ) throws(Signal) -> Value {
        guard value.isNumber else { throw scheme.wrongType(value, nil, procedure) }
        let (real, imaginary) = (value.realPart, value.imaginaryPart)
        return Value(real.isFlonum && holds(real.double) || imaginary.isFlonum && holds(imaginary.double))
    }
}
