import SchoonerLibrary
import SchoonerRuntime
import Testing

@Suite struct PrinterTests {
    let scheme = Interpreter(heapLimit: 256 << 20, sources: .embedded.withoutImage)

    func read(_ text: String) throws -> Value { try Reader(scheme, text: text).read() }

    @Test(arguments: [
        "(a (b . c) #(1 \"s\") #u8(1 2 255))", "(quote a)", "(quasiquote (a (unquote b) (unquote-splicing c)))",
        "|Foo|", "||", "|a b|", "|1+|", "-1+", "+", "...", "|.|", "|+i|", "|+1|", "a:", "@a", "|a\\|b|", "|#a|", "|ß|",
        "é", "|\\x7f;|", "#\\a", "#\\space", "#\\null", "#\\x200b", "#\\λ", "#\\C-a", "\"a\\nb\\t\\\"\\\\ é λ \\x7f;\"",
        "#!default", "#!eof", "#!unspecific", "#t", "#f", "()", "1.5", "-0.", "100.", ".5", "1e21", "1/3", "+i",
        "1267650600228229401496703205376", "#0=(1 2 . #0#)", "#0=#(#0# 2)", "#0=(#0# 2)", "(1 . 2)", "(1 quote a)",
    ])
    func writesWhatItReads(text: String) throws { #expect(scheme.written(try read(text)) == text) }

    @Test func displayShowsCharacters() throws {
        #expect(scheme.displayed(try read("(\"a\\nb\" #\\c |Foo bar| 1.)")) == "(a\nb c |Foo bar| 1.)")
    }

    @Test func sharedStructure() throws {
        let pair = try read("(1 2)")
        let list = scheme.heap.list(pair, pair)
        #expect(scheme.written(list) == "((1 2) (1 2))")
        #expect(String(decoding: scheme.printed(list, .writeShared), as: UTF8.self) == "(#0=(1 2) #0#)")
    }

    @Test func deepAndLongStructures() throws {
        let depth = 100_000
        let text = String(repeating: "(", count: depth) + String(repeating: ")", count: depth)
        #expect(scheme.printed(try read(text)) == Array(text.utf8))
        let long = "(" + String(repeating: "x ", count: 5000) + "y)"
        #expect(scheme.written(try read(long)) == long)
    }

    @Test func truncation() throws {
        let text = scheme.printedScalars(try read("#0=(1 2 . #0#)"), .write, limit: 5)
        #expect(text.count == 5)
    }

    @Test func objectsHaveNumbersFromTwelveOn() {
        let heap = scheme.heap
        let cell = heap.object(.cell, .one)
        #expect(scheme.written(cell) == "#[cell 12]")
        #expect(scheme.written(heap.object(.weakPair, .one, .one)) == "#[weak-cons 13]")
        #expect(scheme.written(cell) == "#[cell 12]")
        #expect(scheme.written(scheme.conditionType(.error)) == "#[condition-type 14 \"error\"]")
        #expect(scheme.displayed(scheme.conditionType(.error)) == "#[condition-type 14 error]")
        #expect(scheme.written(scheme.systemEnvironment) == "#[environment system-global-environment]")
        let type = heap.object(.recordType, heap.string("<pt>"), heap.vector([]), .false, .false, .false, .false)
        #expect(scheme.written(heap.object(.record, type, .one)) == "#[pt 15]")
    }

    @Test func streamsAndPromises() {
        let heap = scheme.heap
        let delayed = heap.object(.promise, Value(fixnum: 0), .false)
        let rest = heap.object(.promise, Value(fixnum: 2), heap.cons(Value(fixnum: 2), delayed))
        #expect(scheme.written(heap.cons(.one, rest)) == "{1 2 ...}")
        #expect(scheme.written(delayed) == "#[promise 12 (unevaluated)]")
    }
}
