; exit and %exit leave by the dynamic-wind after thunks, emergency-exit does not.
(display "one ")
(dynamic-wind
 (lambda () (display "in "))
 (lambda ()
   (dynamic-wind
    (lambda () #t)
    (lambda () (%exit 3))
    (lambda () (display "inner "))))
 (lambda () (display "outer")))
