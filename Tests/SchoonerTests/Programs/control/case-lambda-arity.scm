; Which clause takes how many arguments, and what is said when none does. R7RS 4.2.9.
(define (show x) (write x) (newline))
(define f
  (case-lambda
    ((a) (list 'one a))
    ((a b c) (list 'three a b c))
    ((a b c d . e) (list 'more a b c d e))))
(show (list (f 1) (f 1 2 3) (f 1 2 3 4) (f 1 2 3 4 5 6)))
(define (report thunk)
  (call-with-current-continuation
   (lambda (k)
     (with-exception-handler (lambda (e) (k (condition/report-string e))) thunk))))
(show (report (lambda () (f 1 2))))
(define g (case-lambda (args (list 'all args)) ((a) 'never)))
(show (list (g) (g 1) (g 1 2)))
(define h (case-lambda ((x) (h x 1)) ((x y) (if (= x 0) y (h (- x 1) (+ y 1))))))
(show (h 200))
(define plus
  (case-lambda
    (() 0)
    ((x) x)
    ((x y) (+ x y))
    ((x y . rest) (apply plus (+ x y) rest))))
(show (list (plus) (plus 1) (plus 1 2) (plus 1 2 3 4 5)))
(show (map (case-lambda ((a) (list a)) ((a b) (list b a))) '(1 2) '(3 4)))
(define-syntax define-case
  (syntax-rules ()
    ((_ name ((formal ...) body ...) ...)
     (define name (case-lambda ((formal ...) body ...) ...)))))
(define-case area ((side) (* side side)) ((a b) (* a b)))
(show (list (area 3) (area 3 4)))
