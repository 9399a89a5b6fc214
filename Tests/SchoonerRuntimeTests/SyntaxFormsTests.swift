import SchoonerRuntime
import Testing

/// The core forms that special forms stand for.
@Suite struct SyntaxFormsTests {
    @Test(
        arguments: [
            ("42", "42"),
            ("x", "#x"),
            ("()", "'()"),
            ("'(a . b)", "'(a . b)"),
            ("(f x 1)", "(#f #x 1)"),
            ("(if a b)", "(if #a #b #!unspecific)"),
            ("(lambda (x #!optional y . z) (x y z))", "(lambda (x #!optional y #!rest z) (x y z))"),
            ("(named-lambda (f x) x)", "(lambda:f (x) x)"),
            ("(define x 1)", "(define x 1)"),
            ("(define x)", "(define x #!unassigned)"),
            ("(define (f . x) x)", "(define f (lambda:f (#!rest x) x))"),
            ("(define f (lambda (x) x))", "(define f (lambda:f (x) x))"),
            ("(define ((f a) b) (list a b))", "(define f (lambda:f (a) (lambda (b) (#list a b))))"),
            ("(define-integrable (f x) x)", "(define f (lambda:f (x) x))"),
            ("(set! x 1)", "(set! #x 1)"),
            ("(lambda (x) (set! x))", "(lambda (x) (set! x #!unassigned))"),
            ("(begin)", "#!unspecific"),
            ("(begin 1 2)", "(begin 1 2)"),
            ("(let ((x 1) (y x)) y)", "(let ((x 1) (y #x)) y)"),
            ("(let* ((x 1) (x (f x))) x)", "(let ((x 1)) (let ((x.1 (#f x))) x.1))"),
            (
                "(letrec ((f (lambda () (g))) (g (lambda () (f)))) f)",
                "(letrec ((f (lambda:f () (g))) (g (lambda:g () (f)))) f)"
            ),
            ("(let loop ((i 0)) (loop (+ i 1)))", "(letrec ((loop (lambda:loop (i) (loop (#+ i 1))))) (loop 0))"),
            ("(let loop ((i loop)) i)", "(letrec ((loop (lambda:loop (i) i))) (loop #loop))"),
            (
                "(do ((i 0 (+ i 1)) (j 1)) ((= i 3) j) (f i))",
                "(letrec ((do-loop (lambda:do-loop (i j) (if (#= i 3) j (begin (#f i) (do-loop (#+ i 1) j)))))) (do-loop 0 1))"
            ),
            ("(and)", "#t"), ("(and a b)", "(if #a #b #f)"), ("(or)", "#f"),
            ("(or a b)", "(let ((temp #a)) (if temp temp #b))"),
            ("(if (or a b) 1 2)", "(if (if #a #t #b) 1 2)"),
            ("(lambda (x) (or x 1))", "(lambda (x) (if x x 1))"),
            ("(when a 1 2)", "(if #a (begin 1 2) #!unspecific)"), ("(unless a 1)", "(if #a #!unspecific 1)"),
            ("(cond (a 1) (else 2))", "(if #a 1 2)"),
            (
                "(cond (a) (b => f))",
                "(let ((temp #a)) (if temp temp (let ((temp.1 #b)) (if temp.1 (#f temp.1) #!unspecific))))"
            ),
            (
                "(case x ((1 b) 2) ((\"s\") => f) (else 3))",
                "(let ((key #x)) (if (if (#eq? key 1) #t (#eq? key 'b)) 2 (if (#eqv? key \"s\") (#f key) 3)))"
            ),
            (
                "(let-values (((a . b) (f)) ((c) a)) (list a b c))",
                "(#call-with-values (lambda () (#f)) (lambda (a #!rest b) (#call-with-values (lambda () #a) (lambda (c) (#list a b c)))))"
            ),
            ("(receive (a . b) (f) b)", "(#call-with-values (lambda () (#f)) (lambda (a #!rest b) b))"),
            ("(delay x)", "(#%make-delayed (lambda () #x))"),
            ("(cons-stream a b)", "(#cons #a (#%make-delayed (lambda () #b)))"),
            ("(parameterize ((p 1)) 2)", "(#parameterize* (#list (#cons #p 1)) (lambda () 2))"),
            ("(guard (e (#t e)) (f))", "(#%guard (lambda () (#f)) (lambda (e reraise) (if #t e (reraise))))"),
            ("(guard (e (else e)) (f))", "(#%guard-all (lambda () (#f)) (lambda (e) e))"),
            (
                "(define-values (a b) (f))",
                "(begin (define a #!unassigned) (define b #!unassigned) (#call-with-values (lambda () (#f)) (lambda (a b) (begin (set! #a a) (set! #b b) #!unspecific))))"
            ),
            ("(access car system-global-environment)", "(#environment-lookup #system-global-environment 'car)"),
            ("(lambda (x) (let ((y 1)) (the-environment)))", "(lambda (x) (let ((y 1)) (the-environment y x)))"),
            ("(and-let* ((x 1) ((f x)) y) x)", "(let ((x 1)) (if x (if (#f x) (if #y x #f) #f) #f))"),
            ("(declare (usual-integrations))", "#!unspecific"),
            ("(cond-expand (foo 1) ((and r7rs (not foo)) 2) (else 3))", "2"),
        ] as [(String, String)])
    func expands(_ source: String, _ core: String) throws {
        #expect(try SyntaxBench().expand(source) == core)
    }

