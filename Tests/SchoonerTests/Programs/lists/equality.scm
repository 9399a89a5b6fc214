;; eq?, eqv? and equal? on every kind of object.
(write-line (list (eq? '() '()) (eq? 'a 'a) (eq? (list) (list)) (eq? "" "a")))
(write-line (list (eqv? 100000000000000000000 100000000000000000000) (eqv? 1.5 1.5) (eqv? "a" "a") (eqv? 1 1.)))
(write-line (list (equal? '(1 (2 #(3 "x"))) '(1 (2 #(3 "x")))) (equal? "abc" "abd") (equal? #u8(1 2) #u8(1 2))))
(write-line (let ((f (lambda () 1))) (list (eq? f f) (eqv? f f) (equal? f f))))
(write-line (list (eqv? #\a #\a) (eq? #t #t) (equal? #\a #\b)))
