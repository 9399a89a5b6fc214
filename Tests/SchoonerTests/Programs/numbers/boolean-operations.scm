;; Booleans and their predicates.
(write-line (list (not #f) (not 0) (not '()) (boolean? #f) (boolean? '()) (boolean=? #t #t) (boolean=? #t #f)))
(write-line (list #true #false #t #f))
(write-line (list (and) (or) (and 1 2) (or #f 3) (and 1 #f) (or #f #f)))
