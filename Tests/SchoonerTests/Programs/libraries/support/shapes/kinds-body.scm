(DEFINE KINDS '(SQUARE circle))
(define (Folded) 'FOLDED)
