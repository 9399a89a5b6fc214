;; Strings to and from symbols, lists, vectors, numbers.
(write-line (string->symbol "Hello"))
(write-line (symbol->string 'abc))
(write-line (string->vector "abc"))
(write-line (vector->string #(#\x #\y)))
(write-line (string->list "abc"))
(write-line (number->string 42))
(write-line (string->number "42"))
