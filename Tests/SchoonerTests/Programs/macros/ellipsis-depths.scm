; Ellipses inside one another, several after one template, variables of different depths together. R7RS 4.3.2.
(define-syntax show
  (syntax-rules () ((_ e) (begin (write e) (newline)))))

(define-syntax transpose-once
  (syntax-rules () ((_ (a b c) ...) '((c b a) ...))))
(show (transpose-once (1 2 3) (4 5 6)))

(define-syntax three
  (syntax-rules () ((_ (((a ...) ...) ...)) '(((a ... end) ... mid) ... top))))
(show (three (((1 2) (3)) ((4) ()) ())))

(define-syntax flat2
  (syntax-rules () ((_ ((a ...) ...)) '(a ... ... end))))
(show (flat2 ((1 2) () (3 4 5))))
(define-syntax flat3
  (syntax-rules () ((_ (((a ...) ...) ...)) '(start a ... ... ... end))))
(show (flat3 (((1 2) (3)) ((4)) ())))

(define-syntax repeat-outer
  (syntax-rules () ((_ x (a ...) ...) '((x a ... x) ...))))
(show (repeat-outer q (1 2) () (3)))

(define-syntax my-let-values
  (syntax-rules ()
    ((_ (((name ...) expression) ...) body ...)
     '((lambda (name ... ...) body ...) (expression (name ...)) ...))))
(show (my-let-values (((a b) (values 1 2)) ((c) 3)) (+ a b c)))

(define-syntax tabulate
  (syntax-rules ()
    ((_ (key value ...) ...)
     (list (cons 'key (list value ...)) ...))))
(show (tabulate (a 1 2) (b) (c (+ 1 2))))

(define-syntax pairs-of-dotted
  (syntax-rules () ((_ (a b ... . c) ...) '((a (b ...) c) ...))))
(show (pairs-of-dotted (1 2 3 . 4) (5) (6 . 7)))

(define-syntax vectors
  (syntax-rules () ((_ #((a b) ...) ...) '(#(a ... ...) #(b ...) ...))))
(show (vectors #((1 2) (3 4)) #() #((5 6))))

(define-syntax constants
  (syntax-rules () ((_ a ...) '((1 "x" a #\y) ...))))
(show (constants p q))

(define-syntax twice
  (syntax-rules () ((_ a ...) '(a ... a ... (a a) ...))))
(show (twice 1 2))
