; Association lists by all their names.
(define al '((a . 1) (b . 2) (a . 3)))
(write-line (del-assq 'a al))
(write-line (del-assv 2 '((1 . one) (2 . two))))
(write-line (del-assoc "x" '(("x" . 1) ("y" . 2))))
(write-line (del-assq! 'b (list (cons 'a 1) (cons 'b 2))))
(write-line (alist-copy al))
(write-line (eq? (car al) (car (alist-copy al))))
(write-line ((association-procedure string=? car) "b" '(("a" 1) ("b" 2))))
