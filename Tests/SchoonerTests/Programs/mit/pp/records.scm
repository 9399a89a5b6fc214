; PP of records, structures and tables shows their fields.
(define-record-type point (make-point x y) point? (x point-x) (y point-y))
(pp (make-point 1 '(2 3)))
(define-structure box w h)
(pp (make-box 1 "two"))
(pp (list (make-point 1 2)))
(pp (cons 1 2))
(pp #t)
