import SchoonerLibrary
import SchoonerRuntime
import Testing

/// An interpreter that began with an image is the same as one that loaded the prelude.
@Suite struct PreludeImageTests {
    private func interpreter(_ sources: SchemeSources, stressed: Bool = false) -> Interpreter {
        let scheme = Interpreter(heapLimit: 256 << 20, stressed: stressed, sources: sources)
        let silence = ConsoleDevices.Output.receiver { _ in }
        scheme.boot(devices: ConsoleDevices(input: -1, output: silence, errors: silence))
        return scheme
    }

    /// Sources with an image that is made here, whether the build embeds one or not.
    private func sourcesWithImage() throws -> SchemeSources {
        var writer = PreludeImageWriter(interpreter(SchemeSources.embedded.withoutImage))
        var sources = SchemeSources.embedded
        sources.image = PreludeImage(bytes: try writer.image())
        return sources
    }

    private func value(_ expression: String, _ scheme: Interpreter) -> String {
        let arguments = [scheme.heap.string(expression), scheme.heap.string("test"), Value.false]
        switch scheme.scheduler.runMain(scheme.libraryProcedure("%evaluate-text"), arguments) {
        case .finished(let value): return scheme.written(value)
        case .failed(let object): return object.isType(.condition) ? scheme.reportString(object) : "raised"
        default: return "ended"
        }
    }

    /// The names of the system environment, with the kinds of their values.
    private func globals(_ scheme: Interpreter) -> [String: String] {
        var kinds: [String: String] = [:]
        for name in scheme.heap.boundNames(scheme.systemEnvironment) {
            guard let cell = scheme.heap.ownCell(scheme.systemEnvironment, name) else { continue }
            let value = cell[slot: CellLayout.value]
            let flags = cell[slot: CellLayout.flags].fixnum
            let listing = value.isType(.closure) ? scheme.listing(of: value.code) : ""
            kinds[name.symbolText] = "\(value.type.map { "\($0)" } ?? scheme.written(value)) \(flags)\n\(listing)"
        }
        return kinds
    }

    @Test func theSameGlobalsWithTheSameCode() throws {
        let sources = try sourcesWithImage()
        let loaded = interpreter(sources.withoutImage)
        let copied = interpreter(sources)
        #expect(copied.usesImage)
        #expect(!loaded.usesImage)
        let expected = globals(loaded)
        let actual = globals(copied)
        #expect(Set(expected.keys) == Set(actual.keys))
        for (name, kind) in expected where actual[name] != kind {
            Issue.record("\(name): \(actual[name] ?? "missing") in place of \(kind)")
        }
    }

    @Test func theEmbeddedImageIsTheOneThatIsMadeHere() throws {
        let embedded = interpreter(.embedded)
        guard embedded.usesImage else { return }
        var writer = PreludeImageWriter(interpreter(SchemeSources.embedded.withoutImage))
        #expect(SchemeSources.embedded.image?.bytes == (try writer.image()))
    }

    @Test(arguments: [false, true]) func programsRunAsTheyDoWithTheLoadedPrelude(stressed: Bool) throws {
        let sources = try sourcesWithImage()
        let expressions = [
            "(map (lambda (x y) (+ x y)) '(1 2) '(3 4))", "(sort (list 3 1 2) <)",
            "(string-search-all \"a\" \"banana\")",
            "(let-syntax ((swap (syntax-rules () ((_ a b) (list b a))))) (swap 1 2))",
            "(call-with-output-string (lambda (port) (write 'x port)))", "(eq? 'list (string->symbol \"list\"))",
            "(begin (define-record-type point (make-point x) point? (x point-x)) (list map (make-point 1)))",
            "(begin (define (car x) 'mine) (list (car '(1 2)) (caar '((1)))))", "(vector-ref (vector 1 2) 9)",
            "(begin (gc-flip) (gc-flip) (list-copy (iota 5)))",
            "(stream-head (let loop ((i 0)) (cons-stream i (loop (+ i 1)))) 3)",
            "(let ((t (make-strong-eqv-hash-table))) (hash-table-set! t 'a 1) (hash-table-update! t 'a 1+) (hash-table-ref t 'a))",
            "(call-with-values (lambda () (values 1 2)) list)", "(begin (set! reverse list) (reverse 1 2))",
            "(call-with-current-continuation (lambda (k) (with-exception-handler (lambda (e) (k (condition/report-string e))) (lambda () (error \"bad:\" 1)))))",
            "(parameterize ((param:printer-radix 16)) (number->string 255 16))", "(import (srfi 133))",
            "condition-type:error",
            "(pp map)", "(generate-uninterned-symbol)", "(2d-put! 'a 'b 3)", "(2d-get 'a 'b)", "(exact->inexact 1/3)",
        ]
        let loaded = interpreter(sources.withoutImage, stressed: stressed)
        let copied = interpreter(sources, stressed: stressed)
        for expression in expressions {
            #expect(value(expression, copied) == value(expression, loaded), "\(expression)")
        }
    }

    @Test func interpretersWithOneImageShareNothing() throws {
        let sources = try sourcesWithImage()
        let first = interpreter(sources)
        #expect(
            value("(begin (set-cdr! (vector-ref (vector (list 1)) 0) 2) (define map 3) (set! list 4) map)", first)
                == "3")
        let second = interpreter(sources)
        #expect(value("(map - (list 1 2))", second) == "(-1 -2)")
    }

    @Test func anImageOfOtherSourcesIsLeftAlone() throws {
        var bytes = try #require(try sourcesWithImage().image).bytes
        bytes[0] ^= 1
        var sources = SchemeSources.embedded
        sources.image = PreludeImage(bytes: bytes)
        let scheme = interpreter(sources)
        #expect(!scheme.usesImage)
        #expect(value("(map - (list 1 2))", scheme) == "(-1 -2)")
        sources.image = PreludeImage(bytes: [])
        #expect(!interpreter(sources).usesImage)
        sources.image = PreludeImage(bytes: Array("no image\n".utf8))
        #expect(!interpreter(sources).usesImage)
    }
}
