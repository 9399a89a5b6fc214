; Rows without elements are rows; a variable with fewer ellipses than its place goes with the outer rows. R7RS 4.3.2.
(define-syntax show
  (syntax-rules () ((_ e) (begin (write e) (newline)))))

(define-syntax nothing
  (syntax-rules () ((_ (a ...) ...) '(((a ...) ...) (a ... ...) #((a ...) ...)))))
(show (nothing))
(show (nothing ()))
(show (nothing () (1)))

(define-syntax outer-in-inner
  (syntax-rules () ((_ (n (a b ...) ...) ...) '((n (a (b n a) ...) ...) ...))))
(show (outer-in-inner (x (1 2 3) (4 5)) (y) (z (6))))

(define-syntax all-with-each
  (syntax-rules () ((_ (a ...) (b ...)) '((a (b ...)) ...))))
(show (all-with-each (1 2) (3 4)))
(show (all-with-each (1) ()))

(define-syntax together
  (syntax-rules () ((_ (x ...) y ...) '((x y) ...))))
(show (together (1 2) 3 4))

(define-syntax my-letrec
  (syntax-rules ()
    ((_ ((name value) ...) body ...)
     (my-letrec "temporaries" (name ...) () ((name value) ...) body ...))
    ((_ "temporaries" () (temp ...) ((name value) ...) body ...)
     (let ((name #f) ...)
       (let ((temp value) ...)
         (set! name temp) ...
         (let () body ...))))
    ((_ "temporaries" (x y ...) (temp ...) bindings body ...)
     (my-letrec "temporaries" (y ...) (newtemp temp ...) bindings body ...))))

(show (my-letrec ((ev? (lambda (n) (or (= n 0) (od? (- n 1)))))
                  (od? (lambda (n) (and (not (= n 0)) (ev? (- n 1)))))
                  (newtemp 3))
        (list (ev? 10) (od? 10) newtemp)))
