;; R7RS 4.1: primitive expression types
(import (scheme base) (scheme write))
(include "checking.scm")

;; 4.1.1 An expression consisting of a variable is a variable reference; its value is what the variable's location holds.
(define x 28)
(check x => 28)

;; It is an error to reference an unbound variable.
(check-error (this-variable-is-not-bound-anywhere))

;; 4.1.2 (quote datum) evaluates to datum.
(check (quote a) => (string->symbol "a"))
(check (quote #(a b c)) => (vector 'a 'b 'c))
(check (quote (+ 1 2)) => (list '+ 1 2))

;; (quote datum) can be abbreviated as 'datum; the two are equivalent in all respects.
(check 'a => (quote a))
(check '#(a b c) => #(a b c))
(check '() => (quote ()))
(check '(+ 1 2) => (quote (+ 1 2)))
(check '(quote a) => (list 'quote 'a))
(check ''a => '(quote a))

;; Numerical constants, string constants, character constants, vector constants, bytevector constants, and boolean
;; constants evaluate to themselves; they need not be quoted.
(check '145932 => 145932)
(check 145932 => (+ 145931 1))
(check '"abc" => "abc")
(check "abc" => (string #\a #\b #\c))
(check '#\a => #\a)
(check #(a 10) => (vector 'a 10))
(check '#(a 10) => #(a 10))
(check #u8(64 65) => (bytevector 64 65))
(check '#u8(64 65) => #u8(64 65))
(check '#t => #t)
(check #t => #t)

;; 4.1.3 A procedure call: the operator and operand expressions are evaluated, and the procedure gets the arguments.
(check (+ 3 4) => 7)
(check ((if #f + *) 3 4) => 12)
(check ((lambda (x) (* x 2)) 21) => 42)
(check ((car (list + -)) 5 3) => 8)
(check (((lambda (x) (lambda (y) (list x y))) 1) 2) => '(1 2))

;; The empty combination is not an expression, and what is called must be a procedure.
(check-error (let ((f 3)) (f 4)))
(check-error ("abc" 1))

;; 4.1.4 A lambda expression evaluates to a procedure.
(check (procedure? (lambda (x) (+ x x))) => #t)
(check ((lambda (x) (+ x x)) 4) => 8)
(define reverse-subtract (lambda (x y) (- y x)))
(check (reverse-subtract 7 10) => 3)
(define add4 (let ((x 4)) (lambda (y) (+ x y))))
(check (add4 6) => 10)

;; The environment in effect when the lambda expression was evaluated is remembered as part of the procedure.
(define (counter)
  (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
(let ((a (counter)) (b (counter)))
  (a) (a)
  (check (a) => 3)
  (check (b) => 1))

;; (variable1 ...): a fixed number of arguments.
(check ((lambda (a b c) (list c b a)) 1 2 3) => '(3 2 1))
(check ((lambda () 'none)) => 'none)
(check-error ((lambda (a) a)))
(check-error ((lambda (a) a) 1 2))
(check-error ((lambda () 1) 2))

;; variable: any number of arguments, in a newly allocated list.
(check ((lambda x x) 3 4 5 6) => '(3 4 5 6))
(check ((lambda x x)) => '())
(let ((arguments (list 1 2)))
  (check (eq? (apply (lambda x x) arguments) arguments) => #f))

;; (variable1 ... . variable): the last takes a list of what is left.
(check ((lambda (x y . z) z) 3 4 5 6) => '(5 6))
(check ((lambda (x y . z) z) 3 4) => '())
(check-error ((lambda (x y . z) z) 3))

;; The body's expressions are evaluated in sequence; the last gives the result.
(check (let ((trace '())) ((lambda () (set! trace (cons 1 trace)) (set! trace (cons 2 trace)) trace))) => '(2 1))

;; Each procedure is tagged with a storage location, so that eqv? and eq? work on procedures.
(check (let ((p (lambda (x) x))) (eqv? p p)) => #t)

;; 4.1.5 if: the test is evaluated; true yields the consequent, otherwise the alternate.
(check (if (> 3 2) 'yes 'no) => 'yes)
(check (if (> 2 3) 'yes 'no) => 'no)
(check (if (> 3 2) (- 3 2) (+ 3 2)) => 1)
(check (if '() 'yes 'no) => 'yes)
(check (if 0 'yes 'no) => 'yes)
(check (if "" 'yes 'no) => 'yes)
(check (if #f 'yes 'no) => 'no)
(check (let ((n 0)) (if #t (set! n 1) (set! n 2)) n) => 1)
(check (let ((n 0)) (if #f (set! n 1)) n) => 0)

;; 4.1.6 set!: the expression is evaluated and the value stored in the variable's location.
(define y 2)
(check (+ y 1) => 3)
(set! y 4)
(check (+ y 1) => 5)
(check (let ((z 1)) (set! z (+ z 1)) z) => 2)
(check (let ((z 1)) (let ((z 5)) (set! z 6)) z) => 1)
(check ((lambda (z) (set! z 'changed) z) 'old) => 'changed)
(check ((lambda (a . z) (set! z (cons a z)) z) 1 2) => '(1 2))

;; It is an error to assign an unbound variable.
(check-error (set! this-variable-is-not-bound-either 1))

;; 4.1.7 include reads the named files' contents as if they stood in a begin; this file includes checking.scm.
(check (procedure? report-checks) => #t)

(report-checks)
