import SchoonerNumbers
import Testing

private func text(_ value: Double, _ radix: Int = 10) -> String {
    String(decoding: NumberText.text(of: value, radix: radix), as: UTF8.self)
}

private func parse(_ text: String, radix: Int = 10) -> ParsedNumber? {
    NumberSyntax.parse(Array(text.utf8), radix: radix)
}

@Suite struct NumberTextTests {
    /// As MIT 12.1 writes them, except where the remark says otherwise.
    @Test(
        arguments: [
            (100, "100."), (0.5, ".5"), (-1.5, "-1.5"), (0, "0."), (-0.0, "-0."), (.infinity, "+inf.0"),
            (-.infinity, "-inf.0"), (.nan, "+nan.0"), (-Double.nan, "-nan.0"), (1e17, "100000000000000000."),
            (1.5e17, "150000000000000000."), (123_456_789_012_345_678, "123456789012345680."), (1e18, "1e18"),
            (1.23456789e18, "1.23456789e18"), (12_345_678_901_234_567_000, "1.2345678901234567e19"), (1e21, "1e21"),
            (1.5e22, "1.5e22"), (1.2345678901234567e30, "1.2345678901234567e30"), (1e100, "1e100"),
            (1_234_567_890_123_456.7, "1234567890123456.8"), (2_251_799_813_685_248.5, "2251799813685248.5"),
            (9_007_199_254_740_992, "9007199254740992."), (1e-7, ".0000001"), (1e-10, ".0000000001"),
            (1.5e-10, ".00000000015"), (1e-17, ".00000000000000001"), (1e-18, "1e-18"), (1.2e-16, ".00000000000000012"),
            (1.2e-17, "1.2e-17"), (1.23456789e-9, ".00000000123456789"), (1.23456789e-10, "1.23456789e-10"),
            (1.23456789123456e-3, ".00123456789123456"), (1.23456789123456e-4, "1.23456789123456e-4"),
            (0.12345678912345678, ".12345678912345678"), (0.012345678912345679, "1.2345678912345679e-2"),
            (1.0 / 3, ".3333333333333333"), (2.0 / 3, ".6666666666666666"), (123_456.789, "123456.789"),
            (1.7976931348623157e308, "1.7976931348623157e308"), (2.2250738585072014e-308, "2.2250738585072014e-308"),
            // MIT writes 4.9406564584124654e-324 and 0.9999999999999999e23: these are the shortest.
            (5e-324, "5e-324"), (1e23, "1e23"),
        ] as [(Double, String)])
    func decimal(value: Double, expected: String) { #expect(text(value) == expected) }

    /// As MIT 12.1 writes them.
    @Test(
        arguments: [
            (1.5, 2, "1.1"), (100, 2, "1100100."),
            (0.1, 2, "1.100110011001100110011001100110011001100110011001101e-100"),
            (1e10, 2, "1001010100000010111110010000000000."), (0.5, 2, ".1"), (255.75, 2, "11111111.11"),
            (1e30, 2, "1.100100111110010110010011100110100000100011001110101e1100011"), (5e-324, 2, "1e-10000110010"),
            (9_007_199_254_740_992, 2, "100000000000000000000000000000000000000000000000000000."),
            (18_014_398_509_481_984, 2, "1e110110"), (255.5, 8, "377.4"), (3e-5, 8, "7.67242023252435322e-6"),
            (1e20, 8, "1.2657072742654304e26"), (1e18, 8, "67405553164731000000."), (0.1, 8, ".0631463146314631464"),
            (0.1, 3, ".0022002200220022002200220022002201"), (0.5, 3, ".1111111111111111111111111111111112"),
            (1e18, 3, "2.012221222102101110020102022021202e1101"), (1e100, 36, "2.hqbczu2ow5e1s"), (255.75, 36, "73.r"),
            (1.1, 7, "1.046204620462046205"), (6.02e23, 7, "1.2106161455202335231e40"), (1, 16, "1p+0"),
            (255.75, 16, "1.ff8p+7"), (1e100, 16, "1.249ad2594c37dp+332"), (1e-10, 16, "1.b7cdfd9d7bdbbp-34"),
            (-1.5, 16, "-1.8p+0"), (5e-324, 16, "1p-1074"), (0, 16, "0."), (-0.0, 2, "-0."), (.infinity, 2, "+inf.0"),
        ] as [(Double, Int, String)])
    func otherRadixes(value: Double, radix: Int, expected: String) { #expect(text(value, radix) == expected) }

    @Test func flonumsReadBack() {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<4_000 {
            let value = generator.flonum()
            #expect(parse(text(value)) == .flonum(value), "\(value)")
        }
        for _ in 0..<300 {
            let value = Double(Int.random(in: -1_000_000...1_000_000, using: &generator)) / 1000
            for candidate in [
                value, generator.flonum(),
                Double(sign: .plus, exponent: Int.random(in: -1074...1023, using: &generator), significand: 1),
            ] {
                for radix in Array(2...14) + [16] {
                    let written = text(candidate, radix)
                    #expect(parse(written, radix: radix) == .flonum(candidate), "\(candidate) in \(radix): \(written)")
                }
            }
        }
        for bits: UInt64 in [0x7FF8_0000_0000_0000, 0xFFF8_0000_0000_0007, 0x7FF0_0000_0000_0001] {
            guard case .flonum(let back)? = parse(text(Double(bitPattern: bits))) else {
                Issue.record("not read: \(text(Double(bitPattern: bits)))")
                continue
            }
            #expect(back.bitPattern == bits)
        }
    }

    @Test func integersReadBack() {
        var generator = SeededGenerator(seed: 42)
        for words in [1, 2, 5, 31, 33, 70, 150] {
            for _ in 0..<20 {
                let value = generator.integer(words: words)
                for radix in [2, 3, 7, 8, 10, 16, 32, 36] {
                    let written = NumberText.text(of: value, radix: radix)
                    #expect(NumberSyntax.parse(written, radix: radix) == ParsedNumber(value))
                    #expect(String(decoding: written, as: UTF8.self) == String(value.reference, radix: radix))
                }
            }
        }
        for value in [0, 7, -7, .max, .min] {
            for radix in 2...36 {
                #expect(
                    String(decoding: NumberText.text(of: value, radix: radix), as: UTF8.self)
                        == String(value, radix: radix))
            }
        }
    }

    /// Zeros inside a number must not get lost where it is cut in two.
    @Test func longNumbersKeepTheirZeros() {
        for exponent in [600, 1_000, 2_431, 10_000] {
            for offset in [-1, 0, 1, 10] {
                let value = BigInteger(10).power(exponent)! + BigInteger(offset)
                let expected =
                    offset < 0
                    ? String(repeating: "9", count: exponent)
                    : "1" + String(repeating: "0", count: exponent - 2) + (offset < 10 ? "0" : "") + String(offset)
                #expect(value.description == expected)
            }
        }
    }

    @Test func ratiosReadBack() {
        var generator = SeededGenerator(seed: 43)
        for _ in 0..<300 {
            let value = Rational(generator.integer(words: 3), over: generator.nonzero(words: 3))!
            for radix in [2, 10, 16] {
                #expect(
                    NumberSyntax.parse(NumberText.text(of: value, radix: radix), radix: radix) == ParsedNumber(value))
            }
        }
        #expect(String(decoding: NumberText.text(of: Rational(-1, over: 3)!, radix: 2), as: UTF8.self) == "-1/11")
    }

    /// As MIT 12.1 writes them.
    @Test(arguments: [
        (ParsedNumber.fixnum(1), ParsedNumber.fixnum(2), "1+2i"), (.fixnum(0), .fixnum(1), "+i"),
        (.fixnum(0), .fixnum(-1), "-i"), (.flonum(1.5), .fixnum(-2), "1.5-2i"),
        (.fixnum(0), .flonum(.infinity), "+inf.0i"),
        (.fixnum(1), .flonum(-0.0), "1-0.i"), (.flonum(0), .flonum(1), "0.+1.i"),
        (.fixnum(1), .flonum(.nan), "1+nan.0i"),
        (.ratio(1, 2), .ratio(-1, 3), "1/2-1/3i"), (.fixnum(5), .fixnum(0), "5"),
    ])
    func complex(real: ParsedNumber, imaginary: ParsedNumber, expected: String) {
        let value = ParsedNumber(real: real, imaginary: imaginary)
        #expect(String(decoding: NumberText.text(of: value), as: UTF8.self) == expected)
    }
}
