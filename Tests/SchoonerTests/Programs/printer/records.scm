;; Records print with their type's name.
(define-record-type point (make-point x y) point? (x point-x) (y point-y))
(define-record-type <node> (make-node v) node? (v node-v))
(write-line (make-point 1 2))
(write-line (make-node 'a))
(display (list (make-point 3 4))) (newline)
