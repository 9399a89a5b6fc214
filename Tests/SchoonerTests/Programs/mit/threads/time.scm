;;; Timer events: moments in the past and absolute ones, taking them back; the thread timer.
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

(define log '())
(define (note item) (set! log (cons item log)))
(define (wait-for count)
  (let loop ((turns 0))
    (if (and (< (length log) count) (< turns 2000))
        (begin
          (sleep-current-thread 1)
          (loop (+ turns 1))))))

(register-timer-event 30 (lambda () (note 'late)))
(register-timer-event 1 (lambda () (note 'soon)))
(define never (register-timer-event 15 (lambda () (note 'never))))
(deregister-timer-event never)
(deregister-timer-event never)
(wait-for 2)
(show (reverse log))

(set! log '())
(register-time-event 0 (lambda () (note 'past)))
(deregister-time-event (register-time-event 9000000000000 (lambda () (note 'never))))
(wait-for 1)
(show log)

(sleep-current-thread -1)
(show (sleep-current-thread 0))
(show (deregister-timer-event (register-timer-event 1000 (lambda () 5))))

(set-thread-timer-interval! 50)
(show (thread-timer-interval))
(set-thread-timer-interval! #f)
(show (thread-timer-interval))
(set-thread-timer-interval! 100)
(show (set-thread-timer-interval! 0))
(show (set-thread-timer-interval! -1))
(show (set-thread-timer-interval! 1.5))
(stop-thread-timer)
(start-thread-timer)
(show (with-thread-timer-stopped (lambda () 7)))

(show (with-timings (lambda () 'value) (lambda (run gc real) 'ignored)))
(show (measure-interval #t (lambda (start) (lambda (end) (<= start end)))))
(show (wait-interval 1))
(show (exact-nonnegative-integer? (current-jiffy)))
(show (flo:flonum? (runtime)))
