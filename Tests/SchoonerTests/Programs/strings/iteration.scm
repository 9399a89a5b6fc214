;; Walking strings.
(write-line (string-map char-upcase "abc"))
(write-line (string-map (lambda (a b) (if (char<? a b) a b)) "adc" "bbb"))
(string-for-each (lambda (c) (display c) (display ".")) "abc")
(newline)
(write-line (list (string-find-next-char "hello" #\l) (string-find-next-char "hello" #\z)))
(write-line (string-find-first-index char-numeric? "ab1c"))
(write-line (string-find-last-index char-alphabetic? "ab1c2"))
