;; Order and equality, with and without case.
(write-line (list (string=? "a" "a") (string=? "a" "b") (string<? "abc" "abd") (string<? "ab" "abc") (string>? "b" "a")))
(write-line (list (string<=? "a" "a") (string>=? "a" "b") (string<? "a" "b" "c") (string=? "x" "x" "y")))
(write-line (list (string-ci=? "Hello" "hELLO") (string-ci<? "A" "b")))
(write-line (list (string<? "Z" "a") (string-ci<? "Z" "a")))
