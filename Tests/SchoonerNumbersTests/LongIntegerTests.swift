import SchoonerNumbers
import Testing

/// Integers so long that products go by transforms and divisions by halves.
@Suite struct LongIntegerTests {
    /// A number of exactly so many words, with runs of zeros and ones.
    private func integer(words: Int, _ generator: inout SeededGenerator) -> BigInteger {
        var limbs = (0..<words).map { _ in UInt(generator.next()) }
        for _ in 0..<3 {
            let start = Int.random(in: 0..<words, using: &generator)
            let end = Int.random(in: start...words, using: &generator)
            let filling: UInt = Bool.random(using: &generator) ? .max : 0
            for index in start..<end where Bool.random(using: &generator) || end - start > 20 { limbs[index] = filling }
        }
        limbs[words - 1] |= 1 << UInt.random(in: 0..<64, using: &generator)
        return BigInteger(isNegative: false, normalizing: limbs)
    }

    /// The product from pieces too short for transforms.
    private func productOfPieces(_ left: BigInteger, _ right: BigInteger) -> BigInteger {
        let size = 250
        var sum = BigInteger.zero
        for low in stride(from: 0, to: left.limbs.count, by: size) {
            let piece = BigInteger(isNegative: false, normalizing: Array(left.limbs[low...].prefix(size)))
            for high in stride(from: 0, to: right.limbs.count, by: size) {
                let other = BigInteger(isNegative: false, normalizing: Array(right.limbs[high...].prefix(size)))
                sum = sum + (piece * other).shifted(by: 64 * (low + high))!
            }
        }
        return sum
    }

    @Test(arguments: [
        (600, 600), (601, 640), (768, 768), (769, 767), (1024, 1024), (1030, 700), (1536, 1536), (2400, 600),
        (3000, 610),
    ])
    func transforms(leftWords: Int, rightWords: Int) {
        var generator = SeededGenerator(seed: UInt64(leftWords))
        let (a, b) = (integer(words: leftWords, &generator), integer(words: rightWords, &generator))
        let product = a * b
        #expect(product == productOfPieces(a, b))
        #expect(b * a == product)
        #expect(-a * b == -product)
        #expect((a + b) * (a + b) - (a - b) * (a - b) == product.shifted(by: 2)!)
    }

    @Test func transformsOfOnes() {
        for words in [600, 768, 1000, 1024, 1536] {
            let ones = BigInteger(isNegative: false, normalizing: [UInt](repeating: .max, count: words))
            let square = BigInteger.one.shifted(by: 128 * words)! - BigInteger.one.shifted(by: 64 * words + 1)! + .one
            #expect(ones * ones == square)
        }
    }

    @Test(arguments: [60, 61, 75, 119, 120, 121, 130, 200, 333])
    func divisionByHalves(words: Int) {
        var generator = SeededGenerator(seed: UInt64(words))
        for extra in [1, 59, 60, 61, words, words + 1, 2 * words, 3 * words + 17] {
            let divisor = integer(words: words, &generator)
            let dividends = [
                integer(words: words + extra, &generator), divisor * integer(words: extra, &generator),
                divisor * integer(words: extra, &generator) - .one, divisor.shifted(by: 64 * extra)! - .one,
            ]
            for dividend in dividends {
                let (quotient, remainder) = dividend.truncatingDivision(by: divisor)
                #expect(quotient * divisor + remainder == dividend)
                #expect(!remainder.isNegative && remainder < divisor)
            }
        }
    }

    /// Numbers on which Euclid's algorithm takes its most steps, its least, and steps with huge quotients.
    @Test func commonDivisorsOfAwkwardNumbers() {
        var generator = SeededGenerator(seed: 8)
        var (lesser, greater) = (BigInteger.one, BigInteger.one)
        for _ in 0..<1_000 {
            (lesser, greater) = (greater, lesser + greater)
            let common = BigInteger(UInt(generator.next()))
            #expect(BigInteger.gcd(lesser * common, greater * common) == common)
        }
        for bits in stride(from: 100, to: 900, by: 7) {
            let power = BigInteger.one.shifted(by: bits)!
            let ones = power - .one
            #expect(BigInteger.gcd(power, ones) == .one)
            #expect(BigInteger.gcd((power + .one) * ones, ones) == ones)
            #expect(BigInteger.gcd(power * ones, ones * ones) == ones)
            #expect(BigInteger.gcd(ones.shifted(by: bits)! + .one, ones) == .one)
        }
    }

    @Test func longText() {
        var generator = SeededGenerator(seed: 5)
        for words in [31, 200, 1700] {
            let value = integer(words: words, &generator)
            for radix in [3, 10, 36] {
                let text = NumberText.text(of: value, radix: radix)
                #expect(NumberSyntax.parse(text, radix: radix) == .big(value))
            }
        }
    }

    @Test func squareRootsOfTwoWords() {
        var generator = SeededGenerator(seed: 6)
        for bits in 60...130 {
            for _ in 0..<40 {
                let root = BigInteger(UInt(generator.next())).shifted(by: bits / 2 - 64)!
                for value in [root * root, root * root - .one, root * root + root + root] where !value.isNegative {
                    guard let (found, rest) = value.squareRoot() else { continue }
                    #expect(found * found + rest == value && !rest.isNegative && rest <= found + found)
                }
            }
        }
    }

    /// Common factors taken out early must leave what the plain formulas reduce to.
    @Test func fractionsAsThePlainFormulasHaveThem() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let common = generator.nonzero(words: 2)
            let (a, b) = (generator.integer(words: 2), generator.nonzero(words: 2) * common)
            let (c, d) = (generator.integer(words: 2) * common, generator.nonzero(words: 1) * common)
            let (left, right) = (try #require(Rational(a, over: b)), try #require(Rational(c, over: d)))
            #expect(left + right == Rational(a * d + c * b, over: b * d))
            #expect(left - right == Rational(a * d - c * b, over: b * d))
            #expect(left * right == Rational(a * c, over: b * d))
            #expect(left / right == Rational(a * d, over: b * c))
        }
    }
}
