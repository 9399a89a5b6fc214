;; Escapes in literals, and how strings are written.
(write-line "a\nb\tc")
(write-line "q\"q\\q")
(write-line "\x41;\x3bb;")
(write-line "line one \
             continued")
(display "a\nb") (newline)
(write (string #\a (integer->char 0) (integer->char 7) (integer->char 127) #\b)) (newline)
(write "é λ") (newline)
(write-line "\a\b\r")
