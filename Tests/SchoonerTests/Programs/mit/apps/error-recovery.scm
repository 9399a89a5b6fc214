(define (safe-div a b) (call-with-current-continuation (lambda (k) (bind-condition-handler (list condition-type:divide-by-zero) (lambda (c) (k 'infinite)) (lambda () (/ a b))))))
(write-line (map safe-div '(1 2 3) '(1 0 2)))
(define (retry n thunk) (call-with-current-continuation (lambda (k) (let loop ((n n)) (call-with-current-continuation (lambda (again) (bind-condition-handler (list condition-type:error) (lambda (c) (if (> n 0) (again #f))) (lambda () (k (thunk n)))))) (loop (- n 1))))))
(write-line (retry 3 (lambda (n) (if (> n 1) (error "not yet") (list 'ok n)))))
