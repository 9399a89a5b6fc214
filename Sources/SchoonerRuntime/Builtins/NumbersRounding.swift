import SchoonerNumbers

/// Rounding, exactness and the parts of numbers: R7RS 6.2.6, MIT reference manual 4.5.
enum NumberRoundingPrimitives {
    private static let rules: [(name: String, rule: FloatingPointRoundingRule, what: String)] = [
        ("floor", .down, "The greatest integer not above the number."),
        ("ceiling", .up, "The least integer not below the number."),
        ("truncate", .towardZero, "The nearest integer towards zero."),
        ("round", .toNearestOrEven, "The nearest integer, the even one of two."),
    ]

    static let table: [Primitive] =
        rules.flatMap { name, rule, what in
            [
                .unary(name, "\(what) R7RS 6.2.6") { (scheme, value) throws(Signal) in
                    try scheme.rounded(value, rule, name)
                },
                .unary(name + "->exact", "\(what) As an exact integer. MIT 4.5") { (scheme, value) throws(Signal) in
                    try scheme.roundedToExact(value, rule, name)
                },
                .unary("exact-" + name, "\(what) As an exact integer. MIT 4.5") { (scheme, value) throws(Signal) in
                    try scheme.roundedToExact(value, rule, name)
                },
            ]
        } + [
            .unary("exact", "The exact number that the number is. R7RS 6.2.6") { (scheme, value) throws(Signal) in
                try scheme.exact(value)
            },
            .unary("inexact->exact", "The exact number that the number is. R7RS 6.2.6") {
                (scheme, value) throws(Signal) in try scheme.exact(value)
            },
            .unary("inexact", "The nearest inexact number. R7RS 6.2.6") { (scheme, value) throws(Signal) in
                try scheme.inexact(value)
            },
            .unary("exact->inexact", "The nearest inexact number. R7RS 6.2.6") { (scheme, value) throws(Signal) in
                try scheme.inexact(value)
            },
            .unary("->flonum", "The flonum nearest to a real number. MIT 12.1") { (scheme, value) throws(Signal) in
                guard value.isRealNumber else { throw scheme.wrongType(value, nil, "->flonum") }
                return try scheme.inexact(value)
            },
            .unary("int:->flonum", "The flonum nearest to an exact integer. MIT 4.8") {
                (scheme, value) throws(Signal) in
                guard value.isExactInteger else { throw scheme.wrongType(value, 0, "integer->flonum") }
                return try scheme.inexact(value)
            },
            .unary("numerator", "The numerator in lowest terms. R7RS 6.2.6") { (scheme, value) throws(Signal) in
                try part(scheme, value, "numerator") { $0.isType(.ratio) ? $0[slot: 0] : $0 }
            },
            .unary("denominator", "The denominator in lowest terms. R7RS 6.2.6") { (scheme, value) throws(Signal) in
                try part(scheme, value, "denominator") { $0.isType(.ratio) ? $0[slot: 1] : .one }
            },
            .binary("rationalize", "The simplest rational within a distance of the number. R7RS 6.2.6") {
                (scheme, value, tolerance) throws(Signal) in
                let result = try rationalize(scheme, value, tolerance)
                return value.isFlonum || tolerance.isFlonum ? try scheme.inexact(result) : result
            },
            .binary("rationalize->exact", "The simplest exact rational within a distance. MIT 4.5") {
                (scheme, value, tolerance) throws(Signal) in
                try scheme.exact(try rationalize(scheme, value, tolerance))
            },
            .binary("make-rectangular", "The complex number with these parts. R7RS 6.2.6") {
                (scheme, real, imaginary) throws(Signal) in
                guard real.isRealNumber else { throw scheme.wrongType(real, nil, "make-rectangular") }
                guard imaginary.isRealNumber else { throw scheme.wrongType(imaginary, nil, "make-rectangular") }
                return scheme.rectangular(real, imaginary)
            },
            .binary("make-polar", "The complex number with this magnitude and angle. R7RS 6.2.6") {
                (scheme, magnitude, angle) throws(Signal) in
                for value in [magnitude, angle] where !value.isRealNumber {
                    if value.isNumber { throw scheme.wrongType(value, nil, "make-polar") }
                    throw scheme.wrongType(value, 0, "integer-zero?")
                }
                if angle == .zero { return magnitude }
                return scheme.rectangular(
                    try scheme.multiply(magnitude, try scheme.cosine(angle)),
                    try scheme.multiply(magnitude, try scheme.sine(angle)))
            },
            .unary("real-part", "The real part. R7RS 6.2.6") { (scheme, value) throws(Signal) in
                guard value.isNumber else { throw scheme.wrongType(value, nil, "real-part") }
                return value.realPart
            },
            .unary("imag-part", "The imaginary part. R7RS 6.2.6") { (scheme, value) throws(Signal) in
                guard value.isNumber else { throw scheme.wrongType(value, nil, "imag-part") }
                return value.imaginaryPart
            },
            .unary("angle", "The angle to the positive real axis, in radians. R7RS 6.2.6") {
                (scheme, value) throws(Signal) in try scheme.angle(value)
            },
        ]

    private static func part(
        _ scheme: Interpreter, _ value: Value, _ procedure: String, _ select: (Value) -> Value
    ) throws(Signal) -> Value {
        guard value.isRealNumber else { throw scheme.wrongType(value, nil, procedure) }
        let result = select(try scheme.exact(value))
        return value.isFlonum ? try scheme.inexact(result) : result
    }

    private static func rationalize(
        _ scheme: Interpreter, _ value: Value, _ tolerance: Value
    ) throws(Signal) -> Value {
        for number in [value, tolerance] where number.isType(.complex) {
            throw scheme.wrongType(number, nil, "rationalize")
        }
        guard value.isRealNumber else { throw scheme.wrongType(value, 0, "integer-add") }
        guard tolerance.isRealNumber else { throw scheme.wrongType(tolerance, 1, "integer-add") }
        let (number, width) = (value.nearestDouble, tolerance.nearestDouble)
        if value.isFlonum && !number.isFinite || tolerance.isFlonum && !width.isFinite {
            if number.isNaN || width.isNaN || number.isInfinite && width.isInfinite { return scheme.heap.flonum(.nan) }
            return width.isInfinite ? scheme.heap.flonum(0) : value
        }
        let (exact, distance) = (try scheme.exact(value), try scheme.exact(tolerance))
        try scheme.checkRatioWork(exact, distance)
        return try scheme.rational(exact.exactRational.rationalized(within: distance.exactRational))
    }
}
