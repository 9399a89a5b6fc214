;; R7RS 5.7 and 6.12: the REPL's environment and eval
(import (scheme base) (scheme eval) (scheme repl) (scheme r5rs) (scheme write))
(include "checking.scm")

;; (environment list ...) gives the environment that results from importing the lists.
(check (eval '(* 7 3) (environment '(scheme base))) => 21)
(check (let ((f (eval '(lambda (f x) (f x x)) (environment '(scheme base))))) (f + 10)) => 20)
(check (eval '(sqrt 16) (environment '(scheme base) '(scheme inexact))) => 4)
(check (eval '(my-sqrt 16) (environment '(prefix (only (scheme inexact) sqrt) my-))) => 4)
(check (eval '(let ((x 1)) (define y 2) (+ x y)) (environment '(scheme base))) => 3)
(check (eval ''a (environment '(scheme base))) => 'a)
(check (eval 5 (environment '(scheme base))) => 5)
;; What was not imported is not bound there.
(check-error (eval '(sqrt 16) (environment '(only (scheme base) +))))
(check-error (eval '(undefined-in-base 1) (environment '(scheme base))))
(check-error (eval '(car 5) (environment '(scheme base))))

;; interaction-environment: the mutable environment in which the REPL evaluates.
(check (eval '(begin (define defined-there 5) (+ defined-there 1)) (interaction-environment)) => 6)
(check (eval '(car '(1 2)) (interaction-environment)) => 1)

;; scheme-report-environment and null-environment with version 5.
(check (eval '(+ 1 2) (scheme-report-environment 5)) => 3)
(check (eval '(let ((x 1)) (if x 'yes 'no)) (null-environment 5)) => 'yes)
(check (eval '(call-with-current-continuation procedure?) (scheme-report-environment 5)) => #t)

(report-checks)
