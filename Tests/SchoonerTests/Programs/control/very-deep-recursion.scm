;; Recursion half a million calls deep: only the heap is the limit.
(define (sum n) (if (= n 0) 0 (+ n (sum (- n 1)))))
(write-line (sum 500000))
(define (nest n) (if (= n 0) '() (list (nest (- n 1)))))
(define (depth x) (if (null? x) 0 (+ 1 (depth (car x)))))
(write-line (depth (nest 400000)))
(define big (iota 500000))
(write-line (apply max big))
(write-line (fold-right (lambda (x acc) (+ acc 1)) 0 big))
