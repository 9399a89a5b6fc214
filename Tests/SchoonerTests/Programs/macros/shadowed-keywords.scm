; Keywords are names like others: variables may take them. R7RS 4.3, 5.3.
(define-syntax show
  (syntax-rules () ((_ e) (begin (write e) (newline)))))

(show (let ((if list)) (if 1 2 3)))
(show (let ((lambda list)) (lambda 1 2)))
(show (let ((quote -)) '5))
(show (let ((begin list)) (begin 1 2)))
(show (let ((let 5)) (let* ((x let)) x)))
(show (let ((set! list) (x 1)) (set! x 2)))
(show (let loop ((let 1)) (if (< let 5) (loop (+ let 1)) let)))
(show (let ((define 5)) (+ define 1)))
(show ((lambda (begin) (begin 1 2 3)) list))
(show ((lambda define define) 1 2))
(show (let () (define (if a b c) (list a b c)) (if 1 2 3)))
(show (let () (define else #f) (cond (#f 1) (#t 2))))
(show (let ((unquote list)) `(1 ,2)))
(show (let ((... 5)) ...))
(show (let ((_ 5)) _))
(show (let ((=> #f)) (cond (#t => 'ok))))
(define (f when) (when 5))
(show (f (lambda (x) (* x 2))))
(show (do ((do 0 (+ do 1))) ((= do 3) do)))
(show (let*-values (((let*-values b) (values 1 2)) ((c) (values (+ let*-values b)))) c))
(show ((case-lambda ((case-lambda) case-lambda) ((x y) y)) 'one))
(show (guard (guard (#t (list guard))) (raise 'it)))
(show (let ((delay (lambda (x) (list 'eager x)))) (delay (+ 1 2))))
(show (let-syntax ((if (syntax-rules () ((_ a b c) (cond (a c) (else b)))))) (if #t 1 2)))

; Macros are not confused by it.
(define-syntax my-unless
  (syntax-rules () ((_ test body ...) (if test #f (begin body ...)))))
(show (let ((if list) (begin vector)) (my-unless #f 1 2)))
(define-syntax my-quote
  (syntax-rules () ((_ x) 'x)))
(show (let ((quote -)) (my-quote 5)))

; At top level too.
(define (assert x) (list 'asserting x))
(show (assert #f))
(define list-of-three (lambda (list) (list 1 2 3)))
(show (list-of-three vector))
(define if vector)
(show (if 1 2 3))
(show (my-unless #f 1 2))
(define define 5)
(show define)
