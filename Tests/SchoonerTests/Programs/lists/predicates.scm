;; What is a list, a pair, an end.
(define things (list '() '(1) '(1 . 2) '(1 2 . 3) 'a #(1)))
(write-line (map pair? things))
(write-line (map list? things))
(write-line (map null? things))
(define circle (list 1 2))
(set-cdr! (cdr circle) circle)
(write-line (list? circle))
