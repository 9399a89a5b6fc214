(write-line (square 5))
(write-line (cube 3))
(write-line (number->string 3.5))
