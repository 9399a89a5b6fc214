/// Arithmetic modulo a prime below 2^62, without divisions (P. L. Montgomery, "Modular Multiplication Without Trial
/// Division", 1985). A residue in *Montgomery's form* is the residue times 2^64.
struct ModularField {
    let prime: UInt
    /// A number whose power 2^`rootOrder` is the first to be 1, in Montgomery's form.
    let root: UInt
    /// 2^64 and 2^128.
    let one: UInt
    let square: UInt
    /// `prime` times this is 1 in a machine word.
    private let inverse: UInt

    /// The binary logarithm of the order of `root`.
    static let rootOrder = 40

    /// - Parameter root: of order 2^`rootOrder`, as a plain residue.
    init(prime: UInt, root: UInt) {
        self.prime = prime
        // Newton's iteration doubles the correct bits, of which an odd number has three.
        var inverse = prime
        for _ in 0..<5 { inverse = inverse &* (2 &- prime &* inverse) }
        self.inverse = inverse
        one = prime.dividingFullWidth((1, 0)).remainder
        square = prime.dividingFullWidth((one, 0)).remainder
        self.root = prime.dividingFullWidth((root, 0)).remainder
    }

    /// The product divided by 2^64, not fully reduced: above 0 and below 2 `prime`. The second factor is below `prime`,
    /// the first any word.
    @inline(__always)
    func lazyProduct(_ left: UInt, _ right: UInt) -> UInt {
        let product = left.multipliedFullWidth(by: right)
        let multiple = (product.low &* inverse).multipliedFullWidth(by: prime)
        return product.high &- multiple.high &+ prime
    }

    /// The product divided by 2^64, below `prime`.
    @inline(__always)
    func product(_ left: UInt, _ right: UInt) -> UInt { reduced(lazyProduct(left, right)) }

    /// A number below 2 `prime`, reduced.
    @inline(__always)
    func reduced(_ value: UInt) -> UInt { value >= prime ? value &- prime : value }

    /// The difference of two residues.
    @inline(__always)
    func difference(_ left: UInt, _ right: UInt) -> UInt {
        left >= right ? left &- right : left &- right &+ prime
    }

    /// A power of a number in Montgomery's form.
    func power(_ base: UInt, _ exponent: UInt) -> UInt {
        var (result, square, rest) = (one, base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result = product(result, square) }
            square = product(square, square)
            rest >>= 1
        }
        return result
    }

    /// The reciprocal of a plain residue, in Montgomery's form.
    func reciprocal(_ value: UInt) -> UInt { power(product(value % prime, square), prime - 2) }

    /// Three primes whose product is above 2^185. In each there are roots of unity of order 2^`rootOrder`.
    static func three() -> (ModularField, ModularField, ModularField) {
        (
            ModularField(prime: 0x3FFF_8400_0000_0001, root: 1_291_242_423_054_889_089),
            ModularField(prime: 0x3FFF_BE00_0000_0001, root: 291_604_889_638_457_747),
            ModularField(prime: 0x3FFF_C000_0000_0001, root: 611_971_507_056_309_289)
        )
    }
}
