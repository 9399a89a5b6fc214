/// Operations on fixnums: MIT reference manual 4.8. Arguments are checked to be exact integers, and a result that is no
/// fixnum becomes a bignum, where MIT wraps it around.
enum FixnumPrimitives {
    static let table: [Primitive] =
        IntegerPrimitives.arithmetic(prefix: "fix:", what: "fixnums") + [
            .binary("fix:and", "The bits set in both fixnums. MIT 4.8") { (scheme, left, right) throws(Signal) in
                try scheme.bitwiseAnd(left, right)
            },
            .binary("fix:or", "The bits set in either fixnum. MIT 4.8") { (scheme, left, right) throws(Signal) in
                try scheme.bitwiseOr(left, right)
            },
            .binary("fix:xor", "The bits set in one fixnum. MIT 4.8") { (scheme, left, right) throws(Signal) in
                try scheme.bitwiseXor(left, right)
            },
            .binary("fix:andc", "The bits set in the first but not the second. MIT 4.8") {
                (scheme, left, right) throws(Signal) in try scheme.bitwiseAnd(left, try scheme.bitwiseNot(right))
            },
            .unary("fix:not", "All bits inverted. MIT 4.8") { (scheme, value) throws(Signal) in
                try scheme.bitwiseNot(value)
            },
            .binary("fix:lsh", "The fixnum shifted left, or right by a negative count. MIT 4.8", shift),
            .binary("fix:gcd", "The greatest common divisor. MIT 12.1") { (scheme, left, right) throws(Signal) in
                guard left.isFixnum else { throw scheme.wrongType(left, 0, "integer-gcd") }
                guard right.isFixnum else { throw scheme.wrongType(right, 1, "integer-gcd") }
                var (first, second) = (left.fixnum.magnitude, right.fixnum.magnitude)
                while second != 0 { (first, second) = (second, first % second) }
                return scheme.heap.integer(Int(first))
            },
            Primitive("fix:largest-value", 0, "The greatest fixnum. MIT 12.1") { (_, _) throws(Signal) -> Value in
                Value(fixnum: Value.mostPositiveFixnum)
            },
            Primitive("fix:smallest-value", 0, "The least fixnum. MIT 12.1") { (_, _) throws(Signal) -> Value in
                Value(fixnum: Value.mostNegativeFixnum)
            },
            Primitive("fix:end-index", 2...3, "Checks an optional end index. MIT 12.1") {
                (scheme, arguments) throws(Signal) -> Value in
                try index(scheme, arguments, default: arguments[1])
            },
            Primitive("fix:start-index", 2...3, "Checks an optional start index. MIT 12.1") {
                (scheme, arguments) throws(Signal) -> Value in
                try index(scheme, arguments, default: .zero)
            },
        ]

    private static func shift(_ scheme: Interpreter, _ value: Value, _ count: Value) throws(Signal) -> Value {
        guard value.isFixnum else { throw scheme.wrongType(value, 0, "integer-shift-left") }
        guard count.isFixnum else { throw scheme.wrongType(count, 1, "integer-shift-left") }
        // Swift's shifts give 0 or the sign for counts beyond the word; the lost top bits are MIT's too.
        return Value(bits: value.bits << count.fixnum & ~1)
    }

    /// The index, or the default when it is missing; the caller is the third argument.
    private static func index(
        _ scheme: Interpreter, _ arguments: Arguments, default fallback: Value
    ) throws(Signal) -> Value {
        guard let value = arguments.optional(0) else { return fallback }
        let caller = arguments.optional(2).flatMap { $0.isSymbol ? $0.symbolText : nil } ?? "index"
        guard value.isFixnum else { throw scheme.wrongType(value, nil, caller) }
        guard arguments[1].isFixnum else { throw scheme.wrongType(arguments[1], nil, caller) }
        guard value.fixnum >= 0 && value.fixnum <= arguments[1].fixnum else {
            throw scheme.badRange(value, nil, caller)
        }
        return value
    }
}
