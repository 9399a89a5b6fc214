; syntax-error: the message and the forms as they were written. R7RS 4.3.3.
(define (try form)
  (write
   (call-with-current-continuation
    (lambda (k)
      (with-exception-handler
       (lambda (e) (k (condition/report-string e)))
       (lambda () (eval form system-global-environment))))))
  (newline))
(try '(letrec-syntax ((m (syntax-rules () ((_ 1) 'one) ((_ x y) (m x))))) (m 2 3)))
(try '(let () (define-syntax m (syntax-rules () ((_ x) (syntax-error "no good:" x 1 "two")))) (m three)))
(try '(let ()
        (define-syntax check-bindings
          (syntax-rules ()
            ((_ (((x . y) value) . more) . body) (syntax-error "expected an identifier but got" (x . y)))
            ((_ ((name value) . more) . body) (let ((name value)) (check-bindings more . body)))
            ((_ () . body) (let () . body))))
        (check-bindings ((a 1) ((b c) 2)) a)))
(try '(syntax-error "plain"))
(try '(syntax-error "with things:" a (b "c") #(1 #\d) 2.5))
(try '(let () (if #f (syntax-error "even where nothing runs")) 1))
(try '(let-syntax ((m (syntax-rules () ((_ x) (let ((y 1)) (syntax-error "renamed:" x y (z y))))))) (m a)))
(try '(let () (if #t (define x 1)) x))
