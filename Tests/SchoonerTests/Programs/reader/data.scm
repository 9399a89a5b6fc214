;; Every datum syntax through read and back through write.
(define (round-trip s) (write (read (open-input-string s))) (newline))
(for-each round-trip
  '("(a b . c)" "#(1 #(2))" "#u8(1 2)" "\"a\\n\\\"b\\\"\"" "#\\a" "#\\space" "'a" "`(a ,b ,@c)" "#t" "#true" "#f" "#false" "()" "-5" "1.5e2" "#xFF"
    "|a b|" "#!default" "#!unspecific" "(1 . (2 3))" "( 1 2 )" "\"\\x41;\"" "#d10" "#e1.0" "+5" "..." "#\\x" "#\\x41"))
