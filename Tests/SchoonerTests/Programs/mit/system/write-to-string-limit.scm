; With a limit write-to-string tells whether it cut.
(write-line (write-to-string '(a b c) 4))
(write-line (write-to-string '(a b c) 40))
(write-line (write-to-string '(a "b" c)))
