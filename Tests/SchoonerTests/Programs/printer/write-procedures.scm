;; write-string, write-char, write-line, fresh-line, write-u8 on the console.
(write-string "text") (write-char #\!) (newline)
(write-line '(a "b"))
(fresh-line)
(display "no newline")
(fresh-line)
(write-string "abcdef" (current-output-port) 1 3)
(newline)
(write 'x) (write-char #\space) (write "y") (newline)
