(define-integrable (next-state state char)
  (case state
    ((start) (if (char-numeric? char) 'digits 'error))
    ((digits) (cond ((char-numeric? char) 'digits) ((char=? char #\.) 'fraction) (else 'error)))
    ((fraction) (if (char-numeric? char) 'fraction 'error))
    (else 'error)))
(define (run string) (fold-left next-state 'start (string->list string)))
(write-line (map run '("12" "12.5" "1a" "")))
