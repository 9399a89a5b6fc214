#lang racket/base
;; What the two Racket servers share: (serve-connections serve) listens on the port of the command line (0 picks a
;; free one), prints it and gives each connection a green thread of its own that runs (serve in out).
(require racket/tcp)
(provide serve-connections)

(define (serve-connections serve)
  (define wanted (string->number (vector-ref (current-command-line-arguments) 0)))
  (define listener (tcp-listen wanted 1024 #t "127.0.0.1"))
  (define-values (address port remote-address remote-port) (tcp-addresses listener #t))
  (printf "listening on port ~a\n" port)
  (flush-output)
  (let accept-loop ()
    (define-values (in out) (tcp-accept listener))
    (thread
     (lambda ()
       (with-handlers ([exn:fail? void]) (serve in out))
       (with-handlers ([exn:fail? void]) (close-input-port in))
       (with-handlers ([exn:fail? void]) (close-output-port out))))
    (accept-loop)))
