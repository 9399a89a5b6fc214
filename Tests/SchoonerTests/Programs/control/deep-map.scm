;; map, append and list-copy on lists far longer than a native stack would allow.
(define big (iota 300000))
(write-line (length (map (lambda (x) (+ x 1)) big)))
(write-line (length (append big big)))
(write-line (equal? (list-copy big) big))
(write-line (reduce + 0 big))
(write-line (fold-left + 0 big))
