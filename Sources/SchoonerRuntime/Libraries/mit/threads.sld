;;; What MIT Scheme 12.1 binds for threads and programs seldom use.

(define-library (mit threads)
  (export restart-thread create-thread-continuation with-create-thread-continuation unlock-thread-mutex-and-wait
          textual-port-thread-mutex error:derived-thread register-time-event deregister-time-event
          register-io-thread-event permanently-register-io-thread-event deregister-io-thread-event
          channel-descriptor disallow-preempt-current-thread allow-preempt-current-thread)
  (import (mit legacy runtime))
  (begin

    ;; discard?: whether the events that have come meanwhile are dropped; ask: the user says.
    (define (restart-thread thread discard? event)
      (%restart-thread thread
                       (if (eq? discard? 'ask)
                           (prompt-for-confirmation "Restarting other thread; discard events in its queue")
                           discard?)
                       event))

    ;; Programs take these from the package (runtime thread).
    (define (disallow-preempt-current-thread) (%adjust-preemption! 1))
    (define (allow-preempt-current-thread) (%adjust-preemption! -1))

    ;;; Continuations to make threads in

    (define root-continuation (make-unsettable-parameter #f))

    (define (create-thread-continuation)
      (or (root-continuation) (%root-continuation)))

    (define (with-create-thread-continuation continuation thunk)
      (if (not (continuation? continuation))
          (error:wrong-type-argument continuation #f 'with-create-thread-continuation))
      (parameterize ((root-continuation continuation)) (thunk)))

    ;;; Waiting

    (define (unlock-thread-mutex-and-wait mutex variable #!optional timeout)
      (if (not (condition-variable? variable))
          (error:wrong-type-argument variable #f 'condition-variable-wait!/unlock))
      (let ((signalled?
             (if (default-object? timeout)
                 (condition-variable-wait! variable mutex)
                 (condition-variable-wait! variable mutex timeout))))
        (unlock-thread-mutex mutex)
        signalled?))

    (define port-mutexes (make-key-weak-eqv-hash-table))

    (define (textual-port-thread-mutex port)
      (if (not (textual-port? port)) (error:wrong-type-argument port #f 'textual-port-thread-mutex))
      (hash-table-ref port-mutexes port
                      (lambda ()
                        (let ((mutex (make-thread-mutex)))
                          (hash-table-set! port-mutexes port mutex)
                          mutex))))

    (define (error:derived-thread thread condition)
      (call-with-current-continuation
       (lambda (k)
         (error (make-condition condition-type:derived-thread-error k 'bound-restarts
                                (list 'thread thread 'condition condition))))))

    ;;; Time: a moment of real-time, in milliseconds

    (define (register-time-event time event)
      (register-timer-event (- time (real-time)) event))

    (define deregister-time-event deregister-timer-event)

    ;;; Descriptors

    ;; pending: the scheduler's records of what the thread waits for, one for each direction.
    (define-record-type io-thread-event
        (make-io-thread-event active? pending)
        io-thread-event?
      (active? io-active? set-io-active?!)
      (pending io-pending set-io-pending!))

    (define (register-io-thread-event descriptor mode thread event)
      (register descriptor mode thread event #f))

    (define (permanently-register-io-thread-event descriptor mode thread event)
      (register descriptor mode thread event #t))

    (define (register descriptor mode thread event permanent?)
      (if (not (memq mode '(read write read-write)))
          (error:wrong-type-argument mode #f 'register-io-thread-event))
      (if (not (thread? thread)) (error:wrong-type-argument thread #f 'register-io-thread-event))
      (let ((registration (make-io-thread-event #t '())))
        (for-each (lambda (direction) (watch registration descriptor direction thread event permanent?))
                  (if (eq? mode 'read-write) '(read write) (list mode)))
        registration))

    ;; How long until a descriptor that the runtime does not know is looked at again, in milliseconds.
    (define polling-interval 10)

    (define (watch registration descriptor direction thread event permanent?)

      (define (ready)
        (set-io-pending! registration (del-assq direction (io-pending registration)))
        (if (io-active? registration)
            (begin
              (if (not permanent?) (deregister-io-thread-event registration))
              (event direction)
              (if permanent? (wait)))))

      ;; A wake-up may be false.
      (define (look)
        (if (io-active? registration)
            (if (%descriptor-ready? descriptor direction) (ready) (wait))))

      (define (wait)
        (if (io-active? registration)
            (let ((record (%start-descriptor-event descriptor direction thread look)))
              (cond ((not record) (look-later polling-interval))
                    ;; The thread goes on between one event and the next.
                    ((eq? record #t) (look-later 0))
                    (else (note record))))))

      (define (look-later delay)
        (note (register-timer-event delay (lambda () (signal-thread-event thread look #t)))))

      (define (note record)
        (set-io-pending! registration
                         (cons (cons direction record)
                               (del-assq direction (io-pending registration)))))

      (wait))

    (define (deregister-io-thread-event registration)
      (if (not (io-thread-event? registration))
          (error:wrong-type-argument registration #f 'deregister-io-thread-event))
      (set-io-active?! registration #f)
      (for-each (lambda (entry) (deregister-timer-event (cdr entry))) (io-pending registration))
      (set-io-pending! registration '()))

    ;; Not among MIT Scheme's global names: programs take it from the package (runtime primitive-io).
    (define channel-descriptor channel-descriptor-for-select)))
