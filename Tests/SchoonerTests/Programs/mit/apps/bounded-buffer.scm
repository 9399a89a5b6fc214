(define q (make-thread-queue 2))
(define producer (create-thread #f (lambda () (for-each (lambda (i) (thread-queue/queue! q i)) '(1 2 3 4 5)) (thread-queue/queue! q 'end))))
(define (consume) (let loop ((acc '())) (let ((x (thread-queue/dequeue! q))) (if (eq? x 'end) (reverse acc) (loop (cons x acc))))))
(write-line (consume))
