import SchoonerNumbers
import Testing

private func outcome(_ text: String, radix: Int = 10) -> NumberSyntax.Outcome {
    Array(text.utf8).withUnsafeBufferPointer { NumberSyntax.outcome(of: $0, radix: radix) }
}

/// The text MIT would write for what the token is.
private func reading(_ text: String, radix: Int = 10) -> String? {
    NumberSyntax.parse(Array(text.utf8), radix: radix).map { String(decoding: NumberText.text(of: $0), as: UTF8.self) }
}

@Suite struct NumberSyntaxTests {
    /// Tokens and what `(write (string->number token))` shows in MIT 12.1.
    @Test(arguments: [
        ("100.", "100."), (".5", ".5"), ("-.5", "-.5"), ("+.5", ".5"), ("1.", "1."), ("1.e3", "1000."),
        ("1e3", "1000."),
        ("1e21", "1e21"), ("-0.", "-0."), ("-0", "0"), ("+inf.0", "+inf.0"), ("-inf.0", "-inf.0"), ("+nan.0", "+nan.0"),
        ("-nan.0", "-nan.0"), ("1/3", "1/3"), ("2/4", "1/2"), ("4/2", "2"), ("-1/3", "-1/3"), ("#e1.5", "3/2"),
        ("#e1e3", "1000"), ("#e.1", "1/10"), ("#i1/3", ".3333333333333333"), ("#i1", "1."), ("#x1F", "31"),
        ("#xff/2", "255/2"), ("#b101", "5"), ("#b1.1", "1.5"), ("#x1.8", "1.5"), ("#o17", "15"), ("#d10", "10"),
        ("#x#e10", "16"), ("#e#x10", "16"), ("#i#x10", "16."), ("#x#i10", "16."), ("#X1f", "31"), ("#E1.5", "3/2"),
        ("#i+inf.0", "+inf.0"), ("+i", "+i"), ("-i", "-i"), ("1+i", "1+i"), ("1-i", "1-i"), ("1+2i", "1+2i"),
        ("1.5-2.5i", "1.5-2.5i"), ("+2i", "+2i"), ("1@2", "-.4161468365471424+.9092974268256817i"), ("1@0", "1"),
        ("0@1", "0"), ("+inf.0i", "+inf.0i"), ("1+inf.0i", "1+inf.0i"), ("+inf.0+inf.0i", "+inf.0+inf.0i"),
        ("+nan.0i", "+nan.0i"), ("1/2+1/3i", "1/2+1/3i"), ("+1e3i", "+1000.i"), ("1+0i", "1"), ("1+0.i", "1+0.i"),
        ("0+i", "+i"), ("1e+2", "100."), ("1e-2", ".01"), ("1s3", "1000."), ("1f3", "1000."), ("1d3", "1000."),
        ("1l3", "1000."), ("1E3", "1000."), ("1#", "10."), ("1##.", "100."), ("1#.#", "10."), ("#x1e3", "483"),
        ("#xe", "14"), ("#x-1f", "-31"), ("1e400", "+inf.0"), ("-1e400", "-inf.0"), ("1e-400", "0."),
        ("#e1e-3", "1/1000"), ("1.5@2.5", "-1.2017154233204006+.8977082161559349i"), ("#i1+2i", "1.+2.i"),
        ("#e1.5+2.5i", "3/2+5/2i"), ("#x1+ai", "1+10i"), ("+nan.1", "+nan.1"), ("+nan.123", "+nan.123"),
        ("-snan.1", "-snan.1"), ("+INF.0", "+inf.0"), ("+Nan.0", "+nan.0"), ("#x+inf.0", "+inf.0"), (".5e1", "5."),
        ("#e-0.0", "0"), ("#e1/2", "1/2"), ("#i-0", "-0."), ("#i0/1", "0."), ("-0/5", "0"), ("#x1p3", "8."),
        ("#x1.8p3", "12."), ("#x1.8p-3", ".1875"), ("1p3", "8."), ("+1", "1"), ("+1/2", "1/2"), ("00012", "12"),
        ("1e0003", "1000."), ("#e1.2e2", "120"), ("#x.8", ".5"), ("#e#x1.8", "3/2"), ("#e1e10", "10000000000"),
        ("1/10000000000000000000000", "1/10000000000000000000000"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("4611686018427387903", "4611686018427387903"), ("-4611686018427387904", "-4611686018427387904"),
    ])
    func numbers(token: String, written: String) { #expect(reading(token) == written) }

    /// Tokens that are symbols, or nothing, in MIT 12.1 too.
    @Test(arguments: [
        ".", "inf", "nan", "+inf", "1/-3", "#e#e1", "#e+inf.0", "#e+nan.0", "i", "1@", "1e3i", "1e", "1e+", "e3", "1+",
        "-1+", "+", "-", "...", "+.e1", "-.", "1.2.3", "1/2.5", "1.5/2", "1e2/3", "1/2e2", "#", "#x", "", "#b2",
        "+inf.00",
        "+inf.0e1", "1e3.5", "1_000", " 1", "1 ", "--1", "+-1", "1i", "1+i+i", "i1", "+i1", "1-2", "1@2i", "1@+i",
        "+snan.0", "-qnan.0", "1/3e2", "1..2", "#x#x1", "1/", "/2", "1/2/3", "+nan.", "+nan.99999999999999999999", "#t",
        "a", "1+2", "é", "1é", "->x", "+inf.0+", "1++i", "#i", "..", ".#", "#5",
    ])
    func notNumbers(token: String) { #expect(outcome(token) == .notANumber) }

    /// Beyond MIT: what this library writes in a radix is read in it. Radixes with letters for digits have no `e`.
    @Test func exponentsInOtherRadixes() {
        #expect(reading("#b1.01e1") == "2.5" && reading("#b1e10") == "4." && reading("#o1.4e2") == "96.")
        #expect(reading("#b1.1p3") == "12." && reading("#e#x1.8p3") == "12" && reading("#e#x1p-3") == "1/8")
        #expect(reading("z", radix: 36) == "35" && reading("10", radix: 3) == "3" && reading("1e3", radix: 16) == "483")
    }

    @Test func errors() {
        #expect(outcome("1/0") == .divisionByZero && outcome("#x0/0") == .divisionByZero)
        #expect(outcome("1/0+i") == .divisionByZero)
        #expect(outcome("#e1e999999999999999999999") == .tooLarge && outcome("#e1e-2000000") == .tooLarge)
        #expect(outcome("#e1p99999999999") == .tooLarge && outcome("#e0e999999999999") == .number(.fixnum(0)))
        #expect(reading("1e999999999999999999999") == "+inf.0" && reading("-1e-999999999999999999999") == "-0.")
        #expect(reading("0e999999999999999999999") == "0." && reading("1p99999999999") == "+inf.0")
        #expect(reading("1p-99999999999") == "0.")
        let zeros = String(repeating: "0", count: 2_000)
        #expect(reading("." + zeros + "1e2001") == "1." && reading("1" + zeros + "e-2000") == "1.")
    }

    @Test func kinds() {
        #expect(outcome("4611686018427387904") == .number(.big(BigInteger(1 << 62))))
        #expect(outcome("-4611686018427387904") == .number(.fixnum(-1 << 62)))
        #expect(outcome("-4611686018427387905") == .number(.big(BigInteger(-1 << 62) - 1)))
        #expect(outcome("9223372036854775808/2") == .number(.big(BigInteger(1 << 62))))
        #expect(outcome("2/4") == .number(.ratio(1, 2)))
    }

    /// Decimal to flonum against the standard library, which rounds correctly.
    @Test func decimalsAreCorrectlyRounded() {
        var generator = SeededGenerator(seed: 51)
        for _ in 0..<5_000 {
            let digits = (0..<Int.random(in: 1...30, using: &generator)).map { _ in
                String(Int.random(in: 0...9, using: &generator))
            }.joined()
            let token = "\(digits).\(generator.next() % 1_000_000)e\(Int.random(in: -350...330, using: &generator))"
            #expect(NumberSyntax.parse(Array(token.utf8)) == .flonum(Double(token)!), "\(token)")
        }
        // Halfway cases and the edges of the range, known to be hard.
        for token in [
            "9007199254740993", "9007199254740993.00000000000000000000000000000001", "2.2250738585072011e-308",
            "2.2250738585072012e-308", "4.9406564584124654e-324", "2.4703282292062327e-324", "2.4703282292062328e-324",
            "1.7976931348623158e308", "1.7976931348623159e308", "179769313486231580793728971405301e276", "1e23",
            "8.5e22",
            "0.500000000000000166533453693773481063544750213623046875", "6.9294956446009195e15",
            "3.2378839133029012895883e-44",
            "123e20", "1.2345678901234567e-7",
        ] {
            let decimal = token.contains(".") || token.contains("e") ? token : token + "."
            #expect(NumberSyntax.parse(Array(decimal.utf8)) == .flonum(Double(token)!), "\(token)")
        }
    }

    @Test func anyBytesAreAnswered() {
        var generator = SeededGenerator(seed: 52)
        let alphabet = Array("0123456789+-./#@eixbdonafspINF \u{0}".utf8) + [0xFF]
        for _ in 0..<50_000 {
            let token = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator)!
            }
            let radix = Int.random(in: 2...36, using: &generator)
            guard let number = NumberSyntax.parse(token, radix: radix) else { continue }
            #expect(!NumberText.text(of: number, radix: radix).isEmpty)
        }
    }
}
