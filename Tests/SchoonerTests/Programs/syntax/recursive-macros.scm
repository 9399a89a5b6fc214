;; Macros that walk their argument.
(define-syntax reverse-list (syntax-rules () ((_ () acc) 'acc) ((_ (a . r) (b ...)) (reverse-list r (a b ...)))))
(write-line (reverse-list (1 2 3) ()))
(define-syntax count-args (syntax-rules () ((_) 0) ((_ a . r) (+ 1 (count-args . r)))))
(write-line (count-args a b c d))
(define-syntax my-let* (syntax-rules () ((_ () body ...) (let () body ...)) ((_ ((n v) rest ...) body ...) (let ((n v)) (my-let* (rest ...) body ...)))))
(write-line (my-let* ((a 1) (b (+ a 1)) (c (* b 2))) (list a b c)))
