;; R7RS 5.4: syntax definitions
(import (scheme base) (scheme write))
(include "checking.scm")

;; (define-syntax keyword transformer) binds the keyword; at the top level, for what follows.
(define-syntax my-or2 (syntax-rules () ((_ a b) (let ((t a)) (if t t b)))))
(check (let ((t 5)) (my-or2 #f t)) => 5)

;; The example of the report: an internal syntax definition is local to its body.
(check (let ((x 1) (y 2))
         (define-syntax swap!
           (syntax-rules () ((swap! a b) (let ((tmp a)) (set! a b) (set! b tmp)))))
         (swap! x y)
         (list x y))
       => '(2 1))
(check (let () (define-syntax k (syntax-rules () ((_) 'internal))) (define v (k)) v) => 'internal)

;; Macros can expand into definitions in any context that permits them.
(define-syntax define-thing (syntax-rules () ((_ name) (define name 'name))))
(define-thing foo)
(check foo => 'foo)
(check (let () (define-thing bar) (define-thing baz) (list bar baz)) => '(bar baz))

;; The keyword's region is the whole body: a macro may be used in a procedure defined after it.
(check (let () (define-syntax inc (syntax-rules () ((_ x) (+ x 1)))) (define (f x) (inc x)) (f 1)) => 2)
;; A macro may refer to variables defined after it in the same body.
(check (let () (define-syntax get (syntax-rules () ((_) hidden))) (define hidden 5) (get)) => 5)
;; Internal macros may be mutually recursive.
(check (let ()
         (define-syntax ev (syntax-rules () ((_) #t) ((_ x . r) (od . r))))
         (define-syntax od (syntax-rules () ((_) #f) ((_ x . r) (ev . r))))
         (list (ev a b) (ev a)))
       => '(#t #f))
;; A syntax definition may shadow one outside.
(check (let () (define-syntax my-or2 (syntax-rules () ((_ a b) 'shadowed))) (my-or2 1 2)) => 'shadowed)
(check (my-or2 #f 'outer) => 'outer)
;; A keyword of the standard library may be redefined locally.
(check (let-syntax ((if (syntax-rules () ((_ a b c) (cond (a c) (else b)))))) (if #t 'then 'else)) => 'else)
;; A local variable may shadow a keyword.
(check (let ((define-thing list)) (define-thing 1)) => '(1))

(report-checks)
