;; Upper, lower and folded case.
(write-line (string-upcase "Hello, World 1"))
(write-line (string-downcase "Hello, World 1"))
(write-line (string-foldcase "Straße"))
(write-line (string-upcase "äöü"))
(write-line (string-downcase "ÀÉ"))
(write-line (list (char-upcase #\a) (char-downcase #\A) (char-upcase #\1)))
