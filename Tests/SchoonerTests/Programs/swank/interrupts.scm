; A computation that does not end is interrupted, looked at, gone on with and left; requests that only look are answered meanwhile.
(import (scheme base) (scheme write) (mit legacy runtime) (schooner swank))
(include "support/client.scm")

(define port (connect (start-swank 0)))

(request port '(swank:listener-eval "(define going #t) (define (work n) (if going (work (+ n 1)) 'finished))"))

; The output comes while the computation runs.
(request port '(swank:listener-eval "(begin (display \"working\") (newline) (work 0))") ':write-string)
(send-text port "(:emacs-rex (swank:operator-arglist \"work\" \"(user)\") \"(user)\" t 50)")
(receive-until port ':return)
(send-datum port '(:emacs-interrupt 1))
(let ((message (receive port)))
  (show (list-head message 3) " " (car (list-ref message 3)) " " (map car (list-ref message 4))))
(receive-until port ':debug-activate)
(request port '(swank:interactive-eval "(set! going #f)"))
(request port '(swank:sldb-continue))
(receive-until port ':return)

; An interrupt of nothing does nothing.
(send-datum port '(:emacs-interrupt :repl-thread))
(request port '(swank:listener-eval "(set! going #t)"))
(request port '(swank:listener-eval "(begin (display \"again\") (work 0))") ':write-string)
(send-datum port '(:emacs-interrupt 1))
(show (car (receive port)))
(receive-until port ':debug-activate)
(request port '(swank:throw-to-toplevel))
(receive-until port ':return)
(request port '(swank:listener-eval "'still-there"))
