import SchoonerRuntime
import Testing

/// Procedural transformers and syntactic closures. The transformers are written in Swift: the bench calls them
/// where the machine would call Scheme procedures.
@Suite struct SyntaxTransformerTests {
    typealias Transformer = @Sendable (Interpreter, [Value]) -> Value

    /// Expands the text; the transformer expression of each macro is the name of a procedure of the table.
    private func expand(_ text: String, _ transformers: [String: Transformer]) throws -> String {
        let bench = SyntaxBench()
        let scheme = bench.scheme
        scheme.evaluateCore = { (core, _) throws(Signal) in
            guard case .global(let reference) = core else { throw scheme.simpleError("no name of a transformer") }
            return reference.name
        }
        scheme.applyTransformer = { (procedure, arguments) throws(Signal) in
            guard let transformer = transformers[procedure.symbolText] else {
                throw scheme.simpleError("no transformer", procedure)
            }
            return transformer(scheme, arguments)
        }
        return try bench.expand(text)
    }

    private static func close(_ scheme: Interpreter, _ form: Value, _ environment: Value, _ free: Value = .null)
        -> Value
    {
        scheme.heap.object(.syntacticClosure, environment, free, form)
    }

    /// `(m expression)` ⇒ `(let ((t 1)) (list t expression))` in the macro's environment.
    private static let wrapping: Transformer = { scheme, arguments in
        var reader = SyntaxTestReader(scheme.heap, "(let ((t 1)) (list t hole))")
        let form = reader.readAll()[0]
        let use = close(scheme, arguments[0].cdr.car, arguments[1])
        scheme.heap.setCar(form.cdr.cdr.car.cdr.cdr, use)
        return form
    }

    @Test func closedOutputMeansTheMacrosEnvironment() throws {
        let text = "(define-syntax m (sc-macro-transformer wrap)) (lambda (t list) (m (list t)))"
        #expect(
            try expand(text, ["wrap": Self.wrapping])
                == "(lambda (t list) (let ((t.1 1)) (#list t.1 (list t))))")
    }

    @Test func reversedOutputMeansTheUsesEnvironment() throws {
        let text = "(define-syntax m (rsc-macro-transformer unhygienic)) (lambda (it) (m 2))"
        let transformer: Transformer = { scheme, arguments in
            scheme.heap.list(scheme.heap.intern("list"), scheme.heap.intern("it"), arguments[0].cdr.car)
        }
        #expect(try expand(text, ["unhygienic": transformer]) == "(lambda (it) (#list it 2))")
    }

    @Test func definitionsOfClosedOutput() throws {
        // The name comes closed from the use, the value is the macro's own.
        let define: Transformer = { scheme, arguments in
            let name = Self.close(scheme, arguments[0].cdr.car, arguments[1])
            return scheme.heap.list(scheme.heap.intern("define"), name, scheme.heap.intern("list"))
        }
        let text = "(define-syntax def (sc-macro-transformer definer)) "
        #expect(try expand(text + "(def x)", ["definer": define]) == "(define x #list)")
        #expect(
            try expand(text + "(lambda (list) (def x) (x list))", ["definer": define])
                == "(lambda (list) (letrec ((x #list)) (x list)))")
        // A name that the transformer puts together is seen by the body.
        let made: Transformer = { scheme, _ in
            scheme.heap.list(scheme.heap.intern("define"), scheme.heap.intern("made"), .one)
        }
        #expect(
            try expand("(define-syntax def (sc-macro-transformer make)) (lambda () (def) made)", ["make": made])
                == "(lambda () (letrec ((made 1)) made))")
    }

    @Test func freeNamesOfAClosure() throws {
        // (loop-with id expression): the expression sees the binding that the output makes of id.
        let transformer: Transformer = { scheme, arguments in
            let identifier = arguments[0].cdr.car
            let expression = Self.close(
                scheme, arguments[0].cdr.cdr.car, arguments[1], scheme.heap.list(identifier))
            let lambda = scheme.heap.intern("lambda")
            return scheme.heap.list(lambda, scheme.heap.list(identifier), expression)
        }
        let text = "(define-syntax fn (sc-macro-transformer fn)) (lambda (y lambda) (fn x (list x y lambda)))"
        #expect(try expand(text, ["fn": transformer]) == "(lambda (y lambda) (lambda (x) (#list x y lambda)))")
    }

    @Test func explicitRenaming() throws {
        let bench = SyntaxBench()
        let heap = bench.scheme.heap
        bench.scheme.heap.define(bench.scheme.systemEnvironment, "%apply-er-transformer", heap.intern("driver"))
        let swap: Transformer = { scheme, arguments in
            let form = arguments[1]
            var aliases: [String: Value] = [:]
            func rename(_ name: String) -> Value {
                if let alias = aliases[name] { return alias }
                let alias = Self.close(scheme, scheme.heap.intern(name), arguments[2])
                aliases[name] = alias
                return alias
            }
            let heap = scheme.heap
            let (a, b) = (form.cdr.car, form.cdr.cdr.car)
            return heap.list(
                rename("let"), heap.list(heap.list(rename("t"), a)), heap.list(rename("set!"), a, b),
                heap.list(rename("set!"), b, rename("t")))
        }
        bench.scheme.evaluateCore = { (_, _) throws(Signal) in .false }
        bench.scheme.applyTransformer = { (_, arguments) throws(Signal) in swap(bench.scheme, arguments) }
        let text = "(define-syntax swap! (er-macro-transformer swap)) (lambda (t set!) (swap! t set!))"
        #expect(
            try bench.expand(text)
                == "(lambda (t set!) (let ((t.1 t)) (begin (set! t set!) (set! set! t.1))))")
    }

    @Test func transformersRunBeforeTheVariablesAroundThemExist() throws {
        let text = "(lambda (wrap) (let-syntax ((m (sc-macro-transformer wrap))) (m 2)))"
        #expect(
            try expand(text, ["wrap": Self.wrapping])
                == "(lambda (wrap) (let ((t 1)) (#list t 2)))")
    }

    @Test func includedForms() throws {
        let bench = SyntaxBench()
        bench.scheme.readIncluded = { (name, _, _) throws(Signal) in
            var reader = SyntaxTestReader(bench.scheme.heap, name == "a.scm" ? "(define x 1) (f x)" : "(g)")
            return reader.readAll()
        }
        #expect(try bench.expand("(include \"a.scm\" \"b.scm\")") == "(begin (define x 1) (#f #x) (#g))")
        #expect(try bench.expand("(lambda () (include \"a.scm\"))") == "(lambda () (letrec ((x 1)) (#f x)))")
        #expect(try bench.expand("(include-ci \"b.scm\")") == "(#g)")
    }

    @Test func aDefinitionReplacesAnImport() throws {
        let bench = SyntaxBench()
        let heap = bench.scheme.heap
        let library = heap.makeEnvironment(parent: .false)
        heap.define(library, "x", .one)
        heap.bind(bench.scheme.userEnvironment, heap.intern("x"), to: heap.cell(library, heap.intern("x")))
        #expect(try bench.expand("x") == "#x")
        _ = try bench.expand("(define-syntax x (syntax-rules () ((_) 2)))")
        #expect(try bench.expand("(x)") == "2")
        #expect(heap.cell(library, heap.intern("x"))[slot: CellLayout.value] == .one)
    }
}
