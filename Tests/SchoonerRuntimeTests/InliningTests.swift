import SchoonerLibrary
import SchoonerRuntime
import Testing

/// Small global procedures in their callers' code; what programs see of it, the programs in `Programs/inlining` test.
@Suite struct InliningTests {
    private let scheme = Interpreter(heapLimit: 512 << 20, sources: .embedded)

    init() { scheme.boot() }

    private func evaluate(_ text: String) {
        _ = scheme.scheduler.runMain(
            scheme.libraryProcedure("%evaluate-text"),
            [scheme.heap.string(text), scheme.heap.string("test"), Value.false])
    }

    private func code(_ name: String) throws -> Value {
        let cell = try #require(scheme.heap.ownCell(scheme.userEnvironment, scheme.heap.intern(name)))
        let value = cell[slot: CellLayout.value]
        try #require(value.isType(.closure))
        return value.code
    }

    @Test func aSmallProcedureIsCopiedUntilItIsRedefined() throws {
        evaluate("(define (half n) (quotient n 2))")
        evaluate("(define (quarter n) (half (half n)))")
        let copies = DebugTable.inlined(in: try code("quarter"))
        #expect(copies.count == 2)
        let first = try #require(copies.first)
        #expect(try code("quarter").codeInstruction(first.words.upperBound - 1).opcode == .quotient)
        evaluate("(define (half n) n)")
        let patched = try code("quarter").codeInstruction(first.words.lowerBound)
        #expect(patched.opcode == .jump)
        #expect(first.words.lowerBound + 1 + patched.bc == first.fallback)
    }

    @Test(arguments: [
        "(define (f x) (list (list x) 1))", "(define f (let ((y 1)) (lambda (x) (+ x y))))",
        "(define (f #!optional x) 1)",
        "(define (f x) (lambda () x))", "(define (f x) (set! x 1) x)",
    ])
    func otherProceduresAreCalled(definition: String) throws {
        evaluate(definition)
        evaluate("(define (g x) (f x))")
        #expect(DebugTable.inlined(in: try code("g")).isEmpty)
    }

    @Test func theProceduresOfARecordTypeAreOneInstruction() throws {
        evaluate("(define-record-type cell (make-box-of x) box-of? (x content set-content!))")
        evaluate("(define (get c) (content c))")
        evaluate("(define (fresh x) (make-box-of x))")
        #expect(try code("get").codeInstruction(1).opcode == .recordRef)
        #expect(DebugTable.inlined(in: try code("fresh")).count == 1)
    }
}
