; Literals match what has the same binding, or no binding and the same name. R7RS 4.3.2.
(define-syntax show
  (syntax-rules () ((_ e) (begin (write e) (newline)))))

(define-syntax arrow
  (syntax-rules (=>) ((_ a => b) (cons a b)) ((_ a b c) (list a b c))))
(show (arrow 1 => 2))
(show (let ((=> 0)) (arrow 1 => 2)))
(define-syntax my-cond
  (syntax-rules (else)
    ((_) #f)
    ((_ (else e)) e)
    ((_ (c e) clause ...) (if c e (my-cond clause ...)))))
(show (my-cond (#f 1) (else 2)))
(show (let ((else #f)) (my-cond (#f 1) (else 3) (#t 4))))
(show (let ((=> #f)) (cond (#t => 'ok))))
(show (let ((else #f)) (cond (#f 1) (#t 2))))

; A literal that the macro's place binds.
(show (let ((x 5))
        (define-syntax same?
          (syntax-rules (x) ((_ x) 'same) ((_ y) 'different)))
        (list (same? x)
              (let ((x 6)) (same? x))
              (let () (define x 1) (same? x))
              (let ((y 1)) (same? y)))))
; A literal without a binding.
(define-syntax named-foo
  (syntax-rules (foo) ((_ foo) 'same) ((_ y) 'different)))
(show (list (named-foo foo) (named-foo bar) (let ((foo 6)) (named-foo foo))))
; Through a second macro the literal is still the same.
(define-syntax through
  (syntax-rules () ((_ x) (named-foo x)) ((_) (named-foo foo))))
(show (list (through foo) (through) (let ((foo 1)) (through)) (let ((foo 1)) (through foo))))
; A template that uses `else` and `=>` where the user has bound them.
(define-syntax classify
  (syntax-rules ()
    ((_ x) (case x ((a) 'is-a) ((b) => (lambda (y) (list y 'is-b))) (else 'other)))))
(show (let ((else #f) (=> #f)) (list (classify 'a) (classify 'b) (classify 'c))))
; An ellipsis among the literals is one no longer.
(define-syntax dots
  (syntax-rules (...) ((_ a ...) '(a dots)) ((_ a b) '(a b))))
(show (list (dots 1 ...) (dots 1 2)))
; The keyword itself may be bound in the body.
(define-syntax me
  (syntax-rules () ((me a) (let ((me 1)) (+ me a)))))
(show (me 2))
; The same when it is named as the macro's own ellipsis besides.
(define-syntax no-dots
  (syntax-rules ... (...) ((_ x) '(x ...))))
(show (no-dots 100))
