/// Integers of two and four bytes inside bytevectors: `bytevector-u16be-ref` and kin, MIT 12.1.
enum BytevectorIntegerPrimitives {
    static let table: [Primitive] = [(2, "u16"), (4, "u32")].flatMap { width, type in
        [(true, "be"), (false, "le")].flatMap { isBigEndian, order in
            let name = "bytevector-\(type)\(order)"
            let what = "unsigned \(width)-byte integer, \(isBigEndian ? "big" : "little")-endian, at a byte index"
            return [
                Primitive(name + "-ref", 2, "The \(what). MIT 12.1") {
                    (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
                    try read(scheme, arguments, width, isBigEndian, name + "-ref")
                },
                Primitive(name + "-set!", 3, "Stores the \(what). MIT 12.1") {
                    (scheme: Interpreter, arguments: Arguments) throws(Signal) -> Value in
                    try write(scheme, arguments, width, isBigEndian, name + "-set!")
                },
            ]
        }
    }

    private static func index(
        _ scheme: Interpreter, _ arguments: Arguments, _ width: Int, _ procedure: String
    ) throws(Signal) -> Int {
        try BytevectorPrimitives.checkBytevector(scheme, arguments[0], nil, procedure)
        return try scheme.indexArgument(
            arguments, 1, below: arguments[0].byteCount - width + 1, operand: nil, procedure)
    }

    private static func read(
        _ scheme: Interpreter, _ arguments: Arguments, _ width: Int, _ isBigEndian: Bool, _ procedure: String
    ) throws(Signal) -> Value {
        let start = try index(scheme, arguments, width, procedure)
        var number = 0
        for step in 0..<width {
            number = number << 8 | Int(arguments[0].bytes[start + (isBigEndian ? step : width - 1 - step)])
        }
        return Value(fixnum: number)
    }

    private static func write(
        _ scheme: Interpreter, _ arguments: Arguments, _ width: Int, _ isBigEndian: Bool, _ procedure: String
    ) throws(Signal) -> Value {
        let start = try index(scheme, arguments, width, procedure)
        guard arguments[2].isFixnum else { throw scheme.wrongType(arguments[2], nil, procedure) }
        var number = arguments[2].fixnum
        guard number >= 0 && number >> (width * 8) == 0 else { throw scheme.badRange(arguments[2], nil, procedure) }
        for step in 0..<width {
            arguments[0].bytes[start + (isBigEndian ? width - 1 - step : step)] = UInt8(truncatingIfNeeded: number)
            number >>= 8
        }
        return .unspecific
    }
}
