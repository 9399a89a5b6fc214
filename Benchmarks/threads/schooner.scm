;; Threads of Schooner and of MIT Scheme. The command line says what: "create N" makes N threads one after the other
;; and waits for the end of each; "switch N" lets two threads hand over to each other N times; "park N" makes N threads that wait.
;; Prints a line "started" and a line "done" round what is measured; "park" then waits to be ended.

(define what (car (command-line-arguments)))
(define count (string->number (cadr (command-line-arguments))))

(define (tell text)
  (write-string text)
  (newline)
  (flush-output))

(define (create n)
  (if (> n 0)
      (let ((ended? #f))
        (detach-thread (create-thread #f (lambda () (set! ended? #t))))
        (let wait ()
          (if (not ended?)
              (begin (yield-current-thread) (wait))))
        (create (- n 1)))))

(define (switch n)
  (let ((other-ended? #f))
    (define (hand-over n)
      (if (> n 0)
          (begin (yield-current-thread) (hand-over (- n 1)))))
    (detach-thread (create-thread #f (lambda () (hand-over (quotient n 2)) (set! other-ended? #t))))
    (hand-over (quotient n 2))
    (let wait ()
      (if (not other-ended?)
          (begin (yield-current-thread) (wait))))))

(define (park n)
  (let ((gate (make-thread-mutex)) (waiting 0))
    (lock-thread-mutex gate)
    (let loop ((i 0))
      (if (< i n)
          (begin
            (detach-thread
             (create-thread #f
               (lambda ()
                 (set! waiting (+ waiting 1))
                 (lock-thread-mutex gate)
                 (unlock-thread-mutex gate))))
            (loop (+ i 1)))))
    (let wait ()
      (if (< waiting n)
          (begin (yield-current-thread) (wait))))))

(tell "started")
(cond ((string=? what "create") (create count))
      ((string=? what "switch") (switch count))
      (else (park count)))
(tell "done")
(if (string=? what "park") (sleep-current-thread 600000))
(exit 0)
