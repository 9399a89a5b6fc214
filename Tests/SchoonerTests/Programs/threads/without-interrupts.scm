;; No other thread runs inside without-interrupts.
(define n 0)
(define done 0)
(define (work) (do ((i 0 (+ i 1))) ((= i 200)) (without-interrupts (lambda () (let ((old n)) (set! n (+ old 1)))))) (set! done (+ done 1)))
(do ((i 0 (+ i 1))) ((= i 4)) (detach-thread (create-thread #f work)))
(let wait () (if (< done 4) (begin (yield-current-thread) (wait))))
(write-line n)
(write-line (without-interrupts (lambda () 'value)))
