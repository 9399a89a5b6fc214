(define d (create-thread #f (lambda () 1)))
(detach-thread d)
(write-line (thread? d))
