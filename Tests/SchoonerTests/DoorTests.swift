import Schooner
import Testing

/// The Swift door: evaluating, defining and calling.
@Suite struct DoorTests {
    private func quietScheme(heapLimit: Int = 256 << 20) throws -> Scheme {
        try Scheme(
            configuration: Configuration(heapLimit: heapLimit, standardInput: .empty, standardOutput: .discarded))
    }

    private static let samples: [(String, SchemeValue)] = [
        ("(+ 1 2)", .integer(3)), ("(/ 1 3)", .number("1/3")), ("(sqrt 2.25)", .real(1.5)),
        ("\"a\\nb\"", .string("a\nb")), ("'sym", .symbol("sym")), ("#\\a", .character(97)),
        ("(list 1 #t \"x\")", .list([.integer(1), .boolean(true), .string("x")])),
        ("'(1 . 2)", .pair(.integer(1), .integer(2))), ("(vector 1 'a)", .vector([.integer(1), .symbol("a")])),
        ("(bytevector 1 255)", .bytes([1, 255])), ("(if #f #f)", .unspecific), ("(values)", .unspecific),
        ("(values 4 5)", .integer(4)), ("(eof-object)", .endOfFile), ("#!default", .defaultObject), ("'()", .list([])),
        ("", .unspecific), ("(define x 1) (+ x 1)", .integer(2)), ("(expt 2 62)", .integer(1 << 62)),
        ("(- (expt 2 63))", .integer(Int.min)), ("(expt 2 70)", .number("1180591620717411303424")),
    ]

    @Test(arguments: samples)
    func values(text: String, value: SchemeValue) async throws {
        let scheme = try quietScheme()
        #expect(try await scheme.evaluate(text) == value)
    }

    @Test func librariesAreImportedAndDefined() async throws {
        let scheme = try quietScheme()
        try await scheme.evaluate(
            "(define-library (twice) (export twice) (import (scheme base)) (begin (define (twice x) (+ x x))))")
        #expect(try await scheme.evaluate("(import (rename (twice) (twice double))) (double 21)") == .integer(42))
        #expect(try await scheme.call("double", [.integer(4)]) == .integer(8))
        await #expect(throws: SchemeError.self) { try await scheme.evaluate("(import (no such library))") }
    }

    @Test func valuesGoInAsTheyComeOut() async throws {
        let scheme = try quietScheme()
        try await scheme.evaluate("(define (same x) x)")
        let samples: [SchemeValue] = [
            .integer(.max), .integer(.min), .integer(-1), .real(2.5), .number("12345678901234567890123"),
            .number("-7/3"), .string("äöü \u{1F600}"), .symbol("Mixed case"), .bytes([]),
            .list([.integer(1), .list([.integer(2), .list([])]), .vector([.list([])])]),
            .pair(.integer(1), .pair(.string("b"), .symbol("c"))), .character(0x1F600), .boolean(false), .endOfFile,
        ]
        for sample in samples {
            #expect(try await scheme.call("same", [sample]) == sample)
        }
        await #expect(throws: SchemeError.self) { try await scheme.call("same", [.number("seven")]) }
    }

    @Test func aLoopOfPairsGoesByReference() async throws {
        let scheme = try quietScheme()
        let value = try await scheme.evaluate("(define l (list 1 2)) (set-cdr! (cdr l) l) (list l)")
        guard case .list(let elements) = value, case .object(let object)? = elements.first else {
            Issue.record("not an object: \(value)")
            return
        }
        #expect(!object.isProcedure)
        #expect(try await scheme.call("caddr", [.object(object)]) == 1)
    }

    @Test func errorsSayWhere() async throws {
        let scheme = try quietScheme()
        let text = "(define (f x)\n  (+ 1 (car x)))\n(define (g x)\n  (list (f x)))\n(g 7)"
        do {
            try await scheme.evaluate(text, file: "sample.scm")
            Issue.record("no error")
        } catch SchemeError.raised(let condition) {
            #expect(condition.message == "The object 7, passed as the first argument to car, is not the correct type.")
            #expect(condition.type == "wrong-type-argument")
            #expect(condition.backtrace.map(\.description) == ["f at sample.scm:2:8", "g at sample.scm:4:9"])
        }
    }

    @Test func irritantsAndRaisedObjectsArrive() async throws {
        let scheme = try quietScheme()
        do {
            try await scheme.evaluate("(error \"Bad thing:\" 1 'two \"three\")")
        } catch SchemeError.raised(let condition) {
            #expect(condition.message == "Bad thing: 1 two \"three\"")
            #expect(condition.irritants == [1, .symbol("two"), "three"])
            #expect(condition.type == "simple-error")
        }
        do {
            try await scheme.evaluate("(raise '(a 1))")
        } catch SchemeError.raised(let condition) {
            #expect(condition.irritants == [[.symbol("a"), 1]])
            #expect(condition.type == nil)
        }
    }

