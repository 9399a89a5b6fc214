#lang racket/base
;; Green threads of Racket; see schooner.scm for what is done.

(define what (vector-ref (current-command-line-arguments) 0))
(define count (string->number (vector-ref (current-command-line-arguments) 1)))

(define (tell text)
  (displayln text)
  (flush-output))

(define (create n)
  (for ((i (in-range n)))
    (thread-wait (thread (lambda () 'done)))))

(define (switch n)
  (define (hand-over)
    (for ((i (in-range (quotient n 2)))) (sleep 0)))
  (define other (thread hand-over))
  (hand-over)
  (thread-wait other))

(define (park n)
  (define gate (make-semaphore 0))
  (define waiting 0)
  (for ((i (in-range n)))
    (thread (lambda ()
              (set! waiting (add1 waiting))
              (semaphore-wait gate))))
  (let wait ()
    (when (< waiting n)
      (sleep 0)
      (wait))))

(tell "started")
(cond [(string=? what "create") (create count)]
      [(string=? what "switch") (switch count)]
      [else (park count)])
(tell "done")
(when (string=? what "park") (sleep 600))
