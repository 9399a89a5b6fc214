import SchoonerNumbers
import Testing

private func rational(_ numerator: Int, _ denominator: Int = 1) -> Rational {
    Rational(BigInteger(numerator), over: BigInteger(denominator))!
}

@Suite struct RationalTests {
    @Test func lowestTerms() {
        #expect(rational(2, -4) == rational(-1, 2))
        #expect(rational(-1, 2).denominator == 2 && rational(6, 3).isInteger)
        #expect(Rational(1, over: 0) == nil && rational(1, 2) / rational(0) == nil)
    }

    @Test func fieldLaws() {
        var generator = SeededGenerator(seed: 21)
        for _ in 0..<400 {
            let values = (0..<3).map { _ in
                Rational(generator.integer(words: 2), over: generator.nonzero(words: 2))!
            }
            let (a, b, c) = (values[0], values[1], values[2])
            #expect((a + b) + c == a + (b + c) && a * (b + c) == a * b + a * c)
            #expect(a - a == rational(0) && (a + b) - b == a)
            if b.signum != 0 { #expect((a / b)! * b == a) }
            #expect((a < b) == ((a - b).signum < 0))
            #expect(Rational(a.floor) <= a && a < Rational(a.floor + 1))
            #expect(Rational(a.ceiling) >= a && a > Rational(a.ceiling - 1))
            let distance = a - Rational(a.rounded)
            #expect(Rational.compare(distance.signum < 0 ? -distance : distance, rational(1, 2)) <= 0)
            #expect(a.truncated == (a.signum < 0 ? a.ceiling : a.floor))
        }
    }

    /// Answers of MIT 12.1.
    @Test func rounding() {
        #expect([rational(5, 2), rational(7, 2), rational(-5, 2), rational(-7, 2)].map(\.rounded) == [2, 4, -2, -4])
        #expect(rational(-5, 2).floor == -3 && rational(-5, 2).ceiling == -2 && rational(-5, 2).truncated == -2)
        #expect(rational(8, 3).rounded == 3 && rational(-8, 3).rounded == -3)
        #expect(rational(2, 3).power(-3) == rational(27, 8) && rational(-2, 3).power(-3) == rational(-27, 8))
        #expect(rational(0).power(-1) == nil && rational(2, 3).power(0) == rational(1))
    }

    /// Answers of MIT 12.1.
    @Test(arguments: [
        (3, 10, 1, 10, 1, 3), (5, 1, 1, 1, 4, 1), (-3, 10, 1, 10, -1, 3), (1, 2, 1, 1, 0, 1), (7, 3, 0, 1, 7, 3),
    ])
    func rationalize(n: Int, d: Int, tn: Int, td: Int, rn: Int, rd: Int) {
        #expect(rational(n, d).rationalized(within: rational(tn, td)) == rational(rn, rd))
        #expect(rational(n, d).rationalized(within: rational(-tn, td)) == rational(rn, rd))
    }

    @Test func simplestIsTheSmallestDenominatorThatFits() {
        var generator = SeededGenerator(seed: 22)
        for _ in 0..<300 {
            let value = rational(
                Int.random(in: -200...200, using: &generator), Int.random(in: 1...60, using: &generator))
            let width = rational(1, Int.random(in: 2...500, using: &generator))
            let found = value.rationalized(within: width)
            #expect(value - width <= found && found <= value + width)
            var denominator = 1
            while Rational((value + width).numerator * denominator, over: (value + width).denominator)!.floor
                < Rational((value - width).numerator * denominator, over: (value - width).denominator)!.ceiling
            { denominator += 1 }
            #expect(found.denominator == BigInteger(denominator))
        }
    }
}