    @Test(
        arguments: [
            ("`(1 b)", "'(1 b)"),
            ("`(1 ,x)", "(#list 1 #x)"),
            ("`(1 ,x . z)", "(#cons* 1 #x 'z)"),
            ("`(,@x)", "#x"),
            ("`(1 ,@x 2)", "(#cons 1 (#append #x (#list 2)))"),
            ("`(1 . ,x)", "(#cons 1 #x)"),
            ("`#(1 ,x)", "(#list->vector (#list 1 #x))"),
            (
                "`(a `(b ,(c ,x)))",
                "(#list 'a (#list 'quasiquote (#list 'b (#list 'unquote (#list 'c #x)))))"
            ),
            ("`(1 ,5)", "(#list 1 5)"),
        ] as [(String, String)])
    func quasiquotes(_ source: String, _ core: String) throws {
        #expect(try SyntaxBench().expand(source) == core)
    }

    @Test(
        arguments: [
            ("(lambda () (define x 1) (define (f) x) (f))", "(lambda () (letrec ((x 1) (f (lambda:f () x))) (f)))"),
            ("(lambda () (display 1) (define x 2) x)", "(lambda () (letrec ((unused (#display 1)) (x 2)) x))"),
            ("(lambda (x) (define x (+ x 1)) x)", "(lambda (x) (letrec ((x.1 (#+ x.1 1))) x.1))"),
            (
                "(lambda () (begin (define x 1)) (define-values (y . z) x) y)",
                "(lambda () (letrec ((x 1) (y #!unassigned) (z #!unassigned) (unused (#call-with-values (lambda () x) (lambda (y.1 #!rest z.1) (begin (set! y y.1) (set! z z.1) #!unspecific))))) y))"
            ),
            ("(lambda () (define x 1) (define x 2) x)", "(lambda () (letrec ((x 1) (unused (set! x 2))) x))"),
            ("(lambda () (define x 1))", "(lambda () (letrec ((x 1)) 'x))"),
            (
                "(lambda () (define-record-type <p> (mk x) p? (x p-x)) mk)",
                "(lambda () (letrec ((<p> (#make-record-type '<p> '(x))) (mk (lambda:mk (x) (#%record <p> x)))"
                    + " (p? (lambda:p? (object) (#%record-is? object <p>)))"
                    + " (p-x (lambda:p-x (record) (#%record-ref record 1 <p> p-x)))) mk))"
            ),
            (
                "(lambda (x) (define-syntax m (syntax-rules () ((_ a) (define a x)))) (m y) y)",
                "(lambda (x) (letrec ((y x)) y))"
            ),
        ] as [(String, String)])
    func bodies(_ source: String, _ core: String) throws {
        #expect(try SyntaxBench().expand(source) == core)
    }

