;; R7RS 4.3.3 and the syntax of chapter 4 and 5: forms that are wrong are errors that can be caught
(import (scheme base) (scheme eval) (scheme lazy) (scheme case-lambda) (scheme write))
(include "checking.scm")

(define base (environment '(scheme base) '(scheme lazy) '(scheme case-lambda)))
(define-syntax wrong
  (syntax-rules ()
    ((_ form ...) (begin (check-raises 'form (lambda () (eval 'form base))) ...))))

;; syntax-error: reaching it is an error of expansion, with its message and forms.
(wrong (syntax-error "message" 1 2)
       (let-syntax ((m (syntax-rules () ((_) (syntax-error "no arguments")) ((_ x) x)))) (m)))
(check (eval '(let-syntax ((m (syntax-rules () ((_) (syntax-error "no arguments")) ((_ x) x)))) (m 1)) base) => 1)
;; It is not an error where it is not reached.
(check (eval '(let-syntax ((m (syntax-rules () ((_ x) x) ((_ . rest) (syntax-error "not one" rest))))) (m 2)) base) => 2)

;; A use of a macro that matches no rule.
(wrong (let-syntax ((m (syntax-rules () ((_ a) a)))) (m))
       (let-syntax ((m (syntax-rules () ((_ a) a)))) (m 1 2))
       (let-syntax ((m (syntax-rules (x) ((_ x) 1)))) (m y))
       (let-syntax ((m (syntax-rules () ((_ (a b)) 1)))) (m (1))))

;; 4.1 primitive expressions.
(wrong (quote) (quote 1 2) (lambda) (lambda (x)) (lambda 5 x) (lambda (x x) x) (lambda (1) 1) (if) (if 1) (if 1 2 3 4)
       (set!) (set! x) (set! 5 1))
;; 4.2 derived expressions.
(wrong (let) (let ((x)) x) (let ((x 1 2)) x) (let (x 1) x) (let ((5 1)) 1) (let ((x 1))) (let ((x 1) (x 2)) x)
       (let*) (let* ((x)) x) (letrec ((x)) x) (letrec) (letrec* ((1 2)) 1)
       (let-values (((a b) 1 2)) a) (let-values) (let*-values ((a)) a)
       (cond 5) (cond (else)) (case) (case 1 (1 2)) (do) (do ((i 0)) ()) (do ((i 0 1 2)) (#t)) (delay) (delay 1 2)
       (parameterize) (parameterize ((x)) 1) (guard) (case-lambda (x)) (when) (unless))
;; 4.3 and 5: definitions and macros.
(wrong (let () (define)) (let () (define 5 1)) (let () (define x 1 2) x) (define-syntax) (define-syntax m) (define-syntax 5 car)
       (let-syntax) (let-syntax ((m)) 1) (let-syntax ((m 5)) 1) (syntax-rules ()) (let-syntax ((m (syntax-rules 5))) (m))
       (let-syntax ((m (syntax-rules () (5 1)))) (m))
       (let-syntax ((m (syntax-rules () ((_ a a) 1)))) (m 1 2))
       (let-syntax ((m (syntax-rules () ((_ a ... b ...) 1)))) (m 1 2))
       (let-syntax ((m (syntax-rules () ((_ a ...) a)))) (m 1 2))
       (let-syntax ((m (syntax-rules () ((_ a) (a ...))))) (m 1))
       (define-record-type) (define-record-type x) (define-values) (define-values (a b)))
;; A keyword is not a variable, and else, =>, ..., _ are not expressions.
(wrong if (list else) (list =>) (set! if 1) ...)

(report-checks)
