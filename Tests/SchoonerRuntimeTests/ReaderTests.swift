import SchoonerLibrary
import SchoonerRuntime
import Testing

@Suite struct ReaderTests {
    let scheme = Interpreter(heapLimit: 256 << 20, sources: .embedded.withoutImage)

    func read(_ text: String, foldsCase: Bool = true) throws -> Value {
        try Reader(scheme, text: text, foldsCase: foldsCase).read()
    }

    /// The type's name and message of the parse error that the text gives.
    func failure(_ text: String) -> String? {
        do {
            _ = try read(text)
            return nil
        } catch Signal.raise(let condition) {
            let type = condition[slot: ConditionLayout.type][slot: ConditionTypeLayout.name].swiftString
            return type + ": " + condition[slot: ConditionLayout.fields][slot: 1].swiftString
        } catch {
            return "\(error)"
        }
    }

    @Test func lists() throws {
        let list = try read("(a (b . c) #(1 2) \"s\")")
        let (elements, tail) = list.listElements()
        #expect(tail == .null)
        #expect(elements[0] == scheme.heap.intern("a"))
        #expect(elements[1].cdr == scheme.heap.intern("c"))
        #expect(elements[2].length == 2)
        #expect(elements[3].swiftString == "s")
        #expect(elements[3].isImmutable)
    }

    @Test func positionsOfPairs() throws {
        let reader = Reader(scheme, text: "\n  (if a\n   'b)", file: "f.scm")
        var table: PositionTable? = PositionTable(file: "f.scm")
        let form = try reader.read(positions: &table)
        #expect(table?[form] == SourcePosition(line: 2, column: 3))
        #expect(table?[form.cdr] == SourcePosition(line: 2, column: 7))
        #expect(table?[form.cdr.cdr.car] == SourcePosition(line: 3, column: 4))
    }

    @Test func deepNestingNeedsNoNativeStack() throws {
        let depth = 200_000
        var datum = try read(String(repeating: "(", count: depth) + String(repeating: ")", count: depth))
        var seen = 1
        while datum.isPair {
            datum = datum.car
            seen += 1
        }
        #expect(seen == depth)
    }

    @Test func circularDatum() throws {
        let circle = try read("#0=(a #1=(b) #1# . #0#)")
        #expect(circle.cdr.cdr.cdr == circle)
        #expect(circle.cdr.car == circle.cdr.cdr.car)
    }

    @Test func caseFolding() throws {
        #expect(try read("Foo").symbolText == "foo")
        #expect(try read("|Foo|").symbolText == "Foo")
        #expect(try read("Straße").symbolText == "strasse")
        #expect(try read("ΣΑΣ").symbolText == "σασ")
        #expect(try read("Foo", foldsCase: false).symbolText == "Foo")
        #expect(try read("#!no-fold-case Foo").symbolText == "Foo")
    }

    @Test(arguments: [
        ("#\\(", 0x28), ("#\\x41", 0x41), ("#\\U+41", 0x41), ("#\\x", 0x78), ("#\\SPACE", 0x20), ("#\\altmode", 0x1B),
        ("#\\λ", 0x3BB), ("#\\C-a", 2 << 21 | 0x61), ("#\\nul", 0), ("#\\a(", 0x61),
    ])
    func characters(text: String, code: Int) throws {
        #expect(try read(text) == Value(character: UInt32(code)))
    }

