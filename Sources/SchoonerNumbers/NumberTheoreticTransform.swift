/// The Fourier transform of words modulo a prime, in place.
///
/// A polynomial modulo x^n - c is halved into remainders modulo x^(n/2) - r and x^(n/2) + r, where r² is c, until single
/// values are left. The halves form a binary tree; node k of a level has the r at place k of one table for all levels,
/// the powers of the root of unity in bit-reversed order. Node 0 stands for x^n - 1, node 2 for x^n - i.
///
/// Values are kept below 4 times the prime on the way down and below 2 times on the way up (D. Harvey, "Faster
/// arithmetic for number-theoretic transforms", 2014).
struct NumberTheoreticTransform {
    let field: ModularField
    private let roots: LimbKernel.Target
    private let reciprocals: LimbKernel.Target

    /// - Parameter tables: room for `2 * tableCount` words, which outlive the transform; `tableCount` is a power of two
    ///   and at least the greatest node number times the number of halves below it.
    init(_ field: ModularField, tables: LimbKernel.Target, tableCount: Int) {
        self.field = field
        roots = tables
        reciprocals = tables + tableCount
        roots[0] = field.one
        reciprocals[0] = field.one
        // Roots of order 2, 4, 8, …, found from the greatest down, and their reciprocals.
        let count = tableCount.trailingZeroBitCount + 1
        var powers = [(UInt, UInt)](repeating: (0, 0), count: count)
        var root = field.power(field.root, 1 << UInt(ModularField.rootOrder - count))
        var reciprocal = field.power(root, (1 << UInt(count)) - 1)
        for index in powers.indices.reversed() {
            powers[index] = (root, reciprocal)
            (root, reciprocal) = (field.product(root, root), field.product(reciprocal, reciprocal))
        }
        var filled = 1
        for (root, reciprocal) in powers.dropFirst() {
            for index in 0..<filled {
                roots[filled + index] = field.product(roots[index], root)
                reciprocals[filled + index] = field.product(reciprocals[index], reciprocal)
            }
            filled *= 2
        }
    }

    /// The square root of -1, in Montgomery's form.
    var imaginaryUnit: UInt { roots[1] }

    /// The values of a polynomial of `length` coefficients below 2 times the prime.
    func forward(_ words: LimbKernel.Target, _ length: Int, node: Int) {
        let field = field
        let double = 2 &* field.prime
        var (blocks, half) = (1, length / 2)
        while half > 0 {
            for block in 0..<blocks {
                let root = roots[node &* blocks &+ block]
                let low = words + block &* 2 &* half
                let high = low + half
                for index in 0..<half {
                    let first = low[index] >= double ? low[index] &- double : low[index]
                    let second = field.lazyProduct(high[index], root)
                    low[index] = first &+ second
                    high[index] = first &- second &+ double
                }
            }
            (blocks, half) = (blocks &* 2, half / 2)
        }
    }

    /// The coefficients times `length` from values below 2 times the prime.
    func backward(_ words: LimbKernel.Target, _ length: Int, node: Int) {
        let field = field
        let double = 2 &* field.prime
        var (blocks, half) = (length / 2, 1)
        while blocks > 0 {
            for block in 0..<blocks {
                let root = reciprocals[node &* blocks &+ block]
                let low = words + block &* 2 &* half
                let high = low + half
                for index in 0..<half {
                    let (first, second) = (low[index], high[index])
                    let sum = first &+ second
                    low[index] = sum >= double ? sum &- double : sum
                    high[index] = field.lazyProduct(first &- second &+ double, root)
                }
            }
            (blocks, half) = (blocks / 2, half &* 2)
        }
    }
}
