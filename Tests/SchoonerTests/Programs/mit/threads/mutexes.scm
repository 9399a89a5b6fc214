;;; Mutexes held and not held, waiting with a condition variable, the error of another thread.
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

(define mutex (make-thread-mutex))
(show (thread-mutex? mutex))
(show (thread-mutex-owner mutex))
(show (try-lock-thread-mutex mutex))
(show (try-lock-thread-mutex mutex))
(show (eq? (thread-mutex-owner mutex) (current-thread)))
(show (without-thread-mutex-lock mutex (lambda () (thread-mutex-owner mutex))))
(show (with-thread-mutex-unlocked mutex (lambda () (thread-mutex-owner mutex))))
(show (begin (assert-thread-mutex-owned mutex) 'owned))
(unlock-thread-mutex mutex)
(show (with-thread-mutex-try-lock mutex (lambda () 'locked) (lambda () 'not-locked)))
(show (with-thread-mutex-lock mutex
        (lambda ()
          (with-thread-mutex-try-lock mutex (lambda () 'locked) (lambda () 'not-locked)))))


(show (make-condition-variable 'named))

(define failure
  (call-with-current-continuation
   (lambda (k) (with-exception-handler k (lambda () (error "Something failed:" 1 "two"))))))
(define derived
  (call-with-current-continuation
   (lambda (k)
     (with-exception-handler k (lambda () (error:derived-thread (current-thread) failure))))))
(show (if (condition/derived-thread? derived) (quote derived) (quote other)))
(show (condition/derived-thread? failure))
(show (condition/report-string derived))
