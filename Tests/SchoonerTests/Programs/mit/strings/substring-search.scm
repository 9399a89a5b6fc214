; The ends of the range may be left out.
(write-line (substring-search-forward "b" "abcb"))
(write-line (substring-search-forward "b" "abcb" 2))
(write-line (substring-search-forward "b" "abcb" 2 3))
(write-line (substring-search-all "b" "abcb"))
(write-line (substring-search-all "b" "abcb" 2))
(write-line (substring->symbol "abc"))
(write-line (substring->symbol "abc" 1))
