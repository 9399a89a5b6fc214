;; Recursion that is not in tail position grows the stack.
(define (sum n) (if (= n 0) 0 (+ n (sum (- n 1)))))
(write-line (sum 100000))
(define (build n) (if (= n 0) '() (cons n (build (- n 1)))))
(write-line (length (build 100000)))
(define (nest n) (if (= n 0) '() (list (nest (- n 1)))))
(define (depth x) (if (null? x) 0 (+ 1 (depth (car x)))))
(write-line (depth (nest 50000)))
