;; Trees: flattening, copying, substitution.
(define (flatten t) (cond ((null? t) '()) ((pair? t) (append (flatten (car t)) (flatten (cdr t)))) (else (list t))))
(write-line (flatten '(1 (2 (3 . 4)) ((5)))))
(define (subst new old t) (cond ((equal? t old) new) ((pair? t) (cons (subst new old (car t)) (subst new old (cdr t)))) (else t)))
(write-line (subst 'x '(1) '((1) 2 ((1)))))
(define t '((a) b))
(write-line (let ((c (tree-copy t))) (list (equal? c t) (eq? (car c) (car t)))))
