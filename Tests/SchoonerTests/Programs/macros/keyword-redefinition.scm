; Names that become keywords, and keywords that become variables. Code compiled before is told.
(define (report thunk)
  (call-with-current-continuation
   (lambda (k)
     (with-exception-handler
      (lambda (e) (k (condition/report-string e)))
      thunk))))
(define-syntax show
  (syntax-rules () ((_ e) (begin (write e) (newline)))))

(define (early x) (twist x))
(show (report (lambda () (early 1))))
(define (twist x) (list 'procedure x))
(show (early 1))
(define-syntax twist
  (syntax-rules () ((_ x) (list 'macro x))))
(show (twist 2))
(show (report (lambda () (early 2))))
(define (late x) (twist x))
(show (late 3))
(define-syntax twist
  (syntax-rules () ((_ x) (list 'other-macro x))))
(show (list (late 4) (twist 4)))
(define (twist x) (list 'again x))
(show (list (early 5) (late 5) (twist 5)))

; The same for a procedure of the library, which the compiler may have opened.
(define (first-of x) (car x))
(define (sum a b) (+ a b))
(show (list (first-of '(1 2)) (sum 1 2)))
(define-syntax car
  (syntax-rules () ((_ x) (list 'my-car x))))
(show (car 1))
(show (report (lambda () (first-of '(1 2)))))
(define-syntax +
  (syntax-rules () ((_ x y) (list 'plus x y))))
(show (+ 1 2))
(show (report (lambda () (sum 1 2))))
(define (car x) 'a-variable-again)
(show (first-of '(1 2)))
(define (+ . l) l)
(show (sum 1 2))

; A macro means what its names mean when it is used.
(define-syntax uses-helper
  (syntax-rules () ((_ x) (helper x))))
(define (helper x) (list 'first x))
(show (uses-helper 1))
(define (helper x) (list 'second x))
(show (uses-helper 1))
(define-syntax helper
  (syntax-rules () ((_ x) (list 'macro x))))
(show (uses-helper 1))
(show (let ((helper vector)) (uses-helper 1)))
