(define-syntax show-env (sc-macro-transformer (lambda (form env) (capture-syntactic-environment (lambda (inner) `(list ,(close-syntax (cadr form) env) 'captured))))))
(define x 5)
(write-line (show-env x))
(write-line (let ((x 6)) (show-env x)))
