import SchoonerRuntime
import Testing

/// Macros: `syntax-rules` and its hygiene.
@Suite struct SyntaxHygieneTests {
    static let swap =
        "(define-syntax swap! (syntax-rules () ((_ a b) (let ((t a)) (set! a b) (set! b t)))))"
    static let myOr =
        "(define-syntax my-or (syntax-rules () ((_) #f) ((_ e) e) ((_ e r ...) (let ((t e)) (if t t (my-or r ...))))))"

    @Test(
        arguments: [
            (swap + "(lambda (t u) (swap! t u))", "(lambda (t u) (let ((t.1 t)) (begin (set! t u) (set! u t.1))))"),
            (myOr + "(lambda (t) (my-or 1 t))", "(lambda (t) (let ((t.1 1)) (if t.1 t.1 t)))"),
            (myOr + "(lambda (if) (my-or 1 if))", "(lambda (if) (let ((t 1)) (if t t if)))"),
            (myOr + "(let ((if list)) (my-or 1 2))", "(let ((if #list)) (let ((t 1)) (if t t 2)))"),
            // A macro's free identifier means the top-level variable, not the local one of its use.
            (
                "(define-syntax m (syntax-rules () ((_ x) (list x)))) (lambda (list) (m list))",
                "(lambda (list) (#list list))"
            ),
            // A top-level definition of a macro's temporary goes by its symbol.
            (
                "(define-syntax m (syntax-rules () ((_ v) (begin (define tmp v) tmp)))) (m 1)",
                "(begin (define tmp 1) #tmp)"
            ),
        ] as [(String, String)])
    func keepsNamesApart(_ source: String, _ core: String) throws {
        #expect(try SyntaxBench().expand(source) == core)
    }

    @Test(
        arguments: [
            (
                "(define-syntax m (syntax-rules () ((_ (a b ...) ...) '((b ... a) ...)))) (m (1 2 3) (4))",
                "'((2 3 1) (4))"
            ),
            ("(define-syntax m (syntax-rules () ((_ (a ...) ...) '(a ... ...)))) (m (1 2) () (3))", "'(1 2 3)"),
            ("(define-syntax m (syntax-rules () ((_ a ... z) '(z a ...)))) (m 1 2 3)", "'(3 1 2)"),
            ("(define-syntax m (syntax-rules () ((_ a ... y z . r) '(r z y a ...)))) (m 1 2 3 . 4)", "'(4 3 2 1)"),
            ("(define-syntax m (syntax-rules () ((_ . r) 'r))) (m 1 . 2)", "'(1 . 2)"),
            ("(define-syntax m (syntax-rules () ((_ #(a b ...)) '(a #(b ...))))) (m #(1 2 3))", "'(1 #(2 3))"),
            ("(define-syntax m (syntax-rules () ((_ a) '(a (... ...))))) (m 1)", "'(1 ...)"),
            ("(define-syntax m (syntax-rules ::: () ((_ a :::) '(a ::: ...)))) (m 1 2)", "'(1 2 ...)"),
            ("(define-syntax m (syntax-rules (...) ((_ ...) 'dots) ((_ x) 'x))) (m ...)", "'dots"),
            ("(define-syntax m (syntax-rules () ((_ _ x) 'x))) (m 1 2)", "'2"),
            ("(define-syntax m (syntax-rules () ((_ \"s\" x) 'x) ((_ 1 x) 'one))) (m \"s\" 2)", "'2"),
            (
                "(define-syntax m (syntax-rules () ((_ (a b) ...) '((a ...) (b ...))))) (m (1 2) (3 4))",
                "'((1 3) (2 4))"
            ),
            ("(define-syntax m (syntax-rules () ((_ x (a ...)) '((x a) ...)))) (m 1 (2 3))", "'((1 2) (1 3))"),
        ] as [(String, String)])
    func matches(_ source: String, _ core: String) throws {
        #expect(try SyntaxBench().expand(source).replacing("'2", with: "2") == core.replacing("'2", with: "2"))
    }

