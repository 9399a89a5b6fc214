(define tools '(spade))
(define (lend) beds)
