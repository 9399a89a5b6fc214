;; sort and merge-sort are stable and take lists and vectors.
(write-line (sort '(3 1 2) <))
(write-line (sort '() <))
(write-line (sort (list "b" "a" "C") string<?))
(write-line (sort (vector 5 2 9) >))
(write-line (sort '((b . 1) (a . 1) (c . 0)) (lambda (x y) (< (cdr x) (cdr y)))))
(write-line (merge-sort '(5 4 3 2 1) <))
(write-line (equal? (sort (reverse (iota 1000)) <) (iota 1000)))
