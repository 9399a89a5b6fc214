/// How values hash. Immutable atoms hash by content; what has identity hashes by address, which a collection may change.
struct ValueHasher {
    /// What the hash depends on besides the contents.
    struct Dependence: OptionSet {
        let rawValue: Int
        /// The address of an object that the next collection moves.
        static let youngAddress = Dependence(rawValue: 1)
    }

    private let heap: Heap
    /// When false, identities hash by their type alone, and the hash holds for good.
    private let usesAddresses: Bool
    private(set) var dependence: Dependence = []

    init(_ heap: Heap, usesAddresses: Bool = true) {
        self.heap = heap
        self.usesAddresses = usesAddresses
    }

    /// Mixes a word well enough that its low 32 bits depend on all of it.
    @inline(__always) private static func mix(_ word: Int) -> Int {
        let product = UInt64(bitPattern: Int64(word)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: (product ^ product >> 32) & 0xFFFF_FFFF)
    }

    /// A hash for `eq?`, 32 bits. Numbers hash by content, since those that are `eq?` have the same.
    @inline(__always) mutating func eq(_ value: Value) -> Int {
        value.isPointer ? pointer(value) : ValueHasher.mix(value.bits)
    }

    /// A hash for `eqv?`, 32 bits.
    @inline(__always) mutating func eqv(_ value: Value) -> Int { eq(value) }

    private mutating func pointer(_ value: Value) -> Int {
        if value.isFlonum { return ValueHasher.mix(Int(truncatingIfNeeded: value.double.bitPattern)) }
        if value.isObject {
            switch value.type {
            case .symbol: return ValueHasher.mix(value[slot: 1].fixnum)
            case .bignum:
                var hash = value.header & Header.negative << 16
                for index in 0..<value.length { hash = ValueHasher.mix(hash ^ value.words[index + 1]) }
                return hash
            case .ratio, .complex:
                let first = pointerOrAtom(value[slot: 0])
                return ValueHasher.mix(first &* 31 &+ pointerOrAtom(value[slot: 1]))
            default: break
            }
        }
        return address(value)
    }

    private mutating func pointerOrAtom(_ value: Value) -> Int { eq(value) }

    private mutating func address(_ value: Value) -> Int {
        guard usesAddresses else {
            return ValueHasher.mix(value.isPair ? 1 : Int(Header.typeCode(value.header)) << 8)
        }
        if heap.registers.pointee.isYoung(value.bits) { dependence.insert(.youngAddress) }
        return ValueHasher.mix(value.bits)
    }

    /// A hash for `equal?`, 32 bits. It looks at no more than some dozens of parts.
    mutating func equal(_ value: Value) -> Int {
        var budget = 48
        return equal(value, &budget)
    }

    private mutating func equal(_ value: Value, _ budget: inout Int) -> Int {
        if !value.isPointer || value.isFlonum { return eq(value) }
        if value.isPair {
            var hash = 17
            var rest = value
            while rest.isPair && budget > 0 {
                budget -= 1
                hash = ValueHasher.mix(hash &* 31 &+ equal(rest.car, &budget))
                rest = rest.cdr
            }
            return rest.isPair ? hash : ValueHasher.mix(hash &* 31 &+ equal(rest, &budget))
        }
        switch value.type {
        case .string: return ValueHasher.string(value)
        case .characterSet: return ValueHasher.characterSet(value)
        case .bytevector:
            var hash: UInt32 = 0x811C_9DC5
            for byte in value.byteBuffer { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
            return Int(hash)
        case .vector, .cell, .weakPair:
            var hash = value.length
            for index in 0..<value.length where budget > 0 {
                budget -= 1
                hash = ValueHasher.mix(hash &* 31 &+ equal(value[slot: index], &budget))
            }
            return hash
        default: return eq(value)
        }
    }

    /// A hash of the members of a character set, 32 bits.
    static func characterSet(_ set: Value) -> Int {
        set.inversionList.boundaries.reduce(19) { mix($0 &* 31 &+ Int($1)) }
    }

    /// FNV-1a over the UTF-8 form, 32 bits: MIT's `string-hash`.
    static func string(_ string: Value) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        @inline(__always) func add(_ byte: UInt32) { hash = (hash ^ byte) &* 0x0100_0193 }
        for index in 0..<string.stringLength {
            let scalar = string.stringScalar(at: index)
            if scalar < 0x80 {
                add(scalar)
            } else if scalar < 0x800 {
                add(0xC0 | scalar >> 6)
                add(0x80 | scalar & 0x3F)
            } else if scalar < 0x10000 {
                add(0xE0 | scalar >> 12)
                add(0x80 | scalar >> 6 & 0x3F)
                add(0x80 | scalar & 0x3F)
            } else {
                add(0xF0 | scalar >> 18)
                add(0x80 | scalar >> 12 & 0x3F)
                add(0x80 | scalar >> 6 & 0x3F)
                add(0x80 | scalar & 0x3F)
            }
        }
        return Int(hash)
    }
}

/// The hash functions that programs call. Their results hold for good, so identities hash by type only.
enum HashPrimitives {
    static let table: [Primitive] = [
        Primitive("eq-hash", 1...2, "A hash for `eq?`, below the modulus if one is given. MIT 11.4", eqHash),
        Primitive("eqv-hash", 1...2, "A hash for `eqv?`, below the modulus if one is given. MIT 11.4", eqvHash),
        Primitive("equal-hash", 1...2, "A hash for `equal?`, below the modulus if one is given. MIT 11.4", equalHash),
        Primitive("hash", 1...2, "A hash for `equal?`, below the modulus if one is given. MIT 12.1", hash),
        Primitive("string-hash", 1...2, "A hash of a string's characters. MIT 11.4", stringHash),
        Primitive("eq-hash-mod", 2, "A hash for `eq?` below a modulus. MIT 11.4", eqHash),
        Primitive("eqv-hash-mod", 2, "A hash for `eqv?` below a modulus. MIT 11.4", eqvHash),
        Primitive("equal-hash-mod", 2, "A hash for `equal?` below a modulus. MIT 11.4", equalHash),
    ]

    private static func reduce(
        _ scheme: Interpreter, _ hash: Int, _ arguments: Arguments, _ procedure: String
    ) throws(Signal) -> Value {
        guard let modulus = arguments.optional(1) else { return Value(fixnum: hash) }
        guard modulus.isFixnum else { throw scheme.wrongType(modulus, nil, procedure) }
        guard modulus.fixnum > 0 else { throw scheme.badRange(modulus, nil, procedure) }
        return Value(fixnum: hash % modulus.fixnum)
    }

    static func eqHash(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        var hasher = ValueHasher(scheme.heap, usesAddresses: false)
        return try reduce(scheme, hasher.eq(arguments[0]), arguments, "eq-hash")
    }

    static func eqvHash(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        var hasher = ValueHasher(scheme.heap, usesAddresses: false)
        return try reduce(scheme, hasher.eqv(arguments[0]), arguments, "eqv-hash")
    }

    static func equalHash(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        var hasher = ValueHasher(scheme.heap, usesAddresses: false)
        return try reduce(scheme, hasher.equal(arguments[0]), arguments, "equal-hash")
    }

    static func hash(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        var hasher = ValueHasher(scheme.heap, usesAddresses: false)
        return try reduce(scheme, hasher.equal(arguments[0]), arguments, "hash")
    }

    static func stringHash(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isString else { throw scheme.wrongType(arguments[0], nil, "string-hash") }
        return try reduce(scheme, ValueHasher.string(arguments[0]), arguments, "string-hash")
    }
}
