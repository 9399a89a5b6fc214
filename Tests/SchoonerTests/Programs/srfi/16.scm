;; SRFI 16: case-lambda.
(import (scheme base) (scheme write) (srfi 16))

(define-syntax show
  (syntax-rules ()
    ((_ form)
     (begin
       (write 'form)
       (display " => ")
       (write (call-with-current-continuation
               (lambda (k)
                 (with-exception-handler
                  (lambda (object) (k 'error))
                  (lambda () form)))))
       (newline)))))

(define plus
  (case-lambda
    (() 0)
    ((x) x)
    ((x y) (+ x y))
    ((x y z) (+ (+ x y) z))
    (args (apply + args))))
(show (plus))
(show (plus 1))
(show (plus 1 2 3))
(show (plus 1 2 3 4))
(show ((case-lambda ((a) (list 'one a)) ((a . rest) (list 'more a rest))) 1))
(show ((case-lambda ((a) (list 'one a)) ((a . rest) (list 'more a rest))) 1 2))
(show ((case-lambda ((a) a) ((a b) (* a b))) 1 2 3))
