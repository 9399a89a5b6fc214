import SchoonerNumbers
import Testing

@Suite struct FlonumConversionTests {
    @Test func exactAndBack() {
        var generator = SeededGenerator(seed: 31)
        for _ in 0..<3_000 {
            let value = generator.flonum()
            let exact = Rational(exactly: value)!
            #expect(Double(nearest: exact) == value)
            #expect(Flonum.compare(value, exact) == 0)
            #expect((BigInteger(exactly: value) != nil) == exact.isInteger)
            if exact.isInteger { #expect(Double(nearest: exact.numerator) == value) }
            let multiple = generator.nonzero(words: 3)
            let upper = exact.numerator * multiple
            let lower = exact.denominator * multiple
            #expect(Double(nearest: Rational(upper, over: lower)!) == value)
        }
        #expect(
            Rational(exactly: .infinity) == nil && BigInteger(exactly: .nan) == nil && BigInteger(exactly: 0.5) == nil)
        #expect(BigInteger(exactly: -0.0) == 0)
    }

    /// Halfway between two flonums the even one is taken; a hair to either side the nearer.
    @Test func roundsToTheNearestAndToEven() {
        var generator = SeededGenerator(seed: 32)
        for _ in 0..<2_000 {
            let value = generator.flonum().magnitude
            guard value.nextUp.isFinite else { continue }
            let (low, high) = (Rational(exactly: value)!, Rational(exactly: value.nextUp)!)
            let middle = ((low + high) / Rational(2))!
            let even = value.bitPattern & 1 == 0 ? value : value.nextUp
            #expect(Double(nearest: middle) == even && Double(nearest: -middle) == -even)
            let hair = Rational(1, over: BigInteger(10).power(600)!)!
            #expect(Double(nearest: middle + hair) == value.nextUp)
            #expect(Double(nearest: middle - hair) == value)
        }
    }

    /// Answers of MIT 12.1.
    @Test func edges() {
        let two = BigInteger(2)
        let ten = BigInteger(10).power(400)!
        #expect(Double(nearest: two.power(53)! + 1) == 9_007_199_254_740_992)
        #expect(Double(nearest: two.power(53)! + 3) == 9_007_199_254_740_996)
        #expect(Double(nearest: ten) == .infinity && Double(nearest: -ten) == -.infinity)
        #expect(Double(nearest: Rational(1, over: ten)!) == 0)
        #expect(Double(nearest: ten + 1, over: BigInteger(10).power(399)!) == 10)
        #expect(Double(nearest: 1, over: two.power(1074)!) == 5e-324)
        #expect(Double(nearest: 1, over: two.power(1075)!) == 0)
        #expect(Double(nearest: 3, over: two.power(1076)!) == 5e-324)
        #expect(Double(nearest: 3, over: two.power(1075)!) == 1e-323)
        let limit = two.power(1024)! - two.power(970)!
        #expect(Double(nearest: limit) == .infinity && Double(nearest: limit - 1) == .greatestFiniteMagnitude)
        #expect(Double(nearest: BigInteger.zero) == 0 && Double(nearest: 0, over: 7) == 0)
    }

    @Test func comparison() {
        let large = BigInteger(2).power(53)! + 1
        #expect(Flonum.compare(9_007_199_254_740_992, large) == -1)
        #expect(Flonum.compare(1.5, 1) == 1 && Flonum.compare(-1.5, -1) == -1 && Flonum.compare(-0.5, 0) == -1)
        #expect(Flonum.compare(.infinity, large) == 1 && Flonum.compare(.nan, large) == nil)
        #expect(Flonum.compare(0.1, Rational(1, over: 10)!) == 1 && Flonum.compare(-.infinity, Rational(1)) == -1)
        #expect(Flonum.rounded(2.5) == 2 && Flonum.rounded(-3.5) == -4)
        #expect(Flonum.exactIntegerValue(3) == 3 && Flonum.exactIntegerValue(3.5) == nil)
        #expect(Flonum.exactIntegerValue(1e30) == nil && Flonum.exactIntegerValue(.nan) == nil)
    }
}
