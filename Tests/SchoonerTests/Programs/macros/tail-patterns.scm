; Patterns after an ellipsis, dotted ends, vectors, constants and underscores. R7RS 4.3.2.
(define-syntax show
  (syntax-rules () ((_ e) (begin (write e) (newline)))))

(define-syntax last-two
  (syntax-rules () ((_ a ... b c) '(b c (a ...)))))
(show (last-two 1 2 3 4 5))
(show (last-two 1 2))
(define-syntax dotted-tail
  (syntax-rules () ((_ a ... b . c) '((a ...) b c))))
(show (dotted-tail 1 2 3))
(show (dotted-tail 1 2 3 . 4))
(show (dotted-tail 1 . 2))
(define-syntax in-list
  (syntax-rules () ((_ (a ... (b) c)) '((a ...) b c)) ((_ other) 'other)))
(show (in-list (1 2 (3) 4)))
(show (in-list ((3) 4)))
(show (in-list (3 4)))
(show (in-list 5))
(define-syntax in-vector
  (syntax-rules () ((_ #(a ... b c) ...) '((b c #(a ...)) ...))))
(show (in-vector #(1 2 3) #(4 5)))
(define-syntax vector-shapes
  (syntax-rules ()
    ((_ #()) 'empty)
    ((_ #(a)) 'one)
    ((_ #(a #(b ...) ...)) '(nested a (b ...) ...))
    ((_ x) 'other)))
(show (list (vector-shapes #()) (vector-shapes #(1)) (vector-shapes #(1 #(2 3) #())) (vector-shapes #(1 2))
            (vector-shapes (1))))
(define-syntax data
  (syntax-rules ()
    ((_ "text" x) '(text x))
    ((_ 1 x) '(one x))
    ((_ 1.5 x) '(flonum x))
    ((_ #\a x) '(char x))
    ((_ #t x) '(true x))
    ((_ #f x) '(false x))
    ((_ () x) '(null x))
    ((_ 12345678901234567890 x) '(big x))
    ((_ 1/2 x) '(ratio x))
    ((_ y x) '(other x))))
(show (list (data "text" 1) (data 1 2) (data 1.5 3) (data #\a 4) (data #t 5) (data #f 6) (data () 7)
            (data 12345678901234567890 8) (data 1/2 9) (data 1. 10) (data "Text" 11) (data 'x 12)))
(define-syntax ignoring
  (syntax-rules () ((_ _ x) 'x) ((_ _ _ _ ...) 'more) ((_ . _) 'few)))
(show (list (ignoring 1 2) (ignoring 1 2 3) (ignoring 1 2 3 4) (ignoring 1) (ignoring)))
(define-syntax underscore-literal
  (syntax-rules (_) ((k _) 'underscore) ((k x) 'x)))
(show (list (underscore-literal _) (underscore-literal 4)))
(define-syntax rest
  (syntax-rules () ((_ . args) 'args)))
(show (list (rest) (rest 1 2) (rest . 5)))
(define-syntax be-be
  (syntax-rules () ((_ (a . b) ...) '((b . a) ...))))
(show (be-be (1 . 2) (3 4) (5)))
