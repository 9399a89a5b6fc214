(write-line (let fact ((n 10)) (if (= n 0) 1 (* n (fact (- n 1))))))
(write-line (do ((i 0 (+ i 1)) (acc '() (cons i acc))) ((= i 3) acc)))
(write-line (let* ((x 1) (y (+ x 1))) (list x y)))
(write-line (letrec ((e? (lambda (n) (or (= n 0) (o? (- n 1))))) (o? (lambda (n) (and (> n 0) (e? (- n 1)))))) (e? 100)))
