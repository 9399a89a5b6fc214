; Argument orders of older releases beside the new ones.
(define s "the quick brown fox")
(write-line (string-search-forward "quick" s 0))
(write-line (string-head s 3))
(write-line (string-tail s 16))
(write-line (substring s 4 9))
(write-line (string-pad-left (number->string 7) 3))
