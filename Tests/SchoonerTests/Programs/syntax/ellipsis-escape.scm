;; (... ...) is a literal ellipsis, and a custom ellipsis can be named.
(define-syntax be-like-begin
  (syntax-rules ()
    ((_ name) (define-syntax name (syntax-rules () ((_ expr (... ...)) (begin expr (... ...))))))))
(be-like-begin sequence)
(write-line (sequence 1 2 3 4))
(define-syntax tuple (syntax-rules ::: () ((_ a :::) '(a ::: end))))
(write-line (tuple 1 2))
(define-syntax underscore (syntax-rules () ((_ _ b) 'b)))
(write-line (underscore 1 2))
