;; Pairs, improper lists, nesting.
(write-line '(1 . (2 . (3 . ()))))
(write-line '(1 . 2))
(write-line '(1 2 . 3))
(write-line '((1 . 2) . (3 . 4)))
(write-line '(() (())))
(write-line '#(1 (2 . 3) #()))
(write-line (list #t #f '()))
(write-line (list #!default #!unspecific))