    @Test func exitEndsTheEvaluationOnly() async throws {
        let scheme = try quietScheme()
        do {
            try await scheme.evaluate("(exit 7)")
            Issue.record("no exit")
        } catch SchemeError.exited(let code) {
            #expect(code == 7)
        }
        #expect(try await scheme.evaluate("1") == 1)
    }

    @Test func boundlessRecursionIsGivenUp() async throws {
        let scheme = try quietScheme(heapLimit: 32 << 20)
        do {
            try await scheme.evaluate("(define (f x) (+ 1 (f x))) (f 1)")
            Issue.record("no abort")
        } catch SchemeError.aborted(let abort) {
            #expect(abort == .recursionTooDeep)
        }
        #expect(try await scheme.evaluate("2") == 2)
    }

    @Test func swiftProceduresAreCalled() async throws {
        let scheme = try quietScheme()
        try await scheme.define("add", arity: .atLeast(1)) { arguments in
            .integer(arguments.compactMap(\.integerValue).reduce(0, +))
        }
        #expect(try await scheme.evaluate("(apply add (map (lambda (n) (add n 1)) '(1 2 3)))") == 9)
        do {
            try await scheme.evaluate("(add)")
            Issue.record("no error")
        } catch SchemeError.raised(let condition) {
            #expect(condition.type == "wrong-number-of-arguments")
        }
    }

    private struct Trouble: Error, CustomStringConvertible {
        var description: String { "trouble in Swift" }
    }

    @Test func swiftErrorsAreConditions() async throws {
        let scheme = try quietScheme()
        try await scheme.define("fail", arity: 0) { _ in throw Trouble() }
        let caught = try await scheme.evaluate(
            "(guard (e (#t (condition/report-string e))) (fail))")
        #expect(caught == "trouble in Swift")
    }

    @Test func aSwiftProcedureMayAwaitAndCallBack() async throws {
        let scheme = try quietScheme()
        try await scheme.evaluate("(define (twice x) (* 2 x))")
        try await scheme.define("twice-in-swift", arity: 1) { [weak scheme] arguments in
            guard let scheme else { return .unspecific }
            return try await scheme.call("twice", arguments)
        }
        #expect(try await scheme.evaluate("(+ 1 (twice-in-swift 20))") == 41)
    }

    @Test func variablesAreSet() async throws {
        let scheme = try quietScheme()
        try await scheme.set("table", [.pair(.symbol("a"), 1), .pair(.symbol("b"), 2)])
        #expect(try await scheme.evaluate("(cdr (assq 'b table))") == 2)
    }

    @Test func proceduresAreHeldAndCalled() async throws {
        let scheme = try quietScheme()
        let counter = try await scheme.evaluate(
            "(let ((n 0)) (lambda (step) (set! n (+ n step)) n))")
        guard case .object(let object) = counter else {
            Issue.record("not an object: \(counter)")
            return
        }
        #expect(object.isProcedure)
        #expect(object.description.hasPrefix("#[compound-procedure"))
        for round in 1...50 {
            #expect(try await scheme.call(counter, [2]) == .integer(2 * round))
            try await scheme.evaluate("(begin (make-vector 100000 0) (gc-flip))")
        }
        await #expect(throws: SchemeError.self) { try await scheme.call("no-such-procedure") }
    }

    @Test func objectsStayAtHome() async throws {
        let first = try quietScheme()
        let second = try quietScheme()
        let procedure = try await first.evaluate("car")
        do {
            try await second.call(procedure, [[1]])
            Issue.record("no error")
        } catch SchemeError.foreignObject {
            #expect(try await first.call(procedure, [[1]]) == 1)
        }
    }

    @Test func printedOutputGoesToTheReceiver() async throws {
        let (stream, continuation) = AsyncStream.makeStream(of: [UInt8].self)
        let scheme = try Scheme(
            configuration: Configuration(
                standardInput: .empty, standardOutput: .receiver { continuation.yield($0) }, arguments: ["a", "b"]))
        try await scheme.evaluate("(display (command-line-arguments))")
        await scheme.shutDown()
        continuation.finish()
        var text: [UInt8] = []
        for await piece in stream { text += piece }
        #expect(String(decoding: text, as: UTF8.self) == "(a b)")
    }

    @Test func filesAreLoaded() async throws {
        let scheme = try quietScheme()
        do {
            try await scheme.load(path: "no-such-file.scm")
            Issue.record("no error")
        } catch SchemeError.raised(let condition) {
            #expect(condition.type == "file-operation-error")
        }
    }
}
