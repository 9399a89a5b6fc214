/// Multiplication of long runs of words by number-theoretic transforms: the words are coefficients of polynomials, which
/// are multiplied modulo three primes; a coefficient of the product is put together from its three remainders.
extension LimbKernel {
    /// Stores the product, `leftCount + rightCount` words, apart from the operands.
    static func multiplyByTransform(
        _ left: Source, _ leftCount: Int, _ right: Source, _ rightCount: Int, into result: Target
    ) {
        let size = TransformSize(atLeast: leftCount + rightCount)
        let (length, tableCount) = (size.length, size.main)
        let buffer = Target.allocate(capacity: 4 * length + 2 * tableCount)
        defer { buffer.deallocate() }
        let (first, second, third) = (buffer, buffer + length, buffer + 2 * length)
        let (other, tables) = (buffer + 3 * length, buffer + 4 * length)
        let fields = ModularField.three()
        for (field, residues) in [(fields.0, first), (fields.1, second), (fields.2, third)] {
            let transform = NumberTheoreticTransform(field, tables: tables, tableCount: tableCount)
            size.load(left, leftCount, into: residues, transform)
            if left == right && leftCount == rightCount {
                for index in 0..<length {
                    residues[index] = field.lazyProduct(residues[index], reduced(residues[index], field))
                }
            } else {
                size.load(right, rightCount, into: other, transform)
                for index in 0..<length {
                    residues[index] = field.lazyProduct(residues[index], reduced(other[index], field))
                }
            }
            size.unload(residues, transform)
        }
        combine(fields, first, second, third, leftCount + rightCount, into: result)
    }

    /// A number below 4 times the prime, reduced.
    @inline(__always)
    private static func reduced(_ value: UInt, _ field: ModularField) -> UInt {
        let double = 2 &* field.prime
        return field.reduced(value >= double ? value &- double : value)
    }

    /// Stores the sum of all coefficients times 2^(64 × index), each given by its remainders (Garner's algorithm).
    private static func combine(
        _ fields: (ModularField, ModularField, ModularField), _ first: Source, _ second: Source, _ third: Source,
        _ count: Int, into result: Target
    ) {
        let (p, q, r) = fields
        let pInQ = q.reciprocal(p.prime)
        let pInR = r.reciprocal(p.prime)
        let qInR = r.reciprocal(q.prime)
        let pq = p.prime.multipliedFullWidth(by: q.prime)
        var (low, high): (UInt, UInt) = (0, 0)
        for index in 0..<count {
            // first + p × k + p q × l, where k < q and l < r.
            let remainder = first[index]
            let k = q.product(q.difference(second[index], remainder), pInQ)
            let l = r.product(r.difference(r.product(r.difference(third[index], remainder), pInR), k), qInR)
            let pk = UInt128(truncatingIfNeeded: p.prime) &* UInt128(truncatingIfNeeded: k)
            let lower = UInt128(truncatingIfNeeded: pq.low) &* UInt128(truncatingIfNeeded: l)
            let upper = UInt128(truncatingIfNeeded: pq.high) &* UInt128(truncatingIfNeeded: l)
            let (small, over) = (pk &+ UInt128(truncatingIfNeeded: remainder)).addingReportingOverflow(lower)
            let carried = UInt128(truncatingIfNeeded: high) &<< 64 | UInt128(truncatingIfNeeded: low)
            let (sum, overAgain) = small.addingReportingOverflow(carried)
            result[index] = UInt(truncatingIfNeeded: sum)
            // What is left, from the second word up.
            let rest =
                upper &+ (sum &>> 64)
                &+ (UInt128((over ? 1 : 0) as UInt8 &+ (overAgain ? 1 : 0)) &<< 64)
            low = UInt(truncatingIfNeeded: rest)
            high = UInt(truncatingIfNeeded: rest &>> 64)
        }
    }
}

/// The number of coefficients of a product: 2^k, or 2^k and half as much. Modulo x^(2T) - 1 the product is computed for
/// the one; for the other also modulo x^T - i.
private struct TransformSize {
    let main: Int
    let tail: Int

    var length: Int { main + tail }

    init(atLeast count: Int) {
        var power = 4
        while power * 3 / 2 < count { power *= 2 }
        main = power
        tail = power >= count ? 0 : power / 2
    }

    /// Stores the values of a polynomial at all places.
    func load(
        _ words: LimbKernel.Source, _ count: Int, into residues: LimbKernel.Target,
        _ transform: NumberTheoreticTransform
    ) {
        let field = transform.field
        let double = 2 * field.prime
        @inline(__always) func word(_ index: Int) -> UInt {
            guard index < count else { return 0 }
            // A word is below 4 times the prime and a little more.
            let value = words[index] >= double ? words[index] &- double : words[index]
            return field.reduced(value >= double ? value &- double : value)
        }
        for index in 0..<main {
            residues[index] = index + main < count ? word(index) &+ word(index + main) : word(index)
        }
        transform.forward(residues, main, node: 0)
        guard tail > 0 else { return }
        let unit = transform.imaginaryUnit
        let place = residues + main
        for index in 0..<tail {
            let sum = word(index) &+ field.product(word(index + tail), unit)
            let rest = field.reduced(sum)
            place[index] = field.difference(rest, word(index + 2 * tail))
        }
        transform.forward(place, tail, node: 2)
    }

    /// Turns values, each divided by 2^64, into coefficients below the prime.
    func unload(_ residues: LimbKernel.Target, _ transform: NumberTheoreticTransform) {
        let field = transform.field
        finish(residues, main, node: 0, transform)
        guard tail > 0 else { return }
        let place = residues + main
        finish(place, tail, node: 2, transform)
        // The product is A + (x^(2T) - 1) Q, where A is known and modulo x^T - i the whole is B = A' - 2 Q.
        let half = field.reciprocal(2)
        let unit = transform.imaginaryUnit
        for index in 0..<tail {
            let folded = field.reduced(residues[index] &+ field.product(residues[index + tail], unit))
            let quotient = field.product(field.difference(folded, place[index]), half)
            residues[index] = field.difference(residues[index], quotient)
            place[index] = quotient
        }
    }

    private func finish(_ words: LimbKernel.Target, _ count: Int, node: Int, _ transform: NumberTheoreticTransform) {
        let field = transform.field
        transform.backward(words, count, node: node)
        // Divides by the length and undoes the division by 2^64 that the products of values brought.
        let scale = field.product(field.reciprocal(UInt(count)), field.square)
        for index in 0..<count { words[index] = field.product(words[index], scale) }
    }
}
