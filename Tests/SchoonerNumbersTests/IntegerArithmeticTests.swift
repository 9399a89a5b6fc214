import BigInt
import SchoonerNumbers
import Testing

@Suite struct IntegerArithmeticTests {
    @Test(arguments: [1, 2, 3, 8, 60, 200]) func agreesWithAnotherLibrary(words: Int) {
        var generator = SeededGenerator(seed: UInt64(words))
        for _ in 0..<(words > 50 ? 30 : 600) {
            let (a, b) = (generator.integer(words: words), generator.integer(words: words))
            #expect((a + b).reference == a.reference + b.reference)
            #expect((a - b).reference == a.reference - b.reference)
            #expect((a * b).reference == a.reference * b.reference)
            #expect((a < b) == (a.reference < b.reference))
            let short = generator.nonzero(words: max(1, words / 2))
            for divisor in [b, short] where !divisor.isZero {
                let (quotient, remainder) = a.truncatingDivision(by: divisor)
                let expected = a.reference.quotientAndRemainder(dividingBy: divisor.reference)
                #expect(quotient.reference == expected.quotient && remainder.reference == expected.remainder)
                #expect(quotient * divisor + remainder == a)
                let floor = a.flooringDivision(by: divisor)
                #expect(floor.quotient * divisor + floor.remainder == a)
                #expect(floor.remainder.isZero || floor.remainder.isNegative == divisor.isNegative)
                #expect(floor.remainder.magnitude < divisor.magnitude)
            }
        }
    }

    @Test(arguments: [1, 2, 3, 8]) func bitwiseOperationsAreThoseOfTheBits(words: Int) {
        var generator = SeededGenerator(seed: 16 + UInt64(words))
        for _ in 0..<300 {
            let (a, b) = (generator.integer(words: words), generator.integer(words: words))
            for _ in 0..<10 {
                let index = Int.random(in: 0...(64 * words + 3), using: &generator)
                #expect(a.bit(at: index) == a.shifted(by: -index)!.isOdd)
                #expect((a & b).bit(at: index) == (a.bit(at: index) && b.bit(at: index)))
                #expect((a | b).bit(at: index) == (a.bit(at: index) || b.bit(at: index)))
                #expect((a ^ b).bit(at: index) == (a.bit(at: index) != b.bit(at: index)))
                #expect((~a).bit(at: index) != a.bit(at: index))
            }
            #expect((a & b) + (a | b) == a + b && (a | b) - (a & b) == a ^ b)
        }
    }

    @Test func shiftsMultiplyAndDivide() {
        var generator = SeededGenerator(seed: 17)
        for _ in 0..<600 {
            let value = generator.integer(words: 4)
            let count = Int.random(in: 0...300, using: &generator)
            let power = BigInteger(BigInt(2).power(count))
            #expect(value.shifted(by: count) == value * power)
            #expect(value.shifted(by: -count) == value.floorQuotient(by: power))
        }
    }