    @Test(
        arguments: [
            // Literals match by binding.
            ("(define-syntax m (syntax-rules (else) ((_ else) 1) ((_ x) 2))) (m else)", "1"),
            (
                "(define-syntax m (syntax-rules (else) ((_ else) 1) ((_ x) 2))) (lambda (else) (m else))",
                "(lambda (else) 2)"
            ),
            ("(define-syntax m (syntax-rules (=>) ((_ =>) 1) ((_ x) 2))) (m =>)", "1"),
            ("(define-syntax m (syntax-rules (foo) ((_ foo) 1) ((_ x) 2))) (m foo)", "1"),
            ("(lambda (=>) (cond (1 => 2)))", "(lambda (=>) (if 1 (begin => 2) #!unspecific))"),
            ("(lambda (else) (cond (else 2)))", "(lambda (else) (if else 2 #!unspecific))"),
            // An ellipsis that is a local variable is none.
            (
                "(lambda (...) (let-syntax ((s (syntax-rules () ((_ x ...) 'bad) ((_ . r) 'ok)))) (s a b c)))",
                "(lambda (...) 'ok)"
            ),
        ] as [(String, String)])
    func literals(_ source: String, _ core: String) throws {
        #expect(try SyntaxBench().expand(source) == core)
    }

    @Test(
        arguments: [
            // Macro-defining macros.
            (
                "(define-syntax def (syntax-rules () ((_ n v) (define-syntax n (syntax-rules () ((_) v)))))) (def five 5) (five)",
                "5"
            ),
            (
                "(define-syntax be-like-begin (syntax-rules () ((_ name) (define-syntax name (syntax-rules () ((_ e (... ...)) (begin e (... ...)))))))) (be-like-begin seq) (seq 1 2)",
                "(begin 1 2)"
            ),
            (
                "(lambda (y) (define-syntax a (syntax-rules () ((_ x) (b x y)))) (define-syntax b (syntax-rules () ((_ p q) (list p q)))) (let ((y 2)) (a y)))",
                "(lambda (y) (let ((y.1 2)) (#list y.1 y)))"
            ),
            // Scopes.
            ("(letrec-syntax ((a (syntax-rules () ((_) (b)))) (b (syntax-rules () ((_) 7)))) (a))", "7"),
            ("(let-syntax ((a (syntax-rules () ((_) 7)))) (define zz (a)))", "(define zz 7)"),
            (
                "(let ((x 1)) (let-syntax ((m (syntax-rules () ((_) x)))) (let ((x 2)) (m))))",
                "(let ((x 1)) (let ((x.1 2)) x))"
            ),
            (
                "(let-syntax ((h (syntax-rules () ((_ x) (list x))))) (define-syntax pub (syntax-rules () ((_ x) (h x))))) (pub 3)",
                "(#list 3)"
            ),
            ("(let*-syntax ((a (syntax-rules () ((_) 1))) (b (syntax-rules () ((_) (a))))) (b))", "1"),
            ("(define-syntax my-if if) (my-if 1 2 3)", "(if 1 2 3)"),
            // Keywords may be shadowed or redefined.
            ("(lambda (if) (if 1 2 3))", "(lambda (if) (if 1 2 3))"),
            ("(define (assert x) (assert x))", "(define assert (lambda:assert (x) (#assert x)))"),
            (
                "(begin (define (list . x) (list x)) (list 1))",
                "(begin (define list (lambda:list (#!rest x) (#list x))) (#list 1))"
            ),
            ("(lambda () (define (when x) x) (when 1))", "(lambda () (letrec ((when (lambda:when (x) x))) (when 1)))"),
            ("(define list 3) (define-syntax list (syntax-rules () ((_ x) 'x))) (list foo)", "'foo"),
            // Quoted aliases are symbols again.
            ("(define-syntax m (syntax-rules () ((_ x) '(a #(b x))))) (m c)", "'(a #(b c))"),
            ("(define-syntax m (syntax-rules () ((_ x) `(a ,x)))) (m c)", "(#list 'a #c)"),
        ] as [(String, String)])
    func scopes(_ source: String, _ core: String) throws {
        #expect(try SyntaxBench().expand(source) == core)
    }
}
