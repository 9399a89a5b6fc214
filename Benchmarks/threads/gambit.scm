;; Green threads of Gambit; see schooner.scm for what is done.

(define what (cadr (command-line)))
(define count (string->number (caddr (command-line))))

(define (tell text)
  (display text)
  (newline)
  (force-output))

(define (create n)
  (if (> n 0)
      (begin
        (thread-join! (thread-start! (make-thread (lambda () 'done))))
        (create (- n 1)))))

(define (switch n)
  (define (hand-over n)
    (if (> n 0)
        (begin (thread-yield!) (hand-over (- n 1)))))
  (let ((other (thread-start! (make-thread (lambda () (hand-over (quotient n 2)))))))
    (hand-over (quotient n 2))
    (thread-join! other)))

(define (park n)
  (let ((gate (make-mutex)) (waiting 0))
    ;; Without an owner: one that others wait for gets a higher priority and would never hand over to them.
    (mutex-lock! gate #f #f)
    (let loop ((i 0))
      (if (< i n)
          (begin
            (thread-start!
             (make-thread
              (lambda ()
                (set! waiting (+ waiting 1))
                (mutex-lock! gate)
                (mutex-unlock! gate))))
            (loop (+ i 1)))))
    (let wait ()
      (if (< waiting n)
          (begin (thread-yield!) (wait))))))

(tell "started")
(cond ((string=? what "create") (create count))
      ((string=? what "switch") (switch count))
      (else (park count)))
(tell "done")
(if (string=? what "park") (thread-sleep! 600))
