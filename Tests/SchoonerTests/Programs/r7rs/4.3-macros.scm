;; R7RS 4.3: macros
(import (scheme base) (scheme write))
(include "checking.scm")

;; 4.3.1 let-syntax: the body is expanded in an environment extended by the keywords.
(check (let-syntax ((given-that (syntax-rules ()
                                  ((_ test stmt1 stmt2 ...) (if test (begin stmt1 stmt2 ...))))))
         (let ((if #t)) (given-that if (set! if 'now)) if))
       => 'now)
(check (let ((x 'outer))
         (let-syntax ((m (syntax-rules () ((m) x))))
           (let ((x 'inner)) (m))))
       => 'outer)
(check (let-syntax ((a (syntax-rules () ((_) 1))) (b (syntax-rules () ((_) 2)))) (list (a) (b))) => '(1 2))
(check (let-syntax () 5) => 5)

;; letrec-syntax: the keywords are visible in the transformers.
(check (letrec-syntax ((my-or (syntax-rules ()
                                ((my-or) #f)
                                ((my-or e) e)
                                ((my-or e1 e2 ...) (let ((temp e1)) (if temp temp (my-or e2 ...)))))))
         (let ((x #f) (y 7) (temp 8) (let odd?) (if even?))
           (my-or x (let temp) (if y) y)))
       => 7)
(check (letrec-syntax ((ev? (syntax-rules () ((_) #t) ((_ a . r) (od? . r))))
                       (od? (syntax-rules () ((_) #f) ((_ a . r) (ev? . r)))))
         (list (ev? 1 2) (ev? 1 2 3)))
       => '(#t #f))

;; 4.3.2 syntax-rules. Hygiene: an inserted identifier that is bound by the template is renamed.
(define-syntax swap!
  (syntax-rules () ((_ a b) (let ((tmp a)) (set! a b) (set! b tmp)))))
(check (let ((tmp 1) (other 2)) (swap! tmp other) (list tmp other)) => '(2 1))
;; A free identifier of the template refers to the binding where the transformer was specified.
(define-syntax my-list (syntax-rules () ((_ x ...) (list x ...))))
(check (let ((list vector)) (my-list 1 2)) => '(1 2))
(define-syntax my-unless (syntax-rules () ((_ c e) (if c #f e))))
(check (let ((if list)) (my-unless #f 'yes)) => 'yes)
(check (let ((else #f)) (let-syntax ((m (syntax-rules () ((_ x) (cond (#f 1) (x 2)))))) (m #t))) => 2)

;; The keyword at the start of a pattern is not matched and is no pattern variable.
(define-syntax ignore-keyword (syntax-rules () ((anything x) 'x)))
(check (ignore-keyword a) => 'a)

;; An input form P matches F if: P is an underscore, which matches anything and is not bound.
(define-syntax second-of (syntax-rules () ((_ _ x _) x)))
(check (second-of 1 2 3) => 2)

;; P is a non-literal identifier: it matches any form.
(define-syntax quote-it (syntax-rules () ((_ x) 'x)))
(check (quote-it (a b . c)) => '(a b . c))
(check (quote-it "s") => "s")

;; P is a literal identifier: F is an identifier with the same binding.
(define-syntax arrow (syntax-rules (=>) ((_ a => b) '(arrow a b)) ((_ a b c) '(plain a b c))))
(check (arrow 1 => 2) => '(arrow 1 2))
(check (arrow 1 2 3) => '(plain 1 2 3))
(check (let ((=> 0)) (arrow 1 => 2)) => '(plain 1 => 2))
(check (let-syntax ((foo (syntax-rules (bar) ((_ bar) 'literal) ((_ x) 'other)))) (list (foo bar) (foo baz)))
       => '(literal other))
(check (let ((x 1)) (let-syntax ((foo (syntax-rules (x) ((_ x) 'same) ((_ y) 'other)))) (list (foo x) (let ((x 2)) (foo x)))))
       => '(same other))

;; P is (P1 ... Pn): a list of n forms that match.
(define-syntax shape
  (syntax-rules ()
    ((_ ()) 'empty)
    ((_ (a)) '(one a))
    ((_ (a b)) '(two a b))
    ((_ (a (b c) d)) '(nested a b c d))
    ((_ (a . b)) '(dotted a b))
    ((_ #(a b)) '(vector a b))
    ((_ #(a ...)) '(long-vector a ...))
    ((_ 5) 'five)
    ((_ "s") 'string)
    ((_ #\c) 'char)
    ((_ #t) 'true)
    ((_ x) 'anything)))
(check (shape ()) => 'empty)
(check (shape (1)) => '(one 1))
(check (shape (1 2)) => '(two 1 2))
(check (shape (1 (2 3) 4)) => '(nested 1 2 3 4))
;; P is (P1 ... Pn . Pn+1): an improper list, or a list of n or more.
(check (shape (1 . 2)) => '(dotted 1 2))
(check (shape (1 2 3)) => '(dotted 1 (2 3)))
;; P is a vector.
(check (shape #(1 2)) => '(vector 1 2))
(check (shape #(1 2 3)) => '(long-vector 1 2 3))
(check (shape #()) => '(long-vector))
;; P is a datum: equal? to F.
(check (shape 5) => 'five)
(check (shape "s") => 'string)
(check (shape #\c) => 'char)
(check (shape #t) => 'true)
(check (shape #f) => 'anything)

;; P is (P1 ... Pk Pe <ellipsis> Pm+1 ... Pn): the ellipsis matches zero or more, with a tail after it.
(define-syntax last-of (syntax-rules () ((_ x ... last) 'last)))
(check (last-of 1 2 3) => 3)
(check (last-of 1) => 1)
(define-syntax tail-pattern (syntax-rules () ((_ a b ... y z) '(a (b ...) y z))))
(check (tail-pattern 1 2 3) => '(1 () 2 3))
(check (tail-pattern 1 2 3 4 5) => '(1 (2 3) 4 5))
;; ... and with a dotted tail.
(define-syntax dotted-tail (syntax-rules () ((_ a ... b . c) '((a ...) b c))))
(check (dotted-tail 1 2 3 . 4) => '((1 2) 3 4))
(check (dotted-tail 1) => '(() 1 ()))
(check (dotted-tail 1 . 2) => '(() 1 2))
;; Vector patterns with an ellipsis and a tail.
(define-syntax vector-tail (syntax-rules () ((_ #(a ... b c)) '((a ...) b c))))
(check (vector-tail #(1 2 3 4)) => '((1 2) 3 4))
(check (vector-tail #(1 2)) => '(() 1 2))

;; Ellipses nest.
(define-syntax my-let*
  (syntax-rules ()
    ((_ () body ...) (let () body ...))
    ((_ ((x v) rest ...) body ...) (let ((x v)) (my-let* (rest ...) body ...)))))
(check (my-let* ((a 1) (b (+ a 1)) (c (* b 10))) (list a b c)) => '(1 2 20))
(define-syntax flatten (syntax-rules () ((_ (a ...) ...) '(a ... ...))))
(check (flatten (1 2) () (3)) => '(1 2 3))
(define-syntax nested (syntax-rules () ((_ (a b ...) ...) '((a ...) ((b ...) ...)))))
(check (nested (1 2 3) (4) (5 6)) => '((1 4 5) ((2 3) () (6))))
(define-syntax distribute (syntax-rules () ((_ x (y ...)) '((x y) ...))))
(check (distribute a (1 2 3)) => '((a 1) (a 2) (a 3)))
(define-syntax deep (syntax-rules () ((_ ((a ...) ...) ...) '(((a ...) ...) ...))))
(check (deep ((1 2) (3)) () ((4))) => '(((1 2) (3)) () ((4))))
(define-syntax cross (syntax-rules () ((_ (a ...) b) '((a b) ... end))))
(check (cross () z) => '(end))
(define-syntax let-pairs (syntax-rules () ((_ ((n v) ...) . body) ((lambda (n ...) . body) v ...))))
(check (let-pairs ((x 1) (y 2)) (+ x y)) => 3)

;; A template (<ellipsis> <template>) treats ellipses within as themselves.
(define-syntax be-like-begin
  (syntax-rules ()
    ((be-like-begin name)
     (define-syntax name (syntax-rules () ((name expr (... ...)) (begin expr (... ...))))))))
(be-like-begin sequence)
(check (sequence 1 2 3 4) => 4)
(define-syntax dots (syntax-rules () ((_ a) '(a (... ...)))))
(check (dots 1) => '(1 ...))
(define-syntax dots-template (syntax-rules () ((_ a) '(... (a ...)))))
(check (dots-template 1) => '(1 ...))

;; Another identifier may be given as the ellipsis.
(define-syntax my-ellipsis (syntax-rules ::: () ((_ a :::) '(a ::: ...))))
(check (my-ellipsis 1 2 3) => '(1 2 3 ...))
(define-syntax make-lister
  (syntax-rules ()
    ((_ name) (define-syntax name (syntax-rules ::: () ((_ x :::) (list x :::)))))))
(make-lister lister)
(check (lister 1 2) => '(1 2))
;; The first rule that matches is used; when none does it is a syntax error.
(define-syntax first-rule (syntax-rules () ((_ a) 'one) ((_ a ...) 'many)))
(check (first-rule 1) => 'one)
(check (first-rule 1 2) => 'many)

;; Pattern variables are not identifiers of the template's quote: they are replaced there also.
(define-syntax in-quotes (syntax-rules () ((_ a b ...) '("a" a #(b ...) (b . a)  ...))))
(check (in-quotes 1 2 3) => '("a" 1 #(2 3) (2 . 1) (3 . 1)))

;; A macro may expand into definitions; the names given by the use are the user's.
(define-syntax define-two (syntax-rules () ((_ a b v) (begin (define a v) (define b v)))))
(define-two one uno 1)
(check (list one uno) => '(1 1))
(check (let () (define-two x y 5) (+ x y)) => 10)
(define-syntax define-getter (syntax-rules () ((_ get v) (begin (define hidden v) (define (get) hidden)))))
(check (let () (define hidden 'mine) (define-getter get 'theirs) (list hidden (get))) => '(mine theirs))
(define-syntax my-define (syntax-rules () ((_ (name . formals) . body) (define (name . formals) . body))))
(my-define (add x . more) (apply + x more))
(check (add 1 2 3) => 6)

;; Macros that define macros.
(define-syntax define-constant-macro
  (syntax-rules () ((_ name value) (define-syntax name (syntax-rules () ((_) value))))))
(define-constant-macro five 5)
(check (five) => 5)
(check (let () (define-constant-macro six 6) (six)) => 6)

;; Macros shadow and are shadowed like variables.
(check (let ((swap! list)) (swap! 1 2)) => '(1 2))
(check (let () (define-syntax five (syntax-rules () ((_) 'local))) (five)) => 'local)
(check (let loop ((i 0)) (define-syntax next (syntax-rules () ((_) (loop (+ i 1))))) (if (< i 5) (next) i)) => 5)

;; A loop by macro with an identifier given by the user.
(define-syntax while
  (syntax-rules () ((_ c body ...) (let lp () (when c body ... (lp))))))
(check (let ((i 0) (lp 'mine)) (while (< i 3) (set! i (+ i 1))) (list i lp)) => '(3 mine))
(define-syntax for
  (syntax-rules (in) ((_ x in l body ...) (map (lambda (x) body ...) l))))
(check (for y in '(1 2 3) (* y y)) => '(1 4 9))
(define-syntax my-cond
  (syntax-rules (else)
    ((_ (else e ...)) (begin e ...))
    ((_ (c e ...) clause ...) (if c (begin e ...) (my-cond clause ...)))))
(check (my-cond (#f 1) (else 2)) => 2)
;; The example of the report: => is not the literal when it is bound locally.
(check (let ((=> #f)) (cond (#t => 'ok))) => 'ok)

;; Recursion over arguments: reverse at expansion.
(define-syntax reversed
  (syntax-rules () ((_ () acc) 'acc) ((_ (x . r) (a ...)) (reversed r (x a ...)))))
(check (reversed (1 2 3) ()) => '(3 2 1))
(define-syntax count-forms (syntax-rules () ((_) 0) ((_ x y ...) (+ 1 (count-forms y ...)))))
(check (count-forms a b c d) => 4)

(report-checks)
