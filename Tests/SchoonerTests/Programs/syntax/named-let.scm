;; Named let: loops nested and not in tail position.
(write-line (let fact ((n 5)) (if (= n 0) 1 (* n (fact (- n 1))))))
(write-line (let outer ((i 0) (acc '()))
              (if (= i 3) (reverse acc)
                  (outer (+ i 1) (let inner ((j 0) (acc acc)) (if (= j i) acc (inner (+ j 1) (cons (list i j) acc))))))))
(write-line (let loop ((l '(1 2 3 4)) (evens 0)) (cond ((null? l) evens) ((even? (car l)) (loop (cdr l) (+ evens 1))) (else (loop (cdr l) evens)))))
(write-line (let loop () 5))
(write-line (map (let loop ((n 3)) (lambda (x) (+ x n))) '(1 2)))
