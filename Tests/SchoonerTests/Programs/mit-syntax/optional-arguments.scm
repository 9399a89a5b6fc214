;; #!optional, #!rest and default-object?.
(define (f a #!optional b) (if (default-object? b) (list a 'none) (list a b)))
(write-line (list (f 1) (f 1 2)))
(define (g a #!optional b c #!rest r) (list a (default-object? b) (default-object? c) r))
(write-line (list (g 1) (g 1 2) (g 1 2 3) (g 1 2 3 4 5)))
(define (h #!optional x) (f 0 x))
(write-line (list (h) (h 5)))
(write-line ((lambda (#!optional x) (if (default-object? x) 'missing x)) #!default))
(write-line ((named-lambda (foo a #!rest b) (list a b)) 1 2 3))
