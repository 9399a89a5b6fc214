;; Procedures with rest arguments take many.
(define (count . args) (length args))
(write-line (apply count (iota 1000)))
(write-line (apply + (iota 1000)))
(write-line (string-length (apply string-append (make-list 500 "ab"))))
(write-line ((lambda (a b c d e f g h i j k l . m) (list a l m)) 1 2 3 4 5 6 7 8 9 10 11 12 13 14))
