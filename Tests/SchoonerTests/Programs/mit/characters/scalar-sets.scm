(define cs (scalar-values->char-set '(97 98 (100 . 103))))
(write-line (map (lambda (c) (char-in-set? c cs)) (string->list "abcdefg")))
(write-line (char-set? cs))
(write-line (char-set-contains? char-set:numeric #\5))
