;;;; Threads.

;; The state is `new', `runnable' or `terminated'; then the end is a procedure that returns or raises what the joiners
;; get.  The native thread is #f until the start.
(define-record-type thread
  (new-thread name thunk native state specific end joiners mutexes)
  thread?
  (name thread-name-field)
  (thunk thread-thunk set-thread-thunk!)
  (native thread-native set-thread-native!)
  (state thread-state set-thread-state!)
  (specific thread-specific-field set-thread-specific-field!)
  (end thread-end set-thread-end!)
  (joiners thread-joiners)
  ;; The mutexes that it owns.
  (mutexes thread-mutexes set-thread-mutexes!))

(define unspecific (if #f #f))

(define (check-thread object name)
  (if (not (thread? object)) (error:wrong-type-argument object 0 name)))

(define (thread-ended? thread)
  (eq? (thread-state thread) 'terminated))

;;; Exceptions

(define-record-type join-timeout-exception
  (make-join-timeout-exception)
  join-timeout-exception?)

(define-record-type abandoned-mutex-exception
  (make-abandoned-mutex-exception)
  abandoned-mutex-exception?)

(define-record-type terminated-thread-exception
  (make-terminated-thread-exception)
  terminated-thread-exception?)

(define-record-type uncaught-exception
  (make-uncaught-exception reason)
  uncaught-exception?
  (reason uncaught-exception-reason-field))

(define (uncaught-exception-reason exception)
  (if (not (uncaught-exception? exception))
      (error:wrong-type-argument exception 0 'uncaught-exception-reason))
  (uncaught-exception-reason-field exception))

;; The handler that `raise' would call now.
(define (current-exception-handler)
  (let ((handlers (%handlers)))
    (if (and (pair? handlers) (procedure? (car handlers)))
        (car handlers)
        raise-continuable)))

;;; The thread that runs

;; Threads that were not made here, such as the main thread, become known at their first question.
(define thread-key (list 'srfi-18-thread))

(define (current-thread)
  (let ((native (native-thread)))
    (or (native-get native thread-key)
        (let ((thread (new-thread 'primordial #f native 'runnable unspecific #f (make-queue) '())))
          (native-put! native thread-key thread)
          thread))))

;;; Making and starting

(define make-thread
  (case-lambda
    ((thunk) (make-thread thunk unspecific))
    ((thunk name)
     (if (not (procedure? thunk)) (error:wrong-type-argument thunk 0 'make-thread))
     (new-thread name thunk #f 'new unspecific #f (make-queue) '()))))

(define (thread-name thread)
  (check-thread thread 'thread-name)
  (thread-name-field thread))

(define (thread-specific thread)
  (check-thread thread 'thread-specific)
  (thread-specific-field thread))

(define (thread-specific-set! thread object)
  (check-thread thread 'thread-specific-set!)
  (set-thread-specific-field! thread object))

(define (thread-start! thread)
  (check-thread thread 'thread-start!)
  (atomically
   (if (not (eq? (thread-state thread) 'new))
       (error "The thread has been started before:" thread))
   (set-thread-state! thread 'runnable)
   (let ((native (create-thread #f (lambda () (run thread)) (thread-name-field thread))))
     (native-put! native thread-key thread)
     (set-thread-native! thread native)))
  thread)

;; The body of the native thread.
(define (run thread)
  (let ((thunk (thread-thunk thread)))
    (set-thread-thunk! thread #f)
    (let ((end
           (guard (object
                   (else
                    (lambda () (raise (make-uncaught-exception object)))))
             (call-with-values thunk
               (lambda results
                 (lambda () (apply values results)))))))
      (atomically (terminate! thread end)))))

;; In one piece: the thread has ended.
(define (terminate! thread end)
  (if (not (thread-ended? thread))
      (begin
        (set-thread-state! thread 'terminated)
        (set-thread-end! thread end)
        (set-thread-thunk! thread #f)
        (for-each abandon! (thread-mutexes thread))
        (set-thread-mutexes! thread '())
        (let loop ()
          (let ((joiner (next-waiter! (thread-joiners thread))))
            (if joiner
                (begin
                  (wake! joiner 'ended)
                  (loop))))))))

;;; Yielding, sleeping, ending, joining

(define (thread-yield!)
  (yield-current-thread)
  unspecific)

(define (thread-sleep! timeout)
  (if (not timeout) (error:wrong-type-argument timeout 0 'thread-sleep!))
  (let ((seconds (timeout->seconds timeout 0 'thread-sleep!)))
    (let loop ()
      (let ((left (milliseconds-until seconds)))
        (if (> left 0.)
            (begin
              (sleep-current-thread left)
              (loop)))))))

(define (thread-terminate! thread)
  (check-thread thread 'thread-terminate!)
  (let ((self? (eq? thread (current-thread))))
    (atomically
     (if (not (thread-ended? thread))
         (let ((native (thread-native thread)))
           (if (and native (not self?))
               (%terminate-thread native))
           (terminate! thread
                       (lambda () (raise (make-terminated-thread-exception)))))))
    (if self? (exit-current-thread))
    unspecific))

;; Native threads that were not made here can end unseen.
(define (note-native-end! thread)
  (let ((native (thread-native thread)))
    (if (and native (native-dead? native))
        (terminate! thread (lambda () unspecific)))))

(define thread-join!
  (let ((join
         (lambda (thread timeout on-timeout)
           (check-thread thread 'thread-join!)
           (let* ((seconds (timeout->seconds timeout 1 'thread-join!))
                  (waiter (make-waiter (current-thread) #f))
                  (waits?
                   (atomically
                    (note-native-end! thread)
                    (and (not (thread-ended? thread))
                         (begin
                           (enqueue! (thread-joiners thread) waiter)
                           #t)))))
             (if (or (not waits?) (wait! waiter seconds))
                 ((thread-end thread))
                 (on-timeout))))))
    (case-lambda
      ((thread) (join thread #f #f))
      ((thread timeout)
       (join thread timeout (lambda () (raise (make-join-timeout-exception)))))
      ((thread timeout timeout-value)
       (join thread timeout (lambda () timeout-value))))))