    /// Division whose quotient digits are guessed wrong at first: dividends just below multiples.
    @Test func divisionCorrectsItsGuesses() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<3_000 {
            let divisor = generator.nonzero(words: 4)
            let quotient = generator.integer(words: 4)
            let product = quotient * divisor
            for offset in [-1, 0, 1] {
                let dividend = product + BigInteger(offset)
                let result = dividend.truncatingDivision(by: divisor)
                #expect(result.quotient * divisor + result.remainder == dividend)
                #expect(result.remainder.magnitude < divisor.magnitude)
                #expect(result.remainder.isZero || result.remainder.isNegative == dividend.isNegative)
            }
        }
    }

    @Test func karatsubaAgreesWithDistribution() {
        var generator = SeededGenerator(seed: 12)
        for words in [39, 40, 41, 79, 80, 81, 127, 333] {
            for _ in 0..<4 {
                let a = BigInteger(isNegative: false, normalizing: (0..<words).map { _ in generator.next() })
                let ones = BigInteger(isNegative: false, normalizing: [UInt](repeating: .max, count: words))
                let c = generator.integer(words: 3 * words)
                #expect((a + ones) * c == a * c + ones * c)
                #expect((ones * ones + ones).reference == ones.reference * ones.reference + ones.reference)
                #expect((a * c).reference == a.reference * c.reference)
            }
        }
    }

    @Test(arguments: [1, 2, 3, 10, 40]) func greatestCommonDivisor(words: Int) {
        var generator = SeededGenerator(seed: 13 + UInt64(words))
        for _ in 0..<(words > 5 ? 40 : 300) {
            let (a, b) = (generator.integer(words: words), generator.integer(words: words))
            let factor = generator.nonzero(words: words)
            for (x, y) in [(a, b), (a * factor, b * factor)] {
                #expect(
                    BigInteger.gcd(x, y).reference
                        == x.reference.greatestCommonDivisor(with: y.reference).magnitude.signedReference)
            }
            if !a.isZero, !b.isZero { #expect(BigInteger.lcm(a, b) * BigInteger.gcd(a, b) == (a * b).magnitude) }
        }
        #expect(BigInteger.gcd(0, 0) == 0 && BigInteger.lcm(0, 5) == 0)
        #expect(BigInteger.gcd(12, -18) == 6 && BigInteger.lcm(4, -6) == 12)
    }

    @Test func squareRoots() {
        var generator = SeededGenerator(seed: 14)
        for words in [1, 2, 3, 5, 20, 60] {
            for _ in 0..<100 {
                let value = generator.integer(words: words).magnitude
                for number in [value, value * value, value * value + value * 2, value * value + value * 2 + .one] {
                    guard let (root, rest) = number.squareRoot() else { continue }
                    #expect(root * root + rest == number)
                    #expect(!rest.isNegative && rest <= root * 2)
                }
            }
        }
        #expect(BigInteger(-1).squareRoot() == nil)
        let large = BigInteger(10).power(40)! + 5
        #expect(large.squareRoot()!.root == BigInteger(10).power(20)! && large.squareRoot()!.rest == 5)
    }

    @Test func powers() {
        var generator = SeededGenerator(seed: 15)
        for _ in 0..<200 {
            let base = generator.integer(words: 2)
            let exponent = Int.random(in: 0...20, using: &generator)
            #expect(base.power(exponent)?.reference == base.reference.power(exponent))
            let modulus = generator.nonzero(words: 3)
            let large = generator.integer(words: 2).magnitude
            let result = base.power(large, modulo: modulus)
            #expect(result == result.modulo(modulus))
            #expect(base.power(BigInteger(exponent), modulo: modulus) == base.power(exponent)!.modulo(modulus))
            #expect(base.power(large + .one, modulo: modulus) == (result * base).modulo(modulus))
        }
        #expect(BigInteger(2).power(100) == BigInteger(decimal: "1267650600228229401496703205376"))
        #expect(BigInteger(0).power(0) == 1 && BigInteger(0).power(3) == 0)
        #expect(BigInteger(-1).power(.max) == -1 && BigInteger(1).power(.max) == 1)
        #expect(BigInteger(3).power(.max) == nil && BigInteger(10).power(100, bitLimit: 100) == nil)
    }

    /// Answers of MIT 12.1: dividend, divisor, quotient, remainder, modulo, floor quotient.
    @Test(arguments: [
        (-7, 2, -3, -1, 1, -4), (7, -2, -3, 1, -1, -4), (-7, -2, 3, -1, -1, 3), (7, 2, 3, 1, 1, 3),
        (6, -3, -2, 0, 0, -2),
    ])
    func signRules(a: Int, b: Int, quotient: Int, remainder: Int, modulo: Int, floor: Int) {
        let shift = BigInteger(2).power(80)!
        let (x, y) = (BigInteger(a), BigInteger(b))
        #expect(x.quotient(by: y) == BigInteger(quotient) && x.remainder(by: y) == BigInteger(remainder))
        #expect(x.modulo(y) == BigInteger(modulo) && x.floorQuotient(by: y) == BigInteger(floor))
        #expect((x * shift).modulo(y * shift) == BigInteger(modulo) * shift)
        #expect((x * shift).floorQuotient(by: y * shift) == BigInteger(floor))
    }

    /// Answers of MIT 12.1, with `bit-count` by the rule that the bits differing from the sign count.
    @Test func bits() {
        let power = BigInteger(2).power(70)!
        #expect((BigInteger(-5) & power) == power)
        #expect(~power == BigInteger(decimal: "-1180591620717411303425"))
        #expect(BigInteger(-5).shifted(by: -1) == -3 && BigInteger(-5).shifted(by: 2) == -20)
        #expect((-power).shifted(by: -69) == -2 && (-power - 1).shifted(by: -69) == -3)
        #expect(BigInteger(-1).shifted(by: -1000) == -1 && BigInteger(-1).shifted(by: .min) == -1)
        #expect(BigInteger(1).shifted(by: .max) == nil && BigInteger(0).shifted(by: .max) == 0)
        #expect(BigInteger(-5).bitCount == 1 && BigInteger(5).bitCount == 2)
        #expect((-BigInteger(2).power(100)!).bitCount == 100)
        #expect(
            BigInteger(-8).integerLength == 3 && BigInteger(8).integerLength == 4 && BigInteger(0).integerLength == 0)
        #expect(BigInteger(12).trailingZeroBitCount == 2 && power.trailingZeroBitCount == 70)
        #expect(power.bit(at: 70) && !power.bit(at: 69) && (-power).bit(at: 200) && !(-power).bit(at: 3))
    }

    @Test func machineIntegers() {
        for value in [0, 1, -1, .max, .min, (1 << 62) - 1, 1 << 62, -1 << 62] {
            #expect(BigInteger(value).asInt == value)
            #expect(BigInteger(value).reference == BigInt(value))
            #expect(BigInteger.product(value, .min).reference == BigInt(value) * BigInt(Int.min))
            #expect(BigInteger.sum(value, .min).reference == BigInt(value) + BigInt(Int.min))
            #expect((BigInteger(value) * Int.min).reference == BigInt(value) * BigInt(Int.min))
        }
        #expect(BigInteger((1 << 62) - 1).asFixnum == (1 << 62) - 1 && BigInteger(1 << 62).asFixnum == nil)
        #expect(BigInteger(-1 << 62).asFixnum == -1 << 62 && (BigInteger(-1 << 62) - 1).asFixnum == nil)
        #expect((BigInteger(Int.max) + 1).asInt == nil && (BigInteger(Int.min) - 1).asInt == nil)
    }

    @Test func limbsInMemory() {
        let words: [UInt] = [5, 7, 0, 0]
        words.withUnsafeBufferPointer { buffer in
            let value = BigInteger(isNegative: true, limbs: buffer)
            #expect(value.limbs == [5, 7] && value.isNegative)
            #expect(value.withLimbs { Array($0) } == [5, 7])
            #expect(BigInteger(isNegative: true, limbs: UnsafeBufferPointer(rebasing: buffer[2...])) == 0)
        }
    }
}

extension BigUInt {
    fileprivate var signedReference: BigInt { BigInt(self) }
}
