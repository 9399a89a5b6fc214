import SchoonerNumbers

/// Numbers and their text: R7RS 6.2.7.
enum NumberTextPrimitives {
    static let table: [Primitive] = [
        Primitive("number->string", 1...2, "The number's text in a radix from 2 to 36. R7RS 6.2.7", numberToString),
        Primitive("string->number", 1...2, "The number that the text is, or #f. R7RS 6.2.7", stringToNumber),
    ]

    static func numberToString(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isNumber else { throw scheme.wrongType(arguments[0], nil, "number->string") }
        let radix = try radix(scheme, arguments.optional(1), "number->string")
        if radix == 10, let cutoff = scheme.flonumCutoff, arguments[0].isFlonum || arguments[0].isType(.complex),
            let number = arguments[0].parsedNumber
        {
            var text: [UInt8] = []
            NumberText.append(number, cutoff, to: &text)
            return text.withUnsafeBufferPointer { scheme.heap.string(latin1: $0) }
        }
        let text = try scheme.checkedNumberText(arguments[0], radix)
        return text.withUnsafeBufferPointer { scheme.heap.string(latin1: $0) }
    }

    static func stringToNumber(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let text = arguments[0]
        guard text.isString else { throw scheme.wrongType(text, nil, "string->number") }
        let radix = try radix(scheme, arguments.supplied(1), "string->number")
        let scalars = (0..<text.stringLength).map { text.stringScalar(at: $0) }
        switch NumberReading.parse(scalars, radix: radix, heap: scheme.heap) {
        case .number(let number): return number
        // R7RS: no error is ever signalled for what the string says. MIT 12.1 signals one for "1/0".
        case .notANumber, .divisionByZero, .tooLarge: return .false
        }
    }

    private static func radix(_ scheme: Interpreter, _ value: Value?, _ procedure: String) throws(Signal) -> Int {
        guard let value else { return 10 }
        guard value.isFixnum, (2...36).contains(value.fixnum) else { throw scheme.badRange(value, nil, procedure) }
        return value.fixnum
    }
}
