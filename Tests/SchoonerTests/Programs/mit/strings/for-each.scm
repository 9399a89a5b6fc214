(string-for-each (lambda (c) (write-line c)) "ab")
(write-line (string-map char-upcase "abc"))
(write-line (list->string (map char-downcase (string->list "ABC"))))
(write-line (string-search-all "an" "banana"))
