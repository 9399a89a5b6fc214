;; assq/assoc as dispatch tables, list operations on longer data.
(define table (list (cons 'add +) (cons 'sub -) (cons 'mul *)))
(write-line (map (lambda (op) ((cdr (assq op table)) 7 3)) '(add sub mul)))
(define (zip . ls) (apply map list ls))
(write-line (zip '(1 2 3) '(a b c) '("x" "y" "z")))
(define (transpose m) (apply map list m))
(write-line (transpose '((1 2 3) (4 5 6))))
(write-line (list-head (iota 100) 5))
