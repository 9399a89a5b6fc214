import SchoonerRuntime
import Testing

@Suite struct StringsTests {
    let harness = BuiltinsHarness()

    @Test(arguments: [
        ("string-append", "(\"ab\" \"\" \"cλ\")", "\"abcλ\""),
        ("string", "(a \"b\" 1 #\\c (x \"y\"))", "\"ab1c(x y)\""),
        ("string*", "((a \"b\"))", "\"ab\""), ("make-string", "(3 #\\λ)", "\"λλλ\""),
        ("string-length", "(\"aλ😀\")", "3"),
        ("string-ref", "(\"aλ😀\" 2)", "#\\😀"), ("substring", "(\"hello\" 1 3)", "\"el\""),
        ("substring", "(\"hello\" 3)", "\"lo\""),
        ("string-head", "(\"λbc\" 1)", "\"λ\""), ("string-tail", "(\"abc\" 2)", "\"c\""),
        ("string-append*", "(\"a\" (\"b\" \"c\"))", "\"abc\""), ("string-reverse", "(\"aλ\")", "\"λa\""),
        ("string->list", "(\"abcdef\" 2 4)", "(#\\c #\\d)"), ("list->string", "((#\\h #\\i))", "\"hi\""),
        ("string->vector", "(\"abc\" 1 2)", "#(#\\b)"), ("vector->string", "(#(#\\x #\\y) 1)", "\"y\""),
        ("string->utf8", "(\"λa\")", "#u8(206 187 97)"), ("utf8->string", "(#u8(0 206 187 97) 1)", "\"λa\""),
        ("string=?", "(\"a\" \"a\" \"a\")", "#t"), ("string<?", "(\"ab\" \"abc\" \"b\")", "#t"),
        ("string<?", "(\"a\" \"λ\")", "#t"),
        ("string-ci=?", "(\"Straße\" \"STRASSE\")", "#t"), ("string>=?", "(\"b\" \"b\" \"c\")", "#f"),
        ("string-prefix?", "(\"he\" \"hello\")", "#t"), ("string-suffix?", "(\"he\" \"hello\")", "#f"),
        ("string-prefix-ci?", "(\"HE\" \"hello\")", "#t"), ("string-suffix-ci?", "(\"LLO\" \"hello\")", "#t"),
        ("string-search-forward", "(\"lo\" \"hello lo\" 4)", "6"),
        ("string-search-forward", "(\"aab\" \"aaaab\" 0)", "2"),
        ("string-search-forward", "(\"zz\" \"hello\" 0)", "#f"), ("string-search-backward", "(\"l\" \"hello\" 5)", "4"),
        ("string-search-backward", "(\"l\" \"hello\" 3)", "3"), ("string-search-all", "(\"aa\" \"aaaa\")", "(0 1 2)"),
        ("substring?", "(\"ell\" \"hello\")", "#t"), ("string-find-next-char", "(\"hello\" #\\l)", "2"),
        ("string-find-previous-char", "(\"hello\" #\\l)", "3"), ("string-pad-left", "(\"42\" 5)", "\"   42\""),
        ("string-pad-left", "(\"12345\" 3)", "\"345\""), ("string-pad-right", "(\"abcdef\" 3)", "\"abc\""),
        ("string-pad-right", "(\"a\" 3 #\\λ)", "\"aλλ\""), ("%string-trim", "(\" \\ta b \" 3)", "\"a b\""),
        ("string-upcase", "(\"straße\")", "\"STRASSE\""), ("string-downcase", "(\"ÀÉ\")", "\"àé\""),
        ("string-match-forward", "(\"abcd\" \"abxx\")", "2"), ("string-null?", "(\"\")", "#t"),
        ("string-titlecase", "(\"hello wORLD\")", "\"Hello World\""), ("string-upper-case?", "(\"ABC1\")", "#t"),
    ])
    func strings(name: String, arguments: String, expected: String) throws {
        #expect(try harness.gives(name, arguments, expected), "\(name) \(arguments)")
    }

