;; Taking lists apart.
(define l '(a b c d e))
(write-line (list (car l) (cadr l) (caddr l) (cadddr l) (cddr l)))
(write-line (list (first l) (second l) (third l) (fourth l) (fifth l)))
(write-line (list (list-ref l 2) (list-tail l 3) (list-head l 2) (sublist l 1 3)))
(write-line (list (last l) (last-pair l) (except-last-pair l) (length l)))
(write-line (list (caar '((1) 2)) (cdar '((1 2) 3)) (cddr '(1 2 3)) (caadr '(1 (2)))))
