;; Identifiers with unusual characters.
(write-line '(+ - ... ->x a.b !$%&*/:<=>?^_~ <=? 1+ -1+ +x -x .x))
(write-line (map symbol? '(+ - ... 1+ -1+ ->)))
(define <=>? 5)
(write-line <=>?)
(define λ 'lambda)
(write-line λ)
(write-line (list (string->symbol "1") (string->symbol "a(b") (string->symbol "#foo") (string->symbol ".")))
