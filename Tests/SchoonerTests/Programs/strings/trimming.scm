;; Trimming and splitting.
(write-line (string-trim "  a b  "))
(write-line (string-trim-left "  a"))
(write-line (string-trim-right "a  "))
(write-line (burst-string "a b  c" #\space #f))
(write-line (burst-string "a b  c" #\space #t))
(write-line ((string-splitter) " one two  three "))
(write-line ((string-splitter 'delimiter #\,) "a,b,,c"))
(write-line ((string-joiner* 'infix ", ") '("a" "b" "c")))