    @Test(
        arguments: [
            (
                "(define-record-type point #t point? (x point-x set-x!) y)",
                "(begin (define point (#make-record-type 'point '(x y)))"
                    + " (define make-point (lambda:make-point (x y) (#%record #point x y)))"
                    + " (define point? (lambda:point? (object) (#%record-is? object #point)))"
                    + " (define point-x (lambda:point-x (record) (#%record-ref record 1 #point #point-x)))"
                    + " (define set-x! (lambda:set-x! (record.1 value) (#%record-set! record.1 1 value #point #set-x!))))"
            ),
            (
                "(define-record-type <r> (r r) #f (r r-r) s)",
                "(begin (define <r> (#make-record-type '<r> '(r s))) (define r (lambda:r (r) (#%record #<r> r #f)))"
                    + " (define r-r (lambda:r-r (record) (#%record-ref record 1 #<r> #r-r))))"
            ),
            (
                "(define-structure (p copier (constructor mk (x))) x (y 5))",
                "(begin (define rtd:p (#make-record-type 'p '(x y))) (define mk (lambda:mk (x) (#%record #rtd:p x 5)))"
                    + " (define p-x (lambda:p-x (record) (#%record-ref record 1 #rtd:p #p-x)))"
                    + " (define p-y (lambda:p-y (record.1) (#%record-ref record.1 2 #rtd:p #p-y)))"
                    + " (define set-p-x! (lambda:set-p-x! (record.2 value) (#%record-set! record.2 1 value #rtd:p #set-p-x!)))"
                    + " (define set-p-y! (lambda:set-p-y! (record.3 value.1) (#%record-set! record.3 2 value.1 #rtd:p #set-p-y!)))"
                    + " (define p? (lambda:p? (object) (#%record-is? object #rtd:p))) (define copy-p #%copy-record))"
            ),
            (
                "(define-structure (q (type vector) named) a)",
                "(begin (define rtd:q (#%make-structure-tag 'q '(a) 0))"
                    + " (define make-q (lambda:make-q (a) (#vector #rtd:q a)))"
                    + " (define q? (lambda:q? (object) (#%tagged-structure? object #rtd:q 0)))"
                    + " (define q-a (lambda:q-a (object.1) (#vector-ref object.1 1)))"
                    + " (define set-q-a! (lambda:set-q-a! (object.2 value) (#vector-set! object.2 1 value))))"
            ),
        ] as [(String, String)])
    func records(_ source: String, _ core: String) throws {
        let expanded = try SyntaxBench().expand(source)
        #expect(expanded == core)
    }

    @Test(
        arguments: [
            ("(if)", "Ill-formed syntax: '(if)"),
            ("(let ((x 1 2)) x)", "Ill-formed syntax: '(let ((x 1 2)) x)"),
            ("(lambda (x x) x)", "Ill-formed syntax: '(lambda (x x) x)"),
            ("(lambda (x))", "Ill-formed syntax: '(lambda (x))"),
            ("(car . 1)", "Combination must be a proper list: '(car . 1)"),
            ("(set! if 1)", "Variable required in this context: 'if"),
            ("if", "Classifier may not be used as an expression: #[object]"),
            ("(else 1)", "Special keyword can't be expanded: '(else 1)"),
            ("(define-syntax foo 3)", "Keyword binding value must be a keyword: 3"),
            ("(define-syntax foo (syntax-rules () ((_ x) x))) (foo)", "Ill-formed special form: '(foo)"),
            ("(syntax-error \"hello\" a)", "hello 'a"),
            ("(let ((x 1)) (if x (define y 1)))", "Definition may not be used as an expression: '(define y 1)"),
        ] as [(String, String)])
    func complains(_ source: String, _ message: String) throws {
        #expect(try SyntaxBench().expand(source) == message)
    }

    @Test(
        arguments: [
            ("(case-lambda ((x) x))", "(lambda (x) x)"),
            (
                "(case-lambda ((x) 1) ((x y) y))",
                "(lambda (argument #!optional argument.1) (if (#eq? argument.1 #!default) (let ((x argument)) 1)"
                    + " (let ((x.1 argument) (y argument.1)) y)))"
            ),
            (
                "(case-lambda (() 0) ((x . r) r))",
                "(lambda (#!optional argument #!rest rest) (if (#eq? argument #!default) 0"
                    + " (let ((x argument) (r rest)) r)))"
            ),
            (
                "(case-lambda ((a b) 1) (r r))",
                "(lambda (#!optional argument argument.1 #!rest rest)"
                    + " (if (if (#eq? argument.1 #!default) #f (#null? rest)) (let ((a argument) (b argument.1)) 1)"
                    + " (let ((r (if (#eq? argument #!default) '() (#cons argument"
                    + " (if (#eq? argument.1 #!default) '() (#cons argument.1 rest)))))) r)))"
            ),
        ] as [(String, String)])
    func caseLambda(_ source: String, _ core: String) throws {
        #expect(try SyntaxBench().expand(source) == core)
    }

    @Test func deepNestingAborts() throws {
        let bench = SyntaxBench()
        var datum = bench.scheme.heap.intern("x")
        for _ in 0..<100_000 { datum = bench.scheme.heap.list(bench.scheme.heap.intern("f"), datum) }
        let expander = Expander(interpreter: bench.scheme, environment: bench.scheme.userEnvironment)
        #expect(throws: Signal.self) { _ = try expander.expand(datum) }
    }

    @Test func endlessMacroAborts() throws {
        #expect(try SyntaxBench().expand("(define-syntax m (syntax-rules () ((_) (m)))) (m)") == "aborted")
    }
}
