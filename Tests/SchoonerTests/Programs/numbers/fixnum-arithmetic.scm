;; Small integers: the four operations and comparison, any number of arguments.
(write-line (+)) (write-line (*)) (write-line (+ 5)) (write-line (- 5)) (write-line (* 1 2 3 4))
(write-line (- 10 1 2 3))
(write-line (+ 1 -1))
(write-line (* -7 6))
(write-line (list (< 1 2 3) (< 1 3 2) (<= 1 1 2) (> 3 2 1) (>= 3 3 4) (= 2 2 2) (= 1 2)))
(write-line (list (max 1 5 3) (min 4 2 8) (abs -5) (abs 5) (magnitude -3)))
(write-line (list (1+ 5) (-1+ 5)))
(write-line (list (zero? 0) (positive? 1) (negative? -1) (odd? 3) (even? 3)))
