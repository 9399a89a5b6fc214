;; SRFI 45: lazy algorithms.
(import (scheme base) (scheme write) (srfi 45))

(define-syntax show
  (syntax-rules ()
    ((_ form)
     (begin
       (write 'form)
       (display " => ")
       (write (call-with-current-continuation
               (lambda (k)
                 (with-exception-handler
                  (lambda (object) (k 'error))
                  (lambda () form)))))
       (newline)))))

(define log '())
(define r (delay (begin (set! log (cons 'hi log)) 1)))
(define s (lazy r))
(define t (lazy s))
(show (list (force t) (force r)))
(show log)
;; Constant space.
(define (loop n) (if (= n 0) (lazy (eager 'done)) (lazy (loop (- n 1)))))
(show (force (loop 20000)))
;; The first value stays.
(define x 5)
(define p (delay (begin (set! x (+ x 1)) (if (> x 8) x (force p)))))
(show (let* ((first (force p)) (second (begin (set! x 20) (force p)))) (list first second)))
(show (force (eager 3)))
(show (force (force (eager (eager 4)))))
