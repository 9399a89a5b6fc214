;; Square roots: exact where the result is.
(write-line (list (sqrt 16) (sqrt 0) (sqrt 2) (sqrt 16.) (sqrt 15241578750190521)))
(write-line (sqrt (expt 10 40)))
(write-line (call-with-values (lambda () (exact-integer-sqrt 17)) list))
(write-line (exact->inexact (sqrt 1e10)))
