;; Datum labels build shared and circular structure.
(define c '#0=(a b . #0#))
(write-line (list (car c) (cadr c) (caddr c) (eq? c (cddr c))))
(define s '(#1=(x) #1#))
(write-line (eq? (car s) (cadr s)))
(define v (read (open-input-string "#5=#(1 #5#)")))
(write-line (eq? v (vector-ref v 1)))
(write-line '#0=(1 . #0#))
