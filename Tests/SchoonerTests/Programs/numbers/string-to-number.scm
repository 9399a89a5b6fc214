;; Text to numbers, and what is no number.
(for-each (lambda (s) (write-line (string->number s)))
          '("12" "-12" "+12" "1.5" ".5" "5." "1e3" "-1.5e-3" "#xff" "#b101" "#o17" "#e1.0" "#i5" "" "abc" "1a" "-" "+" "."
            "1.2.3" "1e" "+inf.0" "-inf.0" "--1" "1 2"))
(write-line (string->number "ff" 16))
(write-line (string->number "FF" 16))
(write-line (string->number "19" 8))
