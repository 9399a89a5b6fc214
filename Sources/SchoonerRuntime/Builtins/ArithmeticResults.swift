import SchoonerNumbers

// From results of SchoonerNumbers to values, and the limits that keep one operation from taking the machine for good.

extension Interpreter {
    /// The value of an exact integer, once the heap has room for it.
    func integer(_ integer: BigInteger) throws(Signal) -> Value {
        let words = integer.limbs.count + 1
        if words > 4096 { try ensureRoom(forWords: words) }
        return heap.integer(integer)
    }

    /// The value of an exact rational, once the heap has room for it.
    func rational(_ rational: Rational) throws(Signal) -> Value {
        if rational.isInteger { return try integer(rational.numerator) }
        return heap.object(.ratio, try integer(rational.numerator), try integer(rational.denominator))
    }

    /// The complex number with these real parts; a real one when the imaginary part is an exact zero.
    func rectangular(_ real: Value, _ imaginary: Value) -> Value {
        imaginary == .zero ? real : heap.object(.complex, real, imaginary)
    }

    /// The complex number with inexact parts.
    func rectangular(_ number: ComplexDouble) -> Value {
        heap.object(.complex, heap.flonum(number.real), heap.flonum(number.imaginary))
    }

    /// Refuses products that would take minutes: they count as out of memory.
    func checkProductWork(_ left: Int, _ right: Int) throws(Signal) {
        let work = Double(max(left, right)) * Double(min(left, right)).squareRoot()
        if work > 0x1p31 { throw .abort(.outOfMemory) }
    }

    /// Refuses divisions, reductions and conversions of text, whose work grows with the product of the sizes.
    func checkQuadraticWork(_ left: Int, _ right: Int) throws(Signal) {
        if Double(left) * Double(right) > 0x1p36 { throw .abort(.outOfMemory) }
    }

    func checkRatioWork(_ left: Value, _ right: Value) throws(Signal) {
        let size = left.limbCount + right.limbCount
        try checkQuadraticWork(size, size)
    }
}

extension Heap {
    /// The value of a machine integer.
    @inline(__always) func integer(_ value: Int) -> Value {
        if Value.fitsFixnum(value) { return Value(fixnum: value) }
        return bignum(isNegative: value < 0, low: value.magnitude, high: 0)
    }

    /// The product of two fixnums.
    @inline(__always) func product(_ left: Int, _ right: Int) -> Value {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        if _fastPath(!overflow && Value.fitsFixnum(product)) { return Value(fixnum: product) }
        let words = left.magnitude.multipliedFullWidth(by: right.magnitude)
        return bignum(isNegative: (left < 0) != (right < 0), low: words.low, high: words.high)
    }

    /// A bignum of one or two limbs; the number is too large for a fixnum.
    @inline(never) private func bignum(isNegative: Bool, low: UInt, high: UInt) -> Value {
        let place = allocateObject(.bignum, payload: high == 0 ? 1 : 2, flags: isNegative ? Header.negative : 0)
        place[1] = Int(bitPattern: low)
        if high != 0 { place[2] = Int(bitPattern: high) }
        return Value(address: Int(bitPattern: place), tag: Tag.object)
    }
}