    @Test(arguments: [
        ("\"a\\\n   b\"", "ab"), ("\"\\   \n b\"", "b"), ("\"\\x3bb;\\q\\n\\\"\"", "λq\n\""), ("\"a\nb\"", "a\nb"),
    ])
    func strings(text: String, content: String) throws { #expect(try read(text).swiftString == content) }

    @Test func commentsAndDirectives() throws {
        #expect(try read("#!/usr/bin/schooner\n#|a #|b|# c|# ; d\n #;(a b) 7") == Value(fixnum: 7))
        #expect(try read("#;#;a b 8") == Value(fixnum: 8))
        #expect(try read("  ; c") == .eof)
        #expect(try read("#!default") == .default)
    }

    @Test(arguments: [
        (")", "parse-error: Unbalanced close parenthesis:"), ("(1 2", "premature-eof: Premature EOF"),
        ("\"abc", "premature-eof: Premature EOF"), ("#|abc", "premature-eof: Premature EOF"),
        ("'", "premature-eof: Premature EOF"), ("(1 #;)", "parse-error: Unbalanced close parenthesis:"),
        ("#truex", "parse-error: Ill-formed boolean: truex"), (".", "parse-error: Dot allowed only in list"),
        ("(1 . 2 3)", "parse-error: Ill-formed dotted list: (1 . 2 3"),
        ("#[foo]", "parse-error: Ill-formed object syntax: #[foo]"),
        ("(1 . )", "parse-error: Ill-formed dotted list: (1 .)"),
        ("#1#", "parse-error: Reference to undefined datum label: #1#"),
        ("#0=#0#", "parse-error: Reference to undefined datum label: #0#"),
        ("\"\\x41\"", "parse-error: Ill-formed string escape: \\x41\""),
        ("#u8(1 300)", "parse-error: Ill-formed bytevector element:"),
        ("#!foo", "parse-error: Ill-formed named constant: #!\"foo\""),
    ])
    func errors(text: String, message: String) { #expect(failure(text) == message) }

    @Test(arguments: [
        ("foo bar", "foo"), ("  (a \"b)\" #\\) |x)|) y", "  (a \"b)\" #\\) |x)|)"), ("'(a)b", "'(a)"),
        ("#;x y z", "#;x y"),
        (",@a b", ",@a"), ("\"a\\\"b\"c", "\"a\\\"b\""), ("#u8(1 2)3", "#u8(1 2)"), ("#0=(a . #0#)b", "#0=(a . #0#)"),
        ("#|x|# #!fold-case q)", "#|x|# #!fold-case q"), (")a", ")"), ("#(1)2", "#(1)"), ("'; c\n a b", "'; c\n a"),
        ("#\\ab c", "#\\ab"), ("#\\( c", "#\\("), ("#[a [b] c] d", "#[a [b] c]"), ("(λ λ)λ", "(λ λ)"),
    ])
    func scannerTakesOneDatum(text: String, datum: String) {
        var scanner = DatumScanner()
        var taken = 0
        for scalar in text.unicodeScalars {
            let verdict = scanner.offer(scalar.value)
            if verdict != .complete { taken += 1 }
            if verdict != .taken { break }
        }
        #expect(String(decoding: scanner.text, as: UTF8.self) == datum)
        #expect(taken == datum.unicodeScalars.count)
    }

    /// What reading the text comes to: the datum as it is written, or the error's type and message.
    private func outcome(_ text: String) -> String { failure(text) ?? ((try? read(text)).map(scheme.written) ?? "") }

    @Test(arguments: [
        "# a", "#'a", "#u9(1)", "#u8 (1)", "[a]", "(a]", "\u{7F}a", "\u{200B}", "#!", "#u8", "#", "#x", "(. a)",
    ])
    func scannerLeavesErrorsToTheReader(text: String) {
        #expect(outcome(scanned(text)) == outcome(text))
    }

    /// Any text: what the scanner takes reads as the whole text does.
    @Test func scannerAgreesWithReader() {
        let pieces = [
            "(", "(", ")", ")", "#(", "#u8(", "'", "`", ",", ",@", ".", " ", "\n", "a", "B", "1", "1.5", "\"s\"",
            "\"a\\\"b\"", "|x y|", "#\\a", "#\\(", "#\\space", "#;", ";c\n", "#|x|#", "#t", "#0=", "#0#", "#!eof",
            "#!fold-case", "[", "#", "\\", "λ", "#[a 1]",
        ]
        var state: UInt64 = 42
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for _ in 0..<4000 {
            let text = (0..<1 + next(8)).map { _ in pieces[next(pieces.count)] }.joined()
            #expect(outcome(scanned(text)) == outcome(text), "\(text)")
        }
    }

    private func scanned(_ text: String) -> String {
        var scanner = DatumScanner()
        for scalar in text.unicodeScalars where scanner.offer(scalar.value) != .taken { break }
        return String(decoding: scanner.text, as: UTF8.self)
    }

    @Test func errorsKnowTheirPlace() {
        let reader = Reader(
            scheme, text: Array("(a\n λ ]".utf8), file: "data", start: SourcePosition(line: 7, column: 5),
            makesLiterals: false)
        do {
            _ = try reader.read()
            Issue.record("no error")
        } catch Signal.raise(let condition) {
            let fields = condition[slot: ConditionLayout.fields]
            #expect(fields[slot: 3].swiftString == "data")
            #expect([fields[slot: 4].fixnum, fields[slot: 5].fixnum] == [8, 5])
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test func onlyProgramsBeginWithAnInterpreterLine() throws {
        #expect(try read("\u{FEFF}#!/usr/bin/env schooner\n(a)").car == scheme.heap.intern("a"))
        let data = Reader(scheme, text: Array("#!/usr/bin".utf8), makesLiterals: false)
        #expect(throws: Signal.self) { try data.read() }
    }
}
