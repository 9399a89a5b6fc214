import SchoonerNumbers

/// Bitwise operations: MIT reference manual 4.7, SRFI 151.
enum NumberBitPrimitives {
    private static let and = "The bits set in all integers."
    private static let or = "The bits set in any integer."
    private static let xor = "The bits set in an odd number of the integers."

    static let table: [Primitive] =
        ["bitwise-and", "bit-and"].map { .fold($0, and + " MIT 4.7", Value(fixnum: -1), check: check, meet) }
        + ["bitwise-or", "bitwise-ior", "bit-or"].map { .fold($0, or + " MIT 4.7", .zero, check: check, join) }
        + ["bitwise-xor", "bit-xor"].map { .fold($0, xor + " MIT 4.7", .zero, check: check, differ) }
        + [
            .fold("bitwise-eqv", "The complement of `bitwise-xor`. MIT 4.7", Value(fixnum: -1), check: check) {
                (scheme, left, right) throws(Signal) in
                try scheme.bitwiseNot(try scheme.bitwiseXor(left, right))
            },
            .unary("bitwise-not", "All bits inverted. MIT 4.7") { (scheme, value) throws(Signal) in
                try scheme.bitwiseNot(value)
            },
            .unary("bit-not", "All bits inverted. MIT 4.7") { (scheme, value) throws(Signal) in
                try scheme.bitwiseNot(value)
            },
            combination(
                "bitwise-nand", "The complement of `bitwise-and`.", notFirst: false, notSecond: false, meet, true),
            combination(
                "bitwise-nor", "The complement of `bitwise-or`.", notFirst: false, notSecond: false, join, true),
            combination("bitwise-andc1", "And, the first complemented.", notFirst: true, notSecond: false, meet, false),
            combination(
                "bitwise-andc2", "And, the second complemented.", notFirst: false, notSecond: true, meet, false),
            combination("bitwise-orc1", "Or, the first complemented.", notFirst: true, notSecond: false, join, false),
            combination("bitwise-orc2", "Or, the second complemented.", notFirst: false, notSecond: true, join, false),
            Primitive(
                "bitwise-merge", 3, "Bits of the second where the mask is set, else of the third. MIT 4.7", merge),
            Primitive("bitwise-if", 3, "Bits of the second where the mask is set, else of the third. SRFI 151", merge),
            .binary("arithmetic-shift", "The integer times a power of two, rounded down. MIT 4.7") {
                (scheme, value, count) throws(Signal) in try scheme.arithmeticShift(value, count)
            },
            .binary("shift-left", "The integer with zero bits added. MIT 4.7") {
                (scheme, value, count) throws(Signal) in
                guard value.isExactInteger else { throw scheme.wrongType(value, 0, "integer-shift-left") }
                try checkCount(scheme, count, "integer-shift-left")
                return try scheme.shift(value, by: count, isLeft: true)
            },
            .binary("shift-right", "The integer without its lowest bits. MIT 4.7") {
                (scheme, value, count) throws(Signal) in
                guard value.isExactInteger else { throw scheme.wrongType(value, 0, "integer-shift-right") }
                try checkCount(scheme, count, "integer-shift-right")
                return try scheme.shift(value, by: try scheme.negate(count), isLeft: false)
            },
            count("bit-count", "integer-bit-count", "How many bits differ from the sign. MIT 4.7") { $0.bitCount },
            count("integer-length", "integer-length", "The bits of two's complement without the sign. MIT 4.7") {
                $0.integerLength
            },
            count("first-set-bit", "integer-first-set-bit", "The index of the lowest set bit, -1 for 0. MIT 4.7") {
                $0.isZero ? -1 : $0.trailingZeroBitCount
            },
            .binary("hamming-distance", "How many bits differ; -1 for infinitely many. MIT 4.7") {
                (scheme, left, right) throws(Signal) in
                let name = "integer-hamming-distance"
                guard left.isExactInteger else { throw scheme.wrongType(left, 0, name) }
                guard right.isExactInteger else { throw scheme.wrongType(right, 1, name) }
                if (left.exactSign < 0) != (right.exactSign < 0) { return Value(fixnum: -1) }
                return Value(fixnum: try scheme.bitwiseXor(left, right).bigInteger.bitCount)
            },
            .binary("bit-set?", "Whether bit `index` of the integer is 1. SRFI 151") {
                (scheme, index, value) throws(Signal) in Value(try bit(scheme, index, value))
            },
            .binary("bit-clear?", "Whether bit `index` of the integer is 0. MIT 12.1") {
                (scheme, index, value) throws(Signal) in Value(try !bit(scheme, index, value))
            },
            .binary("bit-mask", "So many set bits above so many clear ones. MIT 4.7") {
                (scheme, size, position) throws(Signal) in try mask(scheme, size, position)
            },
            .binary("bit-antimask", "The complement of `bit-mask`. MIT 4.7") {
                (scheme, size, position) throws(Signal) in
                try scheme.bitwiseNot(try mask(scheme, size, position))
            },
            .binary("shiftin", "The integer shifted to where the mask begins. MIT 4.7") {
                (scheme, value, mask) throws(Signal) in
                try scheme.shift(value, by: try lowestBit(scheme, mask), isLeft: true)
            },
            .binary("shiftout", "The bits under the mask, shifted down to bit 0. MIT 4.7") {
                (scheme, value, mask) throws(Signal) in
                let distance = try scheme.negate(try lowestBit(scheme, mask))
                return try scheme.shift(try scheme.bitwiseAnd(value, mask), by: distance, isLeft: false)
            },
        ]

