/// The tables of numbers, in one list for the boot.
package enum NumberPrimitives {
    package static let table: [Primitive] =
        NumberArithmeticPrimitives.table + NumberComparisonPrimitives.table + NumberPredicatePrimitives.table
        + NumberDivisionPrimitives.table + NumberRoundingPrimitives.table + NumberFunctionPrimitives.table
        + NumberTextPrimitives.table + NumberBitPrimitives.table + FixnumPrimitives.table + IntegerPrimitives.table
        + FlonumPrimitives.table + FlonumFunctionPrimitives.table
}

extension Primitive {
    /// A procedure of one argument.
    static func unary(
        _ name: String, _ documentation: String,
        _ body: @escaping @Sendable (Interpreter, Value) throws(Signal) -> Value
    ) -> Primitive {
        Primitive(name, 1, documentation) { (scheme, arguments) throws(Signal) -> Value in
            try body(scheme, arguments[0])
        }
    }

    /// A procedure of two arguments.
    static func binary(
        _ name: String, _ documentation: String,
        _ body: @escaping @Sendable (Interpreter, Value, Value) throws(Signal) -> Value
    ) -> Primitive {
        Primitive(name, 2, documentation) { (scheme, arguments) throws(Signal) -> Value in
            try body(scheme, arguments[0], arguments[1])
        }
    }

    /// A predicate of one argument, which cannot fail.
    static func test(
        _ name: String, _ documentation: String, _ body: @escaping @Sendable (Value) -> Bool
    ) -> Primitive {
        Primitive(name, 1, documentation) { (_, arguments) throws(Signal) -> Value in Value(body(arguments[0])) }
    }

    /// An associative operation on any number of arguments.
    /// - Parameters:
    ///   - identity: the value without arguments.
    ///   - check: what a single argument must pass.
    ///   - alone: what a single argument gives.
    static func fold(
        _ name: String, _ documentation: String, _ identity: Value,
        check: @escaping @Sendable (Interpreter, Value) throws(Signal) -> Void,
        alone: @escaping @Sendable (Interpreter, Value) throws(Signal) -> Value = { _, value in value },
        _ body: @escaping @Sendable (Interpreter, Value, Value) throws(Signal) -> Value
    ) -> Primitive {
        Primitive(name, 0..., documentation) { (scheme, arguments) throws(Signal) -> Value in
            guard arguments.count > 1 else {
                if arguments.count == 0 { return identity }
                try check(scheme, arguments[0])
                return try alone(scheme, arguments[0])
            }
            var result = arguments[0]
            for index in 1..<arguments.count { result = try body(scheme, result, arguments[index]) }
            return result
        }
    }
}
