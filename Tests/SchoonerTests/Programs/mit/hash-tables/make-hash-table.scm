(define t (make-hash-table))
(hash-table-set! t '(a) 1)
(write-line (hash-table-ref/default t (list 'a) #f))
