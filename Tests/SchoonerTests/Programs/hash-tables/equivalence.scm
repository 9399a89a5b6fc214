;; eq, eqv, equal and string tables tell keys apart by their own rule.
(define (try make) (let ((t (make))) (hash-table-set! t (list 1) 'list) (hash-table-set! t 1.5 'flo) (hash-table-set! t "s" 'str) (hash-table-set! t 'a 'sym)
  (map (lambda (k) (hash-table-ref/default t k #f)) (list (list 1) 1.5 (string #\s) 'a))))
(write-line (try make-equal-hash-table))
(write-line (cdddr (try make-strong-eqv-hash-table)))
(define e (make-strong-eqv-hash-table))
(hash-table-set! e (expt 10 30) 'big)
(hash-table-set! e 1.5 'flo)
(write-line (list (hash-table-ref/default e (expt 10 30) #f) (hash-table-ref/default e 1.5 #f) (hash-table-ref/default e "x" #f)))
