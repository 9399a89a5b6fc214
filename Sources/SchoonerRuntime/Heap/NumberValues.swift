import SchoonerNumbers

// Numbers beyond fixnums between the heap and SchoonerNumbers.

extension Heap {
    /// The value of an exact integer: a fixnum where it is small enough.
    package func integer(_ integer: BigInteger) -> Value {
        if let small = integer.asFixnum { return Value(fixnum: small) }
        let place = allocateObject(
            .bignum, payload: integer.limbs.count, flags: integer.isNegative ? Header.negative : 0)
        for (index, limb) in integer.limbs.enumerated() { place[index + 1] = Int(bitPattern: limb) }
        return Value(address: Int(bitPattern: place), tag: Tag.object)
    }

    /// The value of a number in its smallest kind.
    package func number(_ number: ParsedNumber) -> Value {
        switch number {
        case .fixnum(let value): Value(fixnum: value)
        case .big(let value): integer(value)
        case .ratio(let numerator, let denominator): object(.ratio, integer(numerator), integer(denominator))
        case .flonum(let value): flonum(value)
        case .rectangular(let real, let imaginary): object(.complex, self.number(real), self.number(imaginary))
        }
    }
}

extension Value {
    /// The exact integer that a fixnum or bignum is.
    package var bigInteger: BigInteger {
        if isFixnum { return BigInteger(fixnum) }
        let limbs = UnsafeRawPointer(words + 1).assumingMemoryBound(to: UInt.self)
        return BigInteger(
            isNegative: flags & Header.negative != 0, limbs: UnsafeBufferPointer(start: limbs, count: length))
    }

    /// The number as SchoonerNumbers takes it; nil for anything else.
    package var parsedNumber: ParsedNumber? {
        if isFixnum { return .fixnum(fixnum) }
        if isFlonum { return .flonum(double) }
        switch type {
        case .bignum: return .big(bigInteger)
        case .ratio: return .ratio(self[slot: 0].bigInteger, self[slot: 1].bigInteger)
        case .complex:
            guard let real = self[slot: 0].parsedNumber, let imaginary = self[slot: 1].parsedNumber else { return nil }
            return .rectangular(real: real, imaginary: imaginary)
        default: return nil
        }
    }
}
