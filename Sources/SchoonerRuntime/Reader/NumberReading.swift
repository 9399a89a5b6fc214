import SchoonerNumbers

/// From the text of a number to a value.
package enum NumberReading {
    package enum Outcome {
        case number(Value)
        case notANumber
        case divisionByZero
        case tooLarge
    }

    /// What the characters write, prefixes (`#x`, `#e`) included.
    package static func parse(_ text: [UInt32], radix: Int = 10, heap: Heap) -> Outcome {
        if radix == 10, let fixnum = smallInteger(text) { return .number(fixnum) }
        var ascii: [UInt8] = []
        ascii.reserveCapacity(text.count)
        for scalar in text {
            guard scalar < 0x80 else { return .notANumber }
            ascii.append(UInt8(scalar))
        }
        switch ascii.withUnsafeBufferPointer({ NumberSyntax.outcome(of: $0, radix: radix) }) {
        case .number(let number): return .number(heap.number(number))
        case .notANumber: return .notANumber
        case .divisionByZero: return .divisionByZero
        case .tooLarge: return .tooLarge
        }
    }

    /// Whether an atom that begins so may be a number: the quick test that keeps most symbols away from the number parser.
    package static func mayBegin(_ first: UInt32, _ second: UInt32?) -> Bool {
        if LexicalClass.isDigit(first) { return true }
        return (first == 0x2B || first == 0x2D || first == 0x2E) && second != nil
    }

    /// A plain decimal integer of up to eighteen digits.
    private static func smallInteger(_ text: [UInt32]) -> Value? {
        let start = text.first == 0x2D || text.first == 0x2B ? 1 : 0
        guard text.count > start, text.count - start <= 18 else { return nil }
        var magnitude = 0
        for index in start..<text.count {
            guard LexicalClass.isDigit(text[index]) else { return nil }
            magnitude = magnitude * 10 + Int(text[index] - 0x30)
        }
        return Value(fixnum: text[0] == 0x2D ? -magnitude : magnitude)
    }
}
