;; case dispatches with eqv?, on numbers, symbols, characters; => in clauses.
(define (kind x)
  (case x
    ((1 2 3) 'small) ((a b) 'symbol) ((#\x) 'char) ((()) 'empty) ((#t) 'true) (else 'other)))
(write-line (map kind '(1 3 a #\x () #t "s" 99 1.)))
(write-line (case 5 ((1) 'one) (else => (lambda (x) (* x 2)))))
(write-line (case 'a ((a) => (lambda (x) (list x)))))
(write-line (case (* 2 3) ((2 3 5 7) 'prime) ((1 4 6 8 9) 'composite)))
(write-line (map (lambda (n) (case n ((0) 'zero) ((1) 'one) ((2) 'two) ((3) 'three) ((4) 'four) ((5) 'five) ((6) 'six) (else 'many))) (iota 9)))
