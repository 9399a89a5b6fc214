; Macros that find out what they are given by making a macro of it and looking what that matches.
(define-syntax show
  (syntax-rules () ((_ e) (begin (write e) (newline)))))

(define-syntax if-symbol
  (syntax-rules ()
    ((_ (x . y) yes no) no)
    ((_ #(x ...) yes no) no)
    ((_ maybe yes no)
     (let-syntax ((test (syntax-rules ()
                          ((_ maybe y n) y)
                          ((_ x y n) n))))
       (test abracadabra yes no)))))
(show (list (if-symbol a 'yes 'no) (if-symbol 5 'yes 'no) (if-symbol "s" 'yes 'no) (if-symbol (a) 'yes 'no)
            (if-symbol #(a) 'yes 'no) (if-symbol () 'yes 'no) (if-symbol if 'yes 'no)))

(define-syntax if-same
  (syntax-rules ()
    ((_ a b yes no)
     (let-syntax ((test (syntax-rules (a) ((_ a) yes) ((_ x) no))))
       (test b)))))
(show (list (if-same a a 'yes 'no) (if-same a b 'yes 'no)
            (let ((a 1)) (if-same a a 'yes 'no))))

(define-syntax if-ellipsis
  (syntax-rules ()
    ((_ (a . b) yes no) no)
    ((_ #(a ...) yes no) no)
    ((_ element yes no)
     (let-syntax ((dots? (syntax-rules ()
                           ((dots? (first element) y n) y)
                           ((dots? other y n) n))))
       (dots? (a b c) yes no)))))
(show (list (if-ellipsis ... 'yes 'no) (if-ellipsis x 'yes 'no) (if-ellipsis (...) 'yes 'no) (if-ellipsis 1 'yes 'no)))

; Whether an identifier is one of several.
(define-syntax if-member
  (syntax-rules ()
    ((_ x () yes no) no)
    ((_ x (y . more) yes no)
     (if-same x y yes (if-member x more yes no)))))
(show (list (if-member c (a b c) 'yes 'no) (if-member d (a b c) 'yes 'no)))

; Distinct formals, found out while expanding.
(define-syntax formals-distinct
  (syntax-rules ()
    ((_ ()) #t)
    ((_ (x . more)) (if-member x more #f (formals-distinct more)))))
(show (list (formals-distinct (a b c)) (formals-distinct (a b a))))
