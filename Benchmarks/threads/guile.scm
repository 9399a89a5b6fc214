;; System threads of Guile; see schooner.scm for what is done.
(use-modules (ice-9 threads))

(define what (list-ref (command-line) 1))
(define count (string->number (list-ref (command-line) 2)))

(define (tell text)
  (display text)
  (newline)
  (force-output))

(define (create n)
  (if (> n 0)
      (begin
        (join-thread (call-with-new-thread (lambda () 'done)))
        (create (- n 1)))))

;; A thread of the system does not run when told to yield unless it must: they hand over by condition variables.
(define (switch n)
  (let ((mutex (make-mutex)) (changed (make-condition-variable)) (turn 0))
    (define (hand-over me n)
      (with-mutex mutex
        (let loop ((n n))
          (if (> n 0)
              (begin
                (let wait ()
                  (if (not (= turn me))
                      (begin (wait-condition-variable changed mutex) (wait))))
                (set! turn (- 1 me))
                (signal-condition-variable changed)
                (loop (- n 1)))))))
    (let ((other (call-with-new-thread (lambda () (hand-over 1 (quotient n 2))))))
      (hand-over 0 (quotient n 2))
      (join-thread other))))

(define (park n)
  (let ((gate (make-mutex)) (counting (make-mutex)) (waiting 0))
    (lock-mutex gate)
    (let loop ((i 0))
      (if (< i n)
          (begin
            (call-with-new-thread
             (lambda ()
               (with-mutex counting (set! waiting (+ waiting 1)))
               (lock-mutex gate)
               (unlock-mutex gate)))
            (loop (+ i 1)))))
    (let wait ()
      (if (< (with-mutex counting waiting) n)
          (begin (usleep 1000) (wait))))))

(tell "started")
(cond ((string=? what "create") (create count))
      ((string=? what "switch") (switch count))
      (else (park count)))
(tell "done")
(if (string=? what "park") (sleep 600))
