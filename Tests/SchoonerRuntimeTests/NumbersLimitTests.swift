import SchoonerRuntime
import Testing

/// What the tower does at its edges: sizes, conversions beyond flonums, identities between operations.
@Suite struct NumbersLimitTests {
    let harness = NumbersHarness()

    @Test(arguments: [
        "(expt 3 1000000000000)", "(expt 2 1000000000000000000)", "(expt 3 (expt 10 30))", "(expt 1/3 1000000000000)",
        "(expt 1+i 1000000000000000)", "(arithmetic-shift 1 (arithmetic-shift 1 60))",
        "(shift-left 5 4000000000000000000)", "(bit-mask 1000000000000000 0)", "(expt 3 -1000000000000)",
    ])
    func resultsBeyondMemoryAreRefused(expression: String) {
        let result = harness.result(expression)
        #expect(result.contains("outOfMemory") || result.contains("needsMemory"))
    }

    @Test func smallMemoryIsRespected() {
        #expect(NumbersHarness(heapLimit: 64 << 20).result("(shift-left 1 2000000000)").contains("needsMemory"))
    }

    @Test func beyondFlonums() {
        harness.check(
            """
            (sqrt (expt 10 400)) => 1\(String(repeating: "0", count: 200))
            (sqrt (+ 1 (expt 10 400))) => 1e200
            (log 8 2) => 3.
            (log 1000 10) => 3.
            (log (expt 10 400)) => 921.0340371976182
            (log (expt 2 5000) 2) => 5000.
            (log (/ 1 (expt 2 5000)) 2) => -5000.
            (expt (expt 10 400) .5) => 1e200
            (expt (expt 10 400) +nan.0) => +nan.0
            (expt (expt 10 400) -.5) => 1e-200
            (expt (expt 10 300) 1/3) => 1\(String(repeating: "0", count: 100))
            (exact->inexact (/ (+ 1 (expt 10 400)) (expt 10 399))) => 10.
            (/ (expt 2 -1074) 1.) => 5e-324
            (< (expt 10 400) 1e308) => #f
            (= (exact->inexact (expt 2 70)) (expt 2 70)) => #t
            (exact 1e23) => 99999999999999991611392
            (atan (expt 10 400) (expt 10 400)) => .7853981633974483
            (expt 0 0.) => 1.
            (expt 0. 0) => 1
            (make-polar 2 0) => 2
            (string->number "zz" 36) => 1295
            (string->number "#e1e999999999") => #f
            (string->number "1/0") => #f
            (number->string (expt 36 20) 36) => "1\(String(repeating: "0", count: 20))"
            (exact-floor -2.5) => -3
            (exact-round 7/2) => 4
            """, isClose: true)
    }

    @Test func aroundTheEdgeOfFixnums() {
        harness.check(
            """
            (+ 4611686018427387903 1) => 4611686018427387904
            (- -4611686018427387904 1) => -4611686018427387905
            (- -4611686018427387904) => 4611686018427387904
            (- 4611686018427387904 1) => 4611686018427387903
            (fix:fixnum? (- 4611686018427387904 1)) => #t
            (fix:fixnum? 4611686018427387904) => #f
            (* -4611686018427387904 -1) => 4611686018427387904
            (* 4611686018427387904 4611686018427387904) => 21267647932558653966460912964485513216
            (quotient -4611686018427387904 -1) => 4611686018427387904
            (/ -4611686018427387904 -1) => 4611686018427387904
            (abs -4611686018427387904) => 4611686018427387904
            (gcd -4611686018427387904 0) => 4611686018427387904
            (modulo -4611686018427387905 4611686018427387903) => 4611686018427387901
            (remainder -4611686018427387905 -4611686018427387904) => -1
            (floor-quotient -4611686018427387904 3) => -1537228672809129302
            (arithmetic-shift 1 62) => 4611686018427387904
            (arithmetic-shift -1 62) => -4611686018427387904
            (arithmetic-shift 4611686018427387904 -62) => 1
            (bitwise-xor -4611686018427387904 4611686018427387903) => -1
            (bitwise-not 4611686018427387904) => -4611686018427387905
            (exact->inexact 4611686018427387904) => 4.611686018427388e18
            (exact 4611686018427387904.) => 4611686018427387904
            (< 4611686018427387903 4611686018427387904.) => #t
            (= 4611686018427387904 4611686018427387904.) => #t
            (exact-integer-sqrt 4611686018427387903) => (2147483647 4294967294)
            """)
    }

    /// (a + b)(a - b) = a² - b², a = qb + r, gcd and lcm, text and back, for numbers of all sizes.
    @Test func identities() throws {
        var generator = SeededNumbers(state: 42)
        for _ in 0..<200 {
            let (a, b) = (generator.integer(), generator.integer())
            #expect(
                harness.result("(= (* (+ \(a) \(b)) (- \(a) \(b))) (- (square \(a)) (square \(b))))") == "#t")
            #expect(harness.result("(= (* (gcd \(a) \(b)) (lcm \(a) \(b))) (abs (* \(a) \(b))))") == "#t")
            #expect(harness.result("(= \(a) (string->number (number->string \(a) 7) 7))") == "#t")
            #expect(harness.result("(= (+ (bitwise-and \(a) \(b)) (bitwise-or \(a) \(b))) (+ \(a) \(b)))") == "#t")
            guard b != "0" else { continue }
            for family in ["floor", "truncate", "round", "ceiling", "euclidean"] {
                #expect(
                    harness.result(
                        "(= \(a) (+ (* \(b) (\(family)-quotient \(a) \(b))) (\(family)-remainder \(a) \(b))))")
                        == "#t", "\(family) of \(a) and \(b)")
            }
            #expect(harness.result("(= \(a) (* (/ \(a) \(b)) \(b)))") == "#t")
            #expect(harness.result("(< (floor (/ \(a) \(b))) (+ 1 (/ \(a) \(b))))") == "#t")
            #expect(harness.result("(= (modulo \(a) \(b)) (floor-remainder \(a) \(b)))") == "#t")
        }
    }
}

/// Integers of one to forty digits, some of up to a thousand.
private struct SeededNumbers {
    var state: UInt64

    mutating func next() -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33)
    }

    mutating func integer() -> String {
        var text = next() % 2 == 0 ? "-" : ""
        text += "\(1 + next() % 9)"
        for _ in 0..<(next() % (next() % 8 == 0 ? 1000 : 40)) { text += "\(next() % 10)" }
        return text
    }
}
