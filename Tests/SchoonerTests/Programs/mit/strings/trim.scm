(write-line (string-trim "  a b  "))
(write-line (string-trim-left "  a"))
(write-line (string-trim-right "a  "))
(write-line ((string-trimmer 'to-trim char-numeric?) "12ab34"))
