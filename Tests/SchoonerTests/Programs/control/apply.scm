;; apply with every shape of argument list.
(write-line (apply + '()))
(write-line (apply + 1 2 '(3 4)))
(write-line (apply list 1 '()))
(write-line (apply (lambda args args) '(1 2 3)))
(write-line (apply (lambda (a #!optional b) (if (default-object? b) (list a) (list a b))) '(1)))
(write-line (apply apply (list list (list 1 2))))
(write-line (apply vector (iota 20)))
