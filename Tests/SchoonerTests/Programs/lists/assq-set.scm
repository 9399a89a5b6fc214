;; Association lists as small data bases, extended functionally.
(define (put k v al) (cons (cons k v) (del-assq k al)))
(define db (put 'c 3 (put 'a 10 (put 'b 2 (put 'a 1 '())))))
(write-line db)
(write-line (cdr (assq 'a db)))
(write-line (map car db))
