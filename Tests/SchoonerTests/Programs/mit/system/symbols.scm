(define found '())
(for-each-interned-symbol (lambda (s) (if (eq? s 'vector-binary-search) (set! found (cons s found)))))
(write-line found)
(write-line (memq 'vector-binary-search (apropos-list "binary-search" system-global-environment)))
