;; Closed ports refuse input and output and close again quietly.
(define (report thunk) (guard (e (#t 'refused)) (thunk)))
(define p (open-input-string "abc"))
(close-input-port p)
(close-port p)
(write-line (input-port-open? p))
(write-line (report (lambda () (close-port 5))))
(define v (call-with-port (open-input-string "xyz") (lambda (port) (read-char port))))
(write-line v)
