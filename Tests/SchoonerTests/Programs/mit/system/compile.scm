(define (f x) (* x x))
(write-line ((compile-procedure f) 5))
(write-line (scode-eval (compile-scode (syntax '(+ 1 2) system-global-environment)) system-global-environment))
