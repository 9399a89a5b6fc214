#lang racket/base
;; A line echo server for Racket, a green thread a connection.
(require "server.rkt")

(define (serve in out)
  (let loop ()
    (define line (read-line in))
    (unless (eof-object? line)
      (write-string line out)
      (newline out)
      (flush-output out)
      (loop))))

(serve-connections serve)