    private static func check(_ scheme: Interpreter, _ value: Value) throws(Signal) {
        guard value.isExactInteger else { throw scheme.wrongType(value, 0, "integer-bitwise-and") }
    }

    private static func checkCount(_ scheme: Interpreter, _ count: Value, _ name: String) throws(Signal) {
        guard count.isExactInteger else { throw scheme.wrongType(count, 1, name) }
        guard count.exactSign >= 0 else { throw scheme.badRange(count, 1, name) }
    }

    private static func meet(_ scheme: Interpreter, _ left: Value, _ right: Value) throws(Signal) -> Value {
        try scheme.bitwiseAnd(left, right)
    }

    private static func join(_ scheme: Interpreter, _ left: Value, _ right: Value) throws(Signal) -> Value {
        try scheme.bitwiseOr(left, right)
    }

    private static func differ(_ scheme: Interpreter, _ left: Value, _ right: Value) throws(Signal) -> Value {
        try scheme.bitwiseXor(left, right)
    }

    /// An operation on two integers with complements before or after it.
    private static func combination(
        _ name: String, _ what: String, notFirst: Bool, notSecond: Bool,
        _ operation: @escaping @Sendable (Interpreter, Value, Value) throws(Signal) -> Value, _ notResult: Bool
    ) -> Primitive {
        .binary(name, what + " MIT 4.7") { (scheme, left, right) throws(Signal) in
            let first = notFirst ? try scheme.bitwiseNot(left) : left
            let second = notSecond ? try scheme.bitwiseNot(right) : right
            let result = try operation(scheme, first, second)
            return notResult ? try scheme.bitwiseNot(result) : result
        }
    }

    private static func count(
        _ name: String, _ primitive: String, _ documentation: String, _ body: @escaping @Sendable (BigInteger) -> Int
    ) -> Primitive {
        .unary(name, documentation) { (scheme, value) throws(Signal) in
            guard value.isExactInteger else { throw scheme.wrongType(value, 0, primitive) }
            return Value(fixnum: body(value.bigInteger))
        }
    }

    private static func merge(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let mask = arguments[0]
        let first = try scheme.bitwiseAnd(mask, arguments[1])
        return try scheme.bitwiseOr(first, try scheme.bitwiseAnd(try scheme.bitwiseNot(mask), arguments[2]))
    }

    private static func bit(_ scheme: Interpreter, _ index: Value, _ value: Value) throws(Signal) -> Bool {
        guard value.isExactInteger else { throw scheme.wrongType(value, 0, "integer-shift-right") }
        try checkCount(scheme, index, "integer-shift-right")
        guard index.isFixnum else { return value.exactSign < 0 }
        if value.isFixnum { return value.fixnum >> min(index.fixnum, 63) & 1 == 1 }
        return value.bigInteger.bit(at: index.fixnum)
    }

    private static func mask(_ scheme: Interpreter, _ size: Value, _ position: Value) throws(Signal) -> Value {
        let name = "integer-nonnegative-one-bits"
        guard size.isFixnum else { throw scheme.wrongType(size, 0, name) }
        guard size.fixnum >= 0 else { throw scheme.badRange(size, 0, name) }
        guard position.isFixnum else { throw scheme.wrongType(position, 1, name) }
        guard position.fixnum >= 0 else { throw scheme.badRange(position, 1, name) }
        let ones = try scheme.subtract(try scheme.shift(.one, by: size, isLeft: true), .one)
        return try scheme.shift(ones, by: position, isLeft: true)
    }

    private static func lowestBit(_ scheme: Interpreter, _ mask: Value) throws(Signal) -> Value {
        guard mask.isExactInteger else { throw scheme.wrongType(mask, 0, "integer-first-set-bit") }
        guard mask != .zero else { throw scheme.badRange(mask, 1, "integer-shift-left") }
        return Value(fixnum: mask.bigInteger.trailingZeroBitCount)
    }
}
