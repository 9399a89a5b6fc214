;; do with and without steps.
(write-line (do ((i 0 (+ i 1)) (acc '() (cons i acc))) ((= i 4) acc)))
(write-line (let ((x '(1 3 5 7))) (do ((x x (cdr x)) (sum 0 (+ sum (car x)))) ((null? x) sum))))
(write-line (do ((v (make-vector 3)) (i 0 (+ i 1))) ((= i 3) v) (vector-set! v i i)))
(do ((i 0 (+ i 1))) ((= i 2)) (write-line i))
