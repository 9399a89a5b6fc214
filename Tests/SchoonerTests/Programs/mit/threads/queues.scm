;;; Thread queues as MIT Scheme 12.1 has them: values, limits, printed forms.
(define-syntax show
  (syntax-rules ()
    ((_ form)
     (begin
       (write (quote form))
       (write-string " => ")
       (write
        (call-with-current-continuation
         (lambda (k)
           (with-exception-handler
            (lambda (condition) (k (condition/report-string condition)))
            (lambda () form)))))
       (newline)))))

(define queue (make-thread-queue))
(show queue)
(show (thread-queue/empty? queue))
(show (thread-queue/queue! queue 1))
(show (thread-queue/push! queue 0))
(show queue)
(show (thread-queue/peek queue))
(show (thread-queue/dequeue! queue))
(show (thread-queue/peek-no-hang queue 1))
(show (thread-queue/dequeue-no-hang! queue 1))
(show (thread-queue/dequeue-no-hang! queue 1))
(show (thread-queue/peek-no-hang queue 1))
(show (thread-queue/queue-no-hang! queue 'item))
(show (thread-queue/queue! queue #f))
(thread-queue/empty! queue)
(show (thread-queue/empty? queue))

(define narrow (make-thread-queue 1))
(show narrow)
(thread-queue/queue! narrow 'first)
(show (thread-queue/queue-no-hang! narrow 'second))
(show narrow)
(define producer
  (create-thread #f
    (lambda ()
      (thread-queue/queue! narrow 'second)
      (thread-queue/queue! narrow 'third))))
(show (let* ((first (thread-queue/dequeue! narrow))
             (second (thread-queue/dequeue! narrow))
             (third (thread-queue/dequeue! narrow)))
        (list first second third)))
(show (make-thread-queue 'many))
