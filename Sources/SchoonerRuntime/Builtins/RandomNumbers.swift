/// The pseudo-random generator xoshiro256**, seeded from the system.
package struct RandomState: RandomNumberGenerator {
    private var words: (UInt64, UInt64, UInt64, UInt64)

    package init() {
        var system = SystemRandomNumberGenerator()
        words = (system.next(), system.next(), system.next(), system.next() | 1)
    }

    /// A generator that gives the same numbers for the same seed.
    package init(seed: UInt64) {
        var state = seed
        func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
        words = (next(), next(), next(), next() | 1)
    }

    package mutating func next() -> UInt64 {
        func rotate(_ word: UInt64, _ count: UInt64) -> UInt64 { word << count | word >> (64 - count) }
        let result = rotate(words.1 &* 5, 7) &* 9
        let shifted = words.1 << 17
        words.2 ^= words.0
        words.3 ^= words.1
        words.1 ^= words.2
        words.0 ^= words.3
        words.2 ^= shifted
        words.3 = rotate(words.3, 45)
        return result
    }
}

/// Random numbers: MIT reference manual 4.8.
enum RandomPrimitives {
    static let table: [Primitive] = [
        Primitive("random", 1...2, "A random number from 0 up to, but without, the modulus. MIT 4.8", random),
        Primitive("random-bytevector", 1, "So many random bytes. MIT 12.1", randomBytes),
    ]

    static func random(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let modulus = arguments[0]
        if let state = arguments.optional(1), state.isType(.record) {
            throw .call(scheme.libraryProcedure("%random-from"), [modulus, state])
        }
        if modulus.isFlonum {
            guard modulus.double > 0 && modulus.double.isFinite else {
                throw scheme.badRange(modulus, nil, "random")
            }
            return scheme.heap.flonum(unitInterval(scheme) * modulus.double)
        }
        return try randomInteger(scheme, arguments)
    }

    private static func randomInteger(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let modulus = arguments[0]
        if modulus.isFixnum {
            guard modulus.fixnum > 0 else { throw scheme.badRange(modulus, nil, "random") }
            return Value(fixnum: Int.random(in: 0..<modulus.fixnum, using: &scheme.random))
        }
        if modulus.isType(.ratio) { throw scheme.badRange(modulus, nil, "random") }
        guard modulus.isBignum else { throw scheme.notA(modulus, "a real number", "random") }
        guard modulus.flags & Header.negative == 0 else { throw scheme.badRange(modulus, nil, "random") }
        return randomBignum(scheme, below: modulus)
    }

    private static func unitInterval(_ scheme: Interpreter) -> Double {
        Double(scheme.random.next() >> 11) * 0x1p-53
    }

    /// Draws as many bits as the modulus has, until they make a smaller number.
    private static func randomBignum(_ scheme: Interpreter, below modulus: Value) -> Value {
        let count = modulus.length
        let top = UInt64(bitPattern: Int64(modulus.words[count]))
        let mask = top == 0 ? 0 : UInt64.max >> UInt64(top.leadingZeroBitCount)
        var limbs = [UInt64](repeating: 0, count: count)
        while true {
            for index in 0..<count { limbs[index] = scheme.random.next() }
            limbs[count - 1] &= mask
            for index in stride(from: count - 1, through: 0, by: -1) {
                let bound = UInt64(bitPattern: Int64(modulus.words[index + 1]))
                if limbs[index] < bound { return integer(scheme, limbs) }
                if limbs[index] > bound { break }
            }
        }
    }

    private static func integer(_ scheme: Interpreter, _ limbs: [UInt64]) -> Value {
        var count = limbs.count
        while count > 0 && limbs[count - 1] == 0 { count -= 1 }
        if count == 0 { return .zero }
        if count == 1 && limbs[0] <= UInt64(Value.mostPositiveFixnum) { return Value(fixnum: Int(limbs[0])) }
        let place = scheme.heap.allocateObject(.bignum, payload: count)
        for index in 0..<count { place[index + 1] = Int(bitPattern: UInt(limbs[index])) }
        return Value(address: Int(bitPattern: place), tag: Tag.object)
    }

    static func randomBytes(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let count = try scheme.countArgument(arguments, 0, "random-bytevector")
        guard count < 1 << 38 else { throw .needsMemory(count / 8) }
        try scheme.ensureRoom(forWords: count / 8 + 3)
        let result = scheme.heap.bytevector(count: count)
        for index in 0..<count { result.bytes[index] = UInt8(truncatingIfNeeded: scheme.random.next()) }
        return result
    }
}
