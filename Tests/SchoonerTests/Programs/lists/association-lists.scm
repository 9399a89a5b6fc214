;; Association lists: deletion and copying.
(define al '((a . 1) (b . 2) (a . 3)))
(write-line (del-assq 'a al))
(write-line (del-assv 2 '((1 . x) (2 . y))))
(write-line (del-assoc "k" '(("k" . 1) ("j" . 2))))
(write-line (alist-copy al))
(write-line (let ((c (alist-copy al))) (set-cdr! (car c) 9) (list (cdar c) (cdar al))))
