;; Escapes and line continuations in strings.
(write-line "a\x3bb;b")
(write-line "two\
   joined")
(write-line (string-length "a\\b"))
(write-line "a
b")
(write-line '("" " " "\t"))
