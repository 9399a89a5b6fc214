(write-line (delete-duplicates '(1 2 1 3 2)))
(write-line (delete-duplicates '("a" "b" "a")))
(write-line (delete-duplicates '((a . 3) (b . 7) (a . 9)) (lambda (x y) (eq? (car x) (car y)))))
(write-line (delete-duplicates '()))
