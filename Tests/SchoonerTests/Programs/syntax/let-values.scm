;; let-values, let*-values, receive, define-values with every shape of formals.
(write-line (let-values (((q r) (floor/ 17 5))) (list q r)))
(write-line (let-values (((a . rest) (values 1 2 3)) (all (values 4 5))) (list a rest all)))
(write-line (let ((a 'a) (b 'b)) (let-values (((a b) (values b a))) (list a b))))
(write-line (let*-values (((a) (values 1)) ((b) (values (+ a 1)))) (list a b)))
(define (f) (define-values (x y) (values 1 2)) (+ x y))
(write-line (f))
(receive args (values) (write-line args))
