; pp shows the text of what syntax returns.
(pp (syntax '(list 1 (lambda (x) x)) system-global-environment))
(pp (syntax '(let loop ((i 0)) (if (< i 3) (loop (+ i 1)) 'done)) system-global-environment))
(pp (syntax ''(a b) system-global-environment))
