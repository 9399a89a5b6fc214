; A peer that breaks the protocol or goes away ends its own connection, and nothing else.
(import (scheme base) (scheme write) (mit legacy runtime) (schooner swank))
(include "support/client.scm")

(define server (start-swank 0))
(define witness (connect server))
(request witness '(swank:listener-eval "(define kept 1)"))

;; The server may end the connection before it has read all: then it is reset.
(define (ends? text half-close?)
  (let ((port (connect server)))
    (let ((end
           (ignore-errors
            (lambda ()
              (write-string text port)
              (flush-output port)
              (if half-close? (close-output-port port))
              (read-char port)))))
      (close-port port)
      (or (eof-object? end) (condition? end)))))

(show "no digits " (ends? "hello, is this HTTP?\r\n" #f))
(show "short header " (ends? "0000" #t))
(show "half a message " (ends? "000010(:emacs-" #t))
(show "huge length " (ends? "ffffff(" #t))
(show "nothing " (ends? "" #t))
(show "empty message " (ends? "000000" #f))
(show "unbalanced " (ends? "000003(((" #f))
(show "no list " (ends? "00000242" #f))
(show "bad rex " (ends? "00000c(:emacs-rex)" #f))
(show "no utf-8 " (ends? "000002\xff;\xfe;" #f))

; One that goes while its computation runs, and one that goes inside the debugger.
(let ((port (connect server)))
  (request port '(swank:listener-eval "(begin (display 'forever) (let loop () (loop)))") ':write-string)
  (close-port port))
(let ((port (connect server)))
  (request port '(swank:listener-eval "(car kept)") ':debug-activate)
  (close-port port))

(request witness '(swank:listener-eval "(set! kept (+ kept 1))"))
(send-datum witness '(:emacs-unknown 1 2))
(send-datum witness '(:emacs-rex 42 "(user)" t 90))
(receive-until witness ':return)
(send-datum witness '(:emacs-rex (swank:listener-eval . 3) "(user)" t 91))
(receive-until witness ':return)
(send-datum witness '(:emacs-rex (swank:listener-eval) "(user)" t 92))
(receive-until witness ':debug-activate)
(request witness '(swank:sldb-abort))
(receive-until witness ':return)
(request witness '(swank:listener-eval "kept"))
(stop-swank)
(show "stopped " (condition? (ignore-errors (lambda () (connect server)))))
(request witness '(swank:listener-eval "kept"))
