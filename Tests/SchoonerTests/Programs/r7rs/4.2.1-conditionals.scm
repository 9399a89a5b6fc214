;; R7RS 4.2.1: conditionals
(import (scheme base) (scheme write))
(include "checking.scm")

;; cond evaluates the tests of successive clauses in order until one evaluates to a true value.
(check (cond ((> 3 2) 'greater) ((< 3 2) 'less)) => 'greater)
(check (cond ((> 3 3) 'greater) ((< 3 3) 'less) (else 'equal)) => 'equal)
(check (let ((trace '()))
         (cond ((begin (set! trace (cons 1 trace)) #f) 'a)
               ((begin (set! trace (cons 2 trace)) #t) 'b)
               ((begin (set! trace (cons 3 trace)) #t) 'c))
         trace)
       => '(2 1))

;; The remaining expressions are evaluated in order, and the results of the last are the results of the cond.
(check (cond (#t 1 2 3)) => 3)
(check (let ((n 0)) (cond (#t (set! n (+ n 1)) (set! n (* n 10)) n))) => 10)
(check-values (cond (#t (values 1 2))) => 1 2)
(check-values (cond (#f 0) (else (values 1 2))) => 1 2)

;; If the selected clause contains only the test, its value is returned.
(check (cond ((+ 1 1))) => 2)
(check (cond (#f) (3)) => 3)
(check (cond ((assv 'b '((a 1) (b 2))))) => '(b 2))

;; With =>, the expression's procedure is called on the value of the test.
(check (cond ((assv 'b '((a 1) (b 2))) => cadr) (else #f)) => 2)
(check (cond ((assv 'z '((a 1) (b 2))) => cadr) (else 'none)) => 'none)
(check (cond (1 => (lambda (x) (+ x 1)))) => 2)
(check-values (cond (1 => (lambda (x) (values x x)))) => 1 1)
(check-error (cond (1 => 2)))

;; If no test is true and there is an else clause, its expressions are evaluated.
(check (cond (else 1)) => 1)
(check (cond (#f 1) (else 2 3)) => 3)

;; else and => are recognised by binding: a local variable of these names is a variable.
(check (let ((else #f)) (cond (else 'yes) (#t 'no))) => 'no)
(check (let ((=> #f)) (cond (#t => 'ok))) => 'ok)

;; case: the key is compared with each datum, in the sense of eqv?.
(check (case (* 2 3) ((2 3 5 7) 'prime) ((1 4 6 8 9) 'composite)) => 'composite)
(check (case (car '(c d)) ((a e i o u) 'vowel) ((w y) 'semivowel) (else => (lambda (x) x))) => 'c)
(check (case 'w ((a e i o u) 'vowel) ((w y) 'semivowel) (else 'consonant)) => 'semivowel)
(check (case #\a ((#\a) 'letter) (else 'other)) => 'letter)
(check (case 1.0 ((1) 'exact) ((1.0) 'inexact) (else 'none)) => 'inexact)
(check (case 1/2 ((1/2) 'half) (else 'none)) => 'half)
(check (case (expt 2 70) ((1180591620717411303424) 'big) (else 'none)) => 'big)
(check (case '() ((()) 'empty) (else 'none)) => 'empty)
(check (case #f ((#t) 'true) ((#f) 'false)) => 'false)
(check (case "a" (("a") 'same) (else 'different)) => 'different)
(check (case '(a) (((a)) 'same) (else 'different)) => 'different)
(check (case 'else ((a) 1) ((else) 2)) => 2)

;; The expressions of the selected clause are evaluated in order.
(check (case 1 ((1) 2 3 4)) => 4)
(check-values (case 1 ((1) (values 1 2))) => 1 2)

;; With => in a clause, the procedure is called on the key.
(check (case 3 ((1 2 3) => (lambda (x) (* x x))) (else 'none)) => 9)
(check (case 5 ((1 2 3) => (lambda (x) (* x x))) (else => -)) => -5)

;; The key is evaluated once.
(check (let ((n 0)) (case (begin (set! n (+ n 1)) 3) ((1) 1) ((2) 2) ((3) n))) => 1)

;; and: evaluated from left to right until one is #f; then #f is returned and the rest is not evaluated.
(check (and (= 2 2) (> 2 1)) => #t)
(check (and (= 2 2) (< 2 1)) => #f)
(check (and 1 2 'c '(f g)) => '(f g))
(check (let ((n 0)) (and #f (set! n 1)) n) => 0)
;; If all are true, the values of the last are returned; without expressions, #t.
(check (and) => #t)
(check (and 5) => 5)
(check-values (and 1 (values 2 3)) => 2 3)

;; or: evaluated from left to right until one is true, whose value is returned.
(check (or (= 2 2) (> 2 1)) => #t)
(check (or (= 2 2) (< 2 1)) => #t)
(check (or #f #f #f) => #f)
(check (or (memq 'b '(a b c)) (/ 3 0)) => '(b c))
(check (let ((n 0)) (or 1 (set! n 1)) n) => 0)
;; If all are #f, or there are no expressions, #f is returned.
(check (or) => #f)
(check (or #f) => #f)
(check-values (or #f (values 2 3)) => 2 3)

;; when: if the test is true, the expressions are evaluated in order.
(check (when (> 1 0) 'a 'b) => 'b)
(check (let ((n 0)) (when #f (set! n 1)) n) => 0)
(check (let ((n 0)) (when 'true (set! n 1) (set! n (+ n 1))) n) => 2)

;; unless: if the test is #f, the expressions are evaluated in order.
(check (unless (> 0 1) 'a 'b) => 'b)
(check (let ((n 0)) (unless #t (set! n 1)) n) => 0)
(check (let ((n 0)) (unless #f (set! n 1) (set! n (+ n 1))) n) => 2)

;; cond-expand chooses at expansion by the features of the implementation.
(check (cond-expand (r7rs 'yes) (else 'no)) => 'yes)
(check (cond-expand (no-such-feature-anywhere 'yes) (else 'no)) => 'no)
;; (library name): true when the library can be imported.
(check (cond-expand ((library (scheme base)) 'yes) (else 'no)) => 'yes)
(check (cond-expand ((library (no such library)) 'yes) (else 'no)) => 'no)
;; and, or, not combine requirements.
(check (cond-expand ((and r7rs (library (scheme write))) 'yes) (else 'no)) => 'yes)
(check (cond-expand ((and r7rs no-such-feature) 'yes) (else 'no)) => 'no)
(check (cond-expand ((or no-such-feature r7rs) 'yes) (else 'no)) => 'yes)
(check (cond-expand ((not no-such-feature) 'yes) (else 'no)) => 'yes)
(check (cond-expand ((not r7rs) 'yes) (else 'no)) => 'no)
(check (cond-expand ((and) 'yes) (else 'no)) => 'yes)
(check (cond-expand ((or) 'yes) (else 'no)) => 'no)
;; The first clause that holds is taken, all of its expressions.
(check (cond-expand (r7rs 1 2) (else 3)) => 2)
(check (cond-expand (else 3)) => 3)
;; At the top level the chosen definitions are the program's.
(cond-expand (r7rs (define chosen 'r7rs) (define chosen-too 'also)) (else (define chosen 'other)))
(check (list chosen chosen-too) => '(r7rs also))

(report-checks)
