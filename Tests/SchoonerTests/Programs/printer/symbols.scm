;; Symbols print with bars where the reader would not give them back.
(for-each write-line
  (list 'abc (string->symbol "ABC") (string->symbol "a b") (string->symbol "") (string->symbol "1+") (string->symbol "12") (string->symbol "a|b")
        (string->symbol "a.b") (string->symbol "...") (string->symbol "#t") (string->symbol "+") (string->symbol "-a") (string->symbol "é")))