    @Test(arguments: [
        ("char-upcase", "(#\\ä)", "#\\Ä"), ("char->digit", "(#\\f 16)", "15"), ("char->digit", "(#\\a)", "#f"),
        ("digit->char", "(11 16)", "#\\b"), ("digit-value", "(#\\a)", "#f"), ("integer->char", "(955)", "#\\λ"),
        ("char<?", "(#\\a #\\b #\\c)", "#t"), ("char-ci=?", "(#\\a #\\A)", "#t"), ("char-numeric?", "(#\\5)", "#t"),
        ("name->char", "(\"altmode\")", "#\\escape"), ("char->name", "(#\\space)", "\"space\""),
        ("symbol-append", "(foo bar)", "foobar"), ("intern", "(\"Hello\")", "hello"),
        ("string->symbol", "(\"Hello\")", "|Hello|"),
        ("symbol<?", "(a b c)", "#t"), ("symbol", "(a \"b\" 1)", "ab1"), ("symbol->string", "(abc)", "\"abc\""),
    ])
    func charactersAndSymbols(name: String, arguments: String, expected: String) throws {
        #expect(try harness.gives(name, arguments, expected), "\(name) \(arguments)")
    }

    @Test func mutation() throws {
        let heap = harness.scheme.heap
        let string = heap.string("abcdef")
        _ = try harness.call("string-copy!", string, .zero, heap.string("XY"))
        _ = try harness.call("string-copy!", string, Value(fixnum: 2), string, .zero, Value(fixnum: 3))
        #expect(string.swiftString == "XYXYcf")
        _ = try harness.call("string-set!", string, .zero, Value(character: 0x3BB))
        #expect(string.swiftString == "λYXYcf")
        _ = try harness.call("string-fill!", string, Value(character: 0x7A), Value(fixnum: 4))
        #expect(string.swiftString == "λYXYzz")
        _ = try harness.call("string-reverse!", string)
        #expect(string.swiftString == "zzYXYλ")
    }

    @Test func literalsRefuseMutation() throws {
        let heap = harness.scheme.heap
        let literal = heap.string("abc")
        heap.makeImmutable(literal)
        for (name, arguments) in [
            ("string-set!", [literal, .zero, Value(character: 0x61)]),
            ("string-fill!", [literal, Value(character: 0x61)]),
            ("string-copy!", [literal, .zero, heap.string("x")]),
            ("string-set!", [heap.intern("abc").symbolName, .zero, Value(character: 0x61)]),
        ] {
            #expect(throws: Signal.self) { try harness.call(name, arguments) }
        }
        #expect(literal.swiftString == "abc")
    }

    @Test(arguments: [
        ("string-ref", "(\"abc\" 3)", "bad-range-argument string-ref"),
        ("string-ref", "(\"abc\" -1)", "wrong-type-argument string-ref"),
        ("string-length", "(5)", "wrong-type-argument string-length"),
        ("substring", "(\"abc\" 2 1)", "bad-range-argument substring"),
        ("string-append", "(\"a\" 5)", "wrong-type-argument string-append"),
        ("char->integer", "(5)", "wrong-type-argument char->integer 0"),
        ("list->string", "((1 2))", "wrong-type-argument list->string"),
        ("symbol->string", "(5)", "wrong-type-argument symbol->string"),
        ("string-copy!", "(\"aaaaa\" 4 \"xy\")", "bad-range-argument string-copy!"),
        ("string-pad-left", "(\"a\" -1)", "wrong-type-argument string-padder"),
        ("make-string", "(-1)", "wrong-type-argument make-string"), ("utf8->string", "(#u8(255))", "simple-error"),
        ("integer->char", "(1114112)", "bad-range-argument integer->char 0"),
    ])
    func errors(name: String, arguments: String, expected: String) throws {
        #expect(try harness.error(name, arguments) == expected)
    }

    @Test func conditionsAsData() throws {
        let scheme = harness.scheme
        let heap = scheme.heap
        let parent = scheme.conditionType(.error)
        let type = try harness.call(
            "make-condition-type", heap.intern("my-error"), parent, try harness.datum("(a b)"), heap.string("Mine"))
        let condition = try harness.call("%make-condition", type, .false, .null, try harness.datum("(b 2 a 1)"))
        #expect(try harness.call("access-condition", condition, heap.intern("a")) == .one)
        #expect(try harness.call("error?", condition) == .true)
        #expect(try harness.call("%condition-report-string", condition).swiftString == "Mine")
        #expect(try harness.call("%condition-is-a?", condition, parent) == .true)
        #expect(try harness.call("file-error?", condition) == .false)
        #expect(try harness.call("condition-type/error?", type).isPair)
        #expect(throws: Signal.self) { try harness.call("access-condition", condition, heap.intern("c")) }
    }
}
