;;;; Threads: what calls procedures of the program.  The rest is in the scheduler.

;;; Events

(define (%run-thread-events)
  (let ((event (%next-thread-event)))
    (if event
        (begin
          (if (pair? event)
              (apply (car event) (cdr event))
              (event))
          (%run-thread-events)))))

;; Called in place of a procedure that was about to be applied, or of a primitive that waits.
(define (%continue-after-events run procedure arguments wait)
  (run)
  (if wait
      (%resume-wait wait procedure arguments)
      (apply procedure arguments)))

;; The event that tells a joiner of a thread's end.
(define (%announce-thread-end receiver thread value)
  (let ((run (receiver thread value)))
    (if run (run))))

(define (with-thread-events-blocked thunk)
  (let ((before #f))
    (dynamic-wind
     (lambda () (set! before (block-thread-events)))
     thunk
     (lambda () (if (not before) (unblock-thread-events))))))

;;; Preemption

(define (without-interrupts thunk)
  (dynamic-wind
   (lambda () (%adjust-preemption! 1))
   thunk
   (lambda () (%adjust-preemption! -1))))

(define (with-thread-timer-stopped thunk)
  (dynamic-wind stop-thread-timer thunk start-thread-timer))

;;; Mutexes

(define (with-thread-mutex-lock mutex thunk)
  (dynamic-wind
   (lambda () (lock-thread-mutex mutex))
   thunk
   (lambda () (unlock-thread-mutex mutex))))

(define with-thread-mutex-locked with-thread-mutex-lock)

(define (without-thread-mutex-lock mutex thunk)
  (dynamic-wind
   (lambda () (unlock-thread-mutex mutex))
   thunk
   (lambda () (lock-thread-mutex mutex))))

(define (with-thread-mutex-unlocked mutex thunk)
  (if (eq? (thread-mutex-owner mutex) (current-thread))
      (without-thread-mutex-lock mutex thunk)
      (thunk)))

(define (with-thread-mutex-try-lock mutex if-locked if-not-locked)
  (let ((locked? #f))
    (dynamic-wind
     (lambda () (set! locked? (try-lock-thread-mutex mutex)))
     (lambda () (if locked? (if-locked) (if-not-locked)))
     (lambda ()
       (if locked?
           (begin
             (set! locked? #f)
             (unlock-thread-mutex mutex)))))))

;;; Time

;; The receiver gets processor, collection and real time in milliseconds, for effect.
(define (with-timings thunk receiver)
  (let ((run (process-time-clock))
        (real (real-time-clock)))
    (let ((value (thunk)))
      (receiver (- (process-time-clock) run) 0 (- (real-time-clock) real))
      value)))

;;; Errors in other threads

(define (condition/derived-thread? object)
  (and (condition? object)
       (eq? (condition/type object) condition-type:derived-thread-error)))

(define (condition/other-thread condition)
  (access-condition condition 'thread))
