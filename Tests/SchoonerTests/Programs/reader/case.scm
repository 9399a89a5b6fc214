;; Folding directives.
(write-line (list 'Abc 'ABC '|Abc|))
#!no-fold-case
(write-line (list 'Abc 'abc))
#!fold-case
(write-line (list 'Abc 'abc))
(write-line (list #\A #\a "AbC"))
