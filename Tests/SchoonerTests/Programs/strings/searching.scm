;; Finding patterns.
(write-line (string-search-forward "lo" "hello lo" 0))
(write-line (string-search-forward "lo" "hello lo" 4))
(write-line (string-search-forward "zz" "hello" 0))
(write-line (string-search-backward "l" "hello" 5))
(write-line (string-search-all "a" "banana"))
(write-line (list (string-prefix? "he" "hello") (string-prefix? "lo" "hello") (string-suffix? "lo" "hello")))
