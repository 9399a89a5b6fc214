;; R7RS 4.2.6: dynamic bindings
(import (scheme base) (scheme write))
(include "checking.scm")

;; make-parameter gives a procedure of no arguments that returns its value.
(define p (make-parameter 10))
(check (p) => 10)
(check (procedure? p) => #t)
(check-error (p 1 2 3))

;; parameterize binds for the dynamic extent of the body.
(check (parameterize ((p 3)) (p)) => 3)
(check (p) => 10)
(define (look) (p))
(check (parameterize ((p 4)) (look)) => 4)
(check (parameterize ((p 1)) (list (p) (parameterize ((p 2)) (p)) (p))) => '(1 2 1))
(check (parameterize () 5) => 5)
(check (parameterize ((p 1)) (define x (p)) (+ x 1)) => 2)
(check-values (parameterize ((p 1)) (values (p) 'b)) => 1 'b)

;; The converter is applied to the initial value and to those of parameterize.
(define radix
  (make-parameter 10 (lambda (x) (if (and (exact-integer? x) (<= 2 x 16)) x (error "invalid radix")))))
(define (f n) (number->string n (radix)))
(check (f 12) => "12")
(check (parameterize ((radix 2)) (f 12)) => "1100")
(check (f 12) => "12")
(check-error (parameterize ((radix 0)) (f 12)))
(define doubled (make-parameter 1 (lambda (x) (* x 2))))
(check (doubled) => 2)
(check (parameterize ((doubled 5)) (doubled)) => 10)
;; Leaving does not convert the old value again.
(check (begin (parameterize ((doubled 5)) (doubled)) (doubled)) => 2)
(check (parameterize ((doubled 5)) (parameterize ((doubled 7)) 1) (doubled)) => 10)
(check-error (make-parameter 1 (lambda (x) (error "never"))))

;; Several parameters at once: the values are evaluated, and converted, before any is bound.
(define a (make-parameter 1))
(define b (make-parameter 2))
(check (parameterize ((a 10) (b 20)) (list (a) (b))) => '(10 20))
(check (parameterize ((a (b)) (b (a))) (list (a) (b))) => '(2 1))
(check (list (a) (b)) => '(1 2))

;; The values are restored when the body is left by an escape or an error, and bound again on re-entry.
(check (call-with-current-continuation (lambda (k) (parameterize ((a 5)) (k (a))))) => 5)
(check (a) => 1)
(check (guard (e (#t (a))) (parameterize ((a 5)) (raise 'oops))) => 1)
(check (let ((k #f) (n 0) (seen '()))
         (parameterize ((a 7))
           (call-with-current-continuation (lambda (c) (set! k c)))
           (set! seen (cons (a) seen)))
         (set! n (+ n 1))
         (set! seen (cons (a) seen))
         (if (< n 2) (k #f) seen))
       => '(1 7 1 7))

;; A closure called after the body sees the outer value.
(check ((parameterize ((a 5)) (lambda () (a)))) => 1)

;; The current ports are parameters.
(check (let ((port (open-output-string)))
         (parameterize ((current-output-port port)) (display "inside") (write-char #\!))
         (get-output-string port))
       => "inside!")
(check (parameterize ((current-input-port (open-input-string "abc"))) (read-char)) => #\a)

;; The operand must be a parameter.
(check-error (parameterize ((5 1)) 1))

(report-checks)
