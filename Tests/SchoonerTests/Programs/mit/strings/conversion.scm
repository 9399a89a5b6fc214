(write-line (string->list "abc"))
(write-line (string->number "1e3"))
(write-line (number->string 1/3 2))
