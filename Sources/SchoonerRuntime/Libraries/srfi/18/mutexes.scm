;;;; Mutexes.

;; The owner is a thread, `not-owned' while it is locked by nobody in particular, or #f while it is not locked.
(define-record-type mutex
  (new-mutex name specific owner abandoned? waiters)
  mutex?
  (name mutex-name-field)
  (specific mutex-specific-field set-mutex-specific-field!)
  (owner mutex-owner set-mutex-owner!)
  (abandoned? mutex-abandoned? set-mutex-abandoned!)
  (waiters mutex-waiters))

(define make-mutex
  (case-lambda
    (() (make-mutex unspecific))
    ((name) (new-mutex name unspecific #f #f (make-queue)))))

(define (check-mutex object name)
  (if (not (mutex? object)) (error:wrong-type-argument object 0 name)))

(define (mutex-name mutex)
  (check-mutex mutex 'mutex-name)
  (mutex-name-field mutex))

(define (mutex-specific mutex)
  (check-mutex mutex 'mutex-specific)
  (mutex-specific-field mutex))

(define (mutex-specific-set! mutex object)
  (check-mutex mutex 'mutex-specific-set!)
  (set-mutex-specific-field! mutex object))

(define (mutex-state mutex)
  (check-mutex mutex 'mutex-state)
  (or (mutex-owner mutex)
      (if (mutex-abandoned? mutex) 'abandoned 'not-abandoned)))

;;; What follows is done in one piece with what it belongs to.

;; Gives a mutex that nobody has locked to a thread, or to nobody.  A thread that has ended leaves it abandoned.
;; The value is `abandoned' or `locked': what the mutex was before, for who takes it.
(define (take! mutex owner)
  (let ((news (if (mutex-abandoned? mutex) 'abandoned 'locked)))
    (set-mutex-abandoned! mutex #f)
    (cond ((not owner)
           (set-mutex-owner! mutex 'not-owned))
          ((thread-ended? owner)
           (set-mutex-abandoned! mutex #t))
          (else
           (set-mutex-owner! mutex owner)
           (set-thread-mutexes! owner (cons mutex (thread-mutexes owner)))))
    news))

;; Gives a mutex that is not locked to those who wait, until one of them keeps it.
(define (pass-on! mutex)
  (if (not (mutex-owner mutex))
      (let ((waiter (next-waiter! (mutex-waiters mutex))))
        (if waiter
            (begin
              (wake! waiter (take! mutex (waiter-owner waiter)))
              (pass-on! mutex))))))

(define (remove-first item items)
  (cond ((null? items) '())
        ((eq? item (car items)) (cdr items))
        (else (cons (car items) (remove-first item (cdr items))))))

(define (release! mutex)
  (let ((owner (mutex-owner mutex)))
    (if (thread? owner)
        (set-thread-mutexes! owner (remove-first mutex (thread-mutexes owner))))
    (set-mutex-owner! mutex #f)
    (set-mutex-abandoned! mutex #f)
    (pass-on! mutex)))

;; The owner has ended.
(define (abandon! mutex)
  (set-mutex-owner! mutex #f)
  (set-mutex-abandoned! mutex #t)
  (pass-on! mutex))

;;; Locking

;; #f when the time has passed.  Who gets an abandoned mutex has it, and an exception besides.
(define (lock! mutex timeout owner)
  (check-mutex mutex 'mutex-lock!)
  (if (and owner (not (thread? owner)))
      (error:wrong-type-argument owner 2 'mutex-lock!))
  (let* ((seconds (timeout->seconds timeout 1 'mutex-lock!))
         (taken
          (briefly
           (note-lost-owner! mutex)
           (if (mutex-owner mutex)
               (let ((waiter (make-waiter (current-thread) owner)))
                 (enqueue! (mutex-waiters mutex) waiter)
                 waiter)
               (take! mutex owner))))
         (news (if (waiter? taken) (wait! taken seconds) taken)))
    (if (eq? news 'abandoned)
        (raise (make-abandoned-mutex-exception))
        (and news #t))))

(define (note-lost-owner! mutex)
  (if (thread? (mutex-owner mutex))
      (note-native-end! (mutex-owner mutex))))

(define mutex-lock!
  (case-lambda
    ((mutex) (lock! mutex #f (current-thread)))
    ((mutex timeout) (lock! mutex timeout (current-thread)))
    ((mutex timeout thread) (lock! mutex timeout thread))))

;;; Unlocking, and waiting for a condition variable as part of it

(define mutex-unlock!
  (case-lambda
    ((mutex)
     (check-mutex mutex 'mutex-unlock!)
     (briefly (release! mutex))
     #t)
    ((mutex variable) (mutex-unlock! mutex variable #f))
    ((mutex variable timeout)
     (check-mutex mutex 'mutex-unlock!)
     (if variable
         (begin
           (check-condition-variable variable 1 'mutex-unlock!)
           (let ((seconds (timeout->seconds timeout 2 'mutex-unlock!))
                 (waiter (make-waiter (current-thread) #f)))
             (briefly
              (enqueue! (condition-variable-waiters variable) waiter)
              (release! mutex))
             (and (wait! waiter seconds) #t)))
         (mutex-unlock! mutex)))))
