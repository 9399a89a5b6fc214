;; Character classes.
(define cs (list #\a #\Z #\5 #\space #\- #\λ #\newline))
(define (row p) (write-line (map p cs)))
(row char-alphabetic?) (row char-numeric?) (row char-whitespace?) (row char-upper-case?) (row char-lower-case?) (row char-alphanumeric?)
(write-line (list (char? #\a) (char? "a") (char->digit #\7 10) (digit->char 7 10) (digit-value #\7) (digit-value #\a) (char->digit #\f 16)))
