;; Type predicates over a row of objects.
(define things (list 0 -1 (expt 10 30) 1.5 2. 'a "1" #\1))
(define (row p) (write-line (map (lambda (x) (p x)) things)))
(row number?) (row complex?) (row real?) (row rational?) (row integer?) (row exact-integer?)
(row (lambda (x) (and (number? x) (exact? x))))
(row (lambda (x) (and (real? x) (negative? x))))
