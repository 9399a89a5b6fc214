;; Operands are evaluated from right to left, the operator last.
(define (note x) (display x) (display " ") x)
(write-line (list (note 1) (note 2) (note 3)))
(write-line ((begin (display "operator ") +) (note 4) (note 5)))
(write-line (let ((a (note 'a)) (b (note 'b))) (list a b)))
(write-line (let* ((a (note 'a)) (b (note 'b))) (list a b)))
(write-line (cons (note 'x) (cons (note 'y) '())))
