;;; stop-current-thread and restart-thread: a stopped thread collects its events and runs them when it is restarted.
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

(define (give-way)
  (let loop ((count 0))
    (if (< count 5)
        (begin
          (yield-current-thread)
          (loop (+ count 1))))))

(define stopped
  (create-thread #f
    (lambda ()
      (write-string "before")
      (newline)
      (stop-current-thread)
      (write-string "after")
      (newline)
      'end)))

(give-way)
(show (thread-execution-state stopped))
(show (thread-dead? stopped))
(signal-thread-event stopped (lambda () (write-string "an event") (newline)))
(give-way)
(show (thread-execution-state stopped))
(restart-thread stopped #f (lambda () (write-string "the event of the restart") (newline)))
(give-way)
(show (thread-execution-state stopped))
(show (thread-dead? stopped))

(define again
  (create-thread #f
    (lambda ()
      (stop-current-thread)
      (write-string "without the event")
      (newline))))

(give-way)
(signal-thread-event again (lambda () (write-string "lost") (newline)))
(restart-thread again #t #f)
(give-way)
(show (thread-dead? again))

(define waiting (create-thread #f (lambda () (suspend-current-thread) 'woken)))
(give-way)
(show (thread-execution-state waiting))
(show (continuation? (thread-continuation waiting)))
(show (thread-continuation (current-thread)))
(show (thread-execution-state (current-thread)))
(show (call-with-current-continuation
       (lambda (k)
         (bind-condition-handler (list condition-type:bad-range-argument)
             (lambda (condition) (k 'bad-range))
           (lambda () (restart-thread waiting #f #f))))))
(show (restart-thread 5 #f #f))
(signal-thread-event waiting #f)
(give-way)
(show (thread-dead? waiting))
(show (continuation? (create-thread-continuation)))
(show (call-with-current-continuation
       (lambda (k)
         (with-create-thread-continuation k (lambda () (eq? k (create-thread-continuation)))))))
