;; string-index and its relatives of other releases find a character or what satisfies a predicate.
(write-line (string-search-forward "," "a,b" 0))
(write-line (string-index "hello" #\l))
(write-line (string-index "hello" #\z))
(write-line (string-index "ab1" char-numeric?))
(write-line (string-rindex "hello" #\l))
