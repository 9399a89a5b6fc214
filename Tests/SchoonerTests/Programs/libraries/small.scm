#!r7rs
(import (scheme small))
(write (list (char-upcase #\a) (exact (floor 2.5)) (caddr '(1 2 3))))
(write (read (open-input-string "#!r7rs CamelCase")))
(newline)
