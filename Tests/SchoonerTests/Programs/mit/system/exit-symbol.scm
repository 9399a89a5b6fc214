(display "a symbol is no code")
(newline)
(dynamic-wind (lambda () 1) (lambda () (emergency-exit 'strange)) (lambda () (display "never")))
