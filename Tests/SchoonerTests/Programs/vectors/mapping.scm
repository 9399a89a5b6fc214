;; map, for-each and search over vectors.
(write-line (vector-map square #(1 2 3)))
(write-line (vector-map + #(1 2) #(10 20 30)))
(vector-for-each (lambda (x y) (write-line (list x y))) #(1 2) #(a b))
(write-line (make-initialized-vector 4 (lambda (i) (* i i))))
(write-line (reduce + 0 (vector->list #(1 2 3))))
