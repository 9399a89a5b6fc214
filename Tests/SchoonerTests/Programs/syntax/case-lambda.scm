;; Procedures with several bodies.
(define range
  (case-lambda
    ((e) (range 0 e))
    ((b e) (do ((r '() (cons e r)) (e (- e 1) (- e 1))) ((< e b) r)))))
(write-line (range 3))
(write-line (range 3 5))
(define f (case-lambda (() 'none) ((a) (list 'one a)) ((a b . rest) (list 'more a b rest))))
(write-line (list (f) (f 1) (f 1 2) (f 1 2 3 4)))
(define g (case-lambda ((x) 'one) (all (length all))))
(write-line (list (g) (g 1) (g 1 2)))
