;; R7RS 7.3: the report's definition of letrec, which makes a temporary for each variable
(import (scheme base) (scheme write))
(include "checking.scm")

;; The inits are all evaluated before the first variable is assigned.
(define-syntax my-letrec
  (syntax-rules ()
    ((_ ((var1 init1) ...) body ...) (my-letrec "generate temp names" (var1 ...) () ((var1 init1) ...) body ...))
    ((_ "generate temp names" () (temp1 ...) ((var1 init1) ...) body ...)
     (let ((var1 #f) ...) (let ((temp1 init1) ...) (set! var1 temp1) ... (let () body ...))))
    ((_ "generate temp names" (x y ...) (temp ...) ((var1 init1) ...) body ...)
     (my-letrec "generate temp names" (y ...) (newtemp temp ...) ((var1 init1) ...) body ...))))
(check (my-letrec ((ev? (lambda (n) (if (= n 0) #t (od? (- n 1))))) (od? (lambda (n) (if (= n 0) #f (ev? (- n 1)))))) (ev? 10)) => #t)
(check (my-letrec ((a 1)) a) => 1)
(check (my-letrec () 'empty) => 'empty)
(check (my-letrec ((a (lambda () b)) (b 2) (c (lambda () (list (a) b)))) (c)) => '(2 2))

(report-checks)
