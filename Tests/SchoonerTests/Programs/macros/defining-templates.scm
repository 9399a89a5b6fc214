; Templates that make definitions. R7RS 4.3.2, 5.3.
(define-syntax show
  (syntax-rules () ((_ e) (begin (write e) (newline)))))

; The user's names are defined; what the template brings of its own is another name in a body.
(define-syntax define-getter
  (syntax-rules ()
    ((_ name value)
     (begin (define hidden value)
            (define (name) hidden)))))
(show (let ()
        (define hidden 'mine)
        (define-getter a 1)
        (define-getter b 2)
        (list (a) (b) hidden)))
(define-syntax my-define
  (syntax-rules ()
    ((_ ((name . outer) . inner) . body) (my-define (name . outer) (lambda inner . body)))
    ((_ (name . formals) . body) (define name (lambda formals . body)))
    ((_ name value) (define name value))))
(my-define one 1)
(my-define (add x y) (+ x y))
(my-define ((adder x) y) (+ x y))
(show (list one (add 2 3) ((adder 4) 5)))
(show (let () (my-define x 5) (my-define (f . l) (cons x l)) (f 1 2)))

(define-syntax define-record
  (syntax-rules ()
    ((_ type (make field ...) test (name accessor) ...)
     (define-record-type type (make field ...) test (name accessor) ...))))
(define-record point (make-point x y) point? (x point-x) (y point-y))
(show (let ((p (make-point 1 2))) (list (point? p) (point-x p) (point-y p))))

(define-syntax define-both
  (syntax-rules () ((_ a b e) (define-values (a b) e))))
(define-both q r (truncate/ 17 5))
(show (list q r))
(show (let () (define-both r q (floor/ -17 5)) (list q r)))
(define-syntax define-first
  (syntax-rules () ((_ a e) (define-values (a rest) e))))
(show (let () (define-first x (values 1 2)) (define-first rest (values 3 4)) (list x rest)))

(define-syntax define-all
  (syntax-rules ()
    ((_ value name ...) (begin (define name value) ...))))
(define-all 7 m1 m2 m3)
(show (list m1 m2 m3))
(show (let () (define-all 8 m1 m2) (define-all 9) (list m1 m2 m3)))

; A counter for each use: the state is closed over, not shared.
(define-syntax define-counter
  (syntax-rules ()
    ((_ name)
     (define name (let ((count 0)) (lambda () (set! count (+ count 1)) count))))))
(define-counter c1)
(define-counter c2)
(c1)
(c1)
(show (let* ((a (c1)) (b (c2))) (list a b)))

; Definitions after expressions, made by macros, and used before they are made.
(show (let ()
        (define (late) (later))
        (define-syntax later (syntax-rules () ((_) (value-of-it))))
        (define-getter value-of-it 'found)
        (late)))
; A macro that is defined by the form that uses it next.
(define-syntax define-constant
  (syntax-rules ()
    ((_ name value) (define-syntax name (syntax-rules () ((_) value))))))
(define-constant three 3)
(show (let () (define-constant four (+ (three) 1)) (list (three) (four))))
