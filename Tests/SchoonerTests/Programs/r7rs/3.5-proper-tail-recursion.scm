;; R7RS 3.5: proper tail recursion: an unbounded number of active tail calls
(import (scheme base) (scheme case-lambda) (scheme write))
(include "checking.scm")

(define size 20000)

;; The last expression within the body of a lambda expression occurs in a tail context.
(define (count-down n) (if (= n 0) 'done (count-down (- n 1))))
(check (count-down size) => 'done)

;; The consequent and alternate of if are in tail context, when the if is.
(define (even-count? n) (if (= n 0) #t (odd-count? (- n 1))))
(define (odd-count? n) (if (= n 0) #f (even-count? (- n 1))))
(check (even-count? size) => #t)
(check (odd-count? size) => #f)

;; The last expressions of cond clauses, and of else.
(define (through-cond n) (cond ((= n 0) 'done) ((odd? n) 1 (through-cond (- n 1))) (else (through-cond (- n 1)))))
(check (through-cond size) => 'done)

;; The receiver of => in cond is called in tail position.
(define (through-arrow n) (cond ((= n 0) 'done) ((- n 1) => through-arrow)))
(check (through-arrow size) => 'done)

;; The last expressions of case clauses, and the receivers of => in case.
(define (through-case n) (case n ((0) 'done) ((1 2 3) (through-case (- n 1))) (else (through-case (- n 1)))))
(check (through-case size) => 'done)
(define (through-case-arrow n) (case n ((0) 'done) (else => (lambda (m) (through-case-arrow (- m 1))))))
(check (through-case-arrow size) => 'done)

;; The last operand of and and of or.
(define (through-and n) (if (= n 0) 'done (and #t n (through-and (- n 1)))))
(check (through-and size) => 'done)
(define (through-or n) (if (= n 0) 'done (or #f (through-or (- n 1)))))
(check (through-or size) => 'done)

;; The last expressions of when and unless.
(define (through-when n) (if (= n 0) 'done (when (> n 0) (through-when (- n 1)))))
(check (through-when size) => 'done)
(define (through-unless n) (if (= n 0) 'done (unless (= n 0) (through-unless (- n 1)))))
(check (through-unless size) => 'done)

;; The bodies of let, let*, letrec, letrec*, let-values, let*-values, let-syntax, letrec-syntax; the last of begin.
(define (through-let n) (let ((m (- n 1))) (if (< m 0) 'done (through-let m))))
(check (through-let size) => 'done)
(define (through-let* n) (let* ((m (- n 1)) (k m)) (if (< k 0) 'done (through-let* k))))
(check (through-let* size) => 'done)
(define (through-letrec n)
  (letrec ((self (lambda () (if (= n 0) 'done (through-letrec (- n 1)))))) (self)))
(check (through-letrec size) => 'done)
(define (through-letrec* n)
  (letrec* ((m (- n 1)) (self (lambda () (if (< m 0) 'done (through-letrec* m))))) (self)))
(check (through-letrec* size) => 'done)
(define (through-let-values n) (let-values (((m k) (values (- n 1) n))) (if (= k 0) 'done (through-let-values m))))
(check (through-let-values size) => 'done)
(define (through-let*-values n)
  (let*-values (((m) (values (- n 1))) ((k) (values m))) (if (< k 0) 'done (through-let*-values k))))
(check (through-let*-values size) => 'done)
(define (through-let-syntax n)
  (let-syntax ((less (syntax-rules () ((_ x) (- x 1))))) (if (= n 0) 'done (through-let-syntax (less n)))))
(check (through-let-syntax size) => 'done)
(define (through-letrec-syntax n)
  (letrec-syntax ((less (syntax-rules () ((_ x) (- x 1))))) (if (= n 0) 'done (through-letrec-syntax (less n)))))
(check (through-letrec-syntax size) => 'done)
(define (through-begin n) (begin 1 (if (= n 0) 'done (begin 2 (through-begin (- n 1))))))
(check (through-begin size) => 'done)

;; The result expressions of do.
(define (through-do n) (do ((i 0 (+ i 1))) ((= i 1) (if (= n 0) 'done (through-do (- n 1))))))
(check (through-do size) => 'done)

;; The bodies of case-lambda.
(define through-case-lambda
  (case-lambda ((n) (if (= n 0) 'done (through-case-lambda (- n 1) 'more))) ((n more) (through-case-lambda n))))
(check (through-case-lambda size) => 'done)

;; A use of a macro whose template is in tail context.
(define-syntax my-if (syntax-rules () ((_ c a b) (cond (c a) (else b)))))
(define (through-macro n) (my-if (= n 0) 'done (through-macro (- n 1))))
(check (through-macro size) => 'done)

;; The procedures apply, call/cc, call-with-values and eval call in tail position.
(define (through-apply n) (if (= n 0) 'done (apply through-apply (list (- n 1)))))
(check (through-apply size) => 'done)
(define (through-call/cc n) (if (= n 0) 'done (call-with-current-continuation (lambda (k) (through-call/cc (- n 1))))))
(check (through-call/cc size) => 'done)
(define (through-call-with-values n)
  (if (= n 0) 'done (call-with-values (lambda () (values (- n 1) 1)) (lambda (m k) (through-call-with-values m)))))
(check (through-call-with-values size) => 'done)

;; A named let is a loop.
(check (let loop ((n size) (sum 0)) (if (= n 0) sum (loop (- n 1) (+ sum n)))) => 200010000)

;; Continuation-passing style runs in constant space.
(define (sum-cps n k) (if (= n 0) (k 0) (sum-cps (- n 1) (lambda (v) (k (+ n v))))))
(check (sum-cps 1000 (lambda (v) v)) => 500500)

(report-checks)
