;; let, let*, letrec, letrec*, named let.
(write-line (let ((x 1) (y 2)) (+ x y)))
(write-line (let* ((x 1) (y (+ x 1))) (list x y)))
(write-line (letrec ((f (lambda (n) (if (= n 0) 1 (* n (f (- n 1))))))) (f 5)))
(write-line (letrec* ((a 1) (b (+ a 1))) (list a b)))
(write-line (let loop ((i 0) (acc '())) (if (= i 3) acc (loop (+ i 1) (cons i acc)))))
(write-line (let () 'empty))
(write-line (let ((x 1)) (let ((x 2) (y x)) (list x y))))
(write-line (let ((f (lambda (x) x))) (let ((f (lambda (x) (* 2 (f x))))) (f 5))))
